import { Refusal } from '@article21/answers';
import { type Source, webLink } from '@article21/model';
import { html } from 'hono/html';
import { pageAddress } from '../address/index.ts';
import { local, localOf } from './local.ts';
import type { PageSubject } from './subject.ts';
import type { Html } from './template.ts';
import type { PageContent } from './write.ts';

/** Longer texts go on in the program: a page is no place for a book. In UTF-16 code units. */
const LONGEST_TEXT = 60_000;

/** Every document that the numbers rest on. */
export async function sourcesPage(subject: PageSubject): Promise<PageContent> {
  const { served, words, query, addresses } = subject;
  const { sources } = served.snapshot.catalogue;
  const title = words.ui.nav.sources;
  const list = sources.map(
    (source) =>
      html`<li><a href="${addresses.page(pageAddress({ page: 'source', id: source.id }, query))}">${local(source, 'title', subject)}</a><p>${local(source, 'publisher', subject)}</p></li>`,
  );
  return {
    title,
    description: sources
      .map((it) => `${localOf(it, 'title', subject).text}. ${localOf(it, 'publisher', subject).text}.`)
      .join(' '),
    content:
      await html`<section class="text-page"><h1>${title}</h1><ul class="sources">${list}</ul></section>`,
  };
}

/** A source and its text; of an internal one nothing but what it is. Throws a `Refusal` where there is none. */
export async function sourcePage(subject: PageSubject, id: string): Promise<PageContent> {
  const { served, words, query, addresses } = subject;
  const source = served.snapshot.catalogue.sources.find((it) => it.id === id);
  if (!source) throw new Refusal('not-found', `there is no source ${id}`);
  const text = source.visibility === 'public' ? await served.snapshot.text(id) : null;
  const back = addresses.page(pageAddress({ page: 'charts' }, query));
  const shown =
    text === null
      ? html`<p class="record-withheld">${words.ui.evidence.withheld}</p>`
      : reading(text, source);
  const title = localOf(source, 'title', subject).text;
  const publisher = localOf(source, 'publisher', subject).text;
  return {
    title,
    description: `${title}. ${publisher}${source.date ? `, ${words.statedDate(source.date)}` : ''}.`,
    content:
      await html`<div class="source"><div class="source-text"><p class="source-back"><a href="${back}">${words.ui.evidence.back}</a></p><h1>${local(source, 'title', subject)}</h1>${facts(source, subject)}${shown}</div><aside class="source-records first-later" aria-label="${words.ui.evidence.title}"><p class="evidence-hint">${words.ui.page.passageHint}</p></aside></div>`,
  };
}

async function reading(text: string, { language, title }: Source): Promise<Html> {
  const paragraphs = text
    .slice(0, LONGEST_TEXT)
    .split(/\n[^\S\n]*\n/)
    .map((it) => it.trim())
    .filter(Boolean);
  const shown = paragraphs[0] === title ? paragraphs.slice(1) : paragraphs;
  const rest = text.length > LONGEST_TEXT ? html`<p>…</p>` : '';
  return html`<div class="reading" lang="${language}">${shown.map((it) => html`<p>${it}</p>`)}${rest}</div>`;
}

async function facts(source: Source, subject: PageSubject): Promise<Html> {
  const { date } = source;
  const url = webLink(source.url);
  const { evidence, page } = subject.words.ui;
  const original = url === null ? null : html`<a href="${url}" rel="noreferrer">${url}</a>`;
  const all: [string, unknown][] = [
    [evidence.publisher, local(source, 'publisher', subject)],
    [evidence.published, date === null ? null : subject.words.statedDate(date)],
    [evidence.original, original],
    [page.rights, local(source, 'rights', subject)],
  ];
  const known = all.filter(([, fact]) => fact !== null && fact !== '');
  return html`<dl class="source-facts">${known.map(([term, fact]) => html`<div><dt>${term}</dt><dd>${fact}</dd></div>`)}</dl>`;
}
