import { Refusal, withhold } from '@article21/answers';
import { quantitiesOf } from '@article21/messages/dataset';
import { type Evidence, quotedParts, type RestrictionRecord } from '@article21/model';
import { html } from 'hono/html';
import { pageAddress } from '../address/index.ts';
import { local } from './local.ts';
import type { PageSubject } from './subject.ts';
import type { Html } from './template.ts';
import type { PageContent } from './write.ts';

/** One record under its own address, with the words that state it. Throws a `Refusal` where there is none. */
export async function recordPage(subject: PageSubject, id: string): Promise<PageContent> {
  const { served, words, query, addresses } = subject;
  const found = await served.snapshot.record(id);
  if (!found) throw new Refusal('not-found', `there is no record ${id}`);
  const record = withhold(found, served);
  const kind = words.kind[record.kind];
  const where = [placeOf(record, subject), words.when(record)].filter(Boolean).join(' · ');
  const title = `${kind.charAt(0).toLocaleUpperCase(words.language)}${kind.slice(1)}`;
  const quotes = record.evidence.flatMap(({ quote }) => quote ?? []);
  const back = addresses.page(pageAddress({ page: 'charts' }, query));
  const content = html`<div class="text-page"><p class="source-back"><a href="${back}">${words.ui.evidence.back}</a></p><article class="record"><h1 class="record-title">${title}<span class="record-where">${where}</span></h1>${record.evidence.map((it) => quotation(it, subject))}${facts(record, subject)}</article></div>`;
  return {
    title: [title, placeOf(record, subject)].filter(Boolean).join(': '),
    description: [`${title}, ${where}.`, ...quotes.map((quote) => `“${quote}”`)].join(' '),
    content: await content,
  };
}

function placeOf({ place }: RestrictionRecord, { served, words }: PageSubject): string {
  return words.rowName(place, served.tree);
}

async function quotation({ quote, stated, source: id }: Evidence, subject: PageSubject): Promise<Html> {
  const { served, words, query, addresses } = subject;
  if (quote === null) return html`<p class="record-withheld">${words.ui.evidence.withheld}</p>`;
  const source = served.snapshot.catalogue.sources.find((it) => it.id === id);
  const publisher = source ? local(source, 'publisher', subject) : id;
  const address = addresses.page(pageAddress({ page: 'source', id }, query));
  const parts = quotedParts(quote, stated).map((it) => (it.stated ? html`<mark>${it.text}</mark>` : it.text));
  return html`<figure class="quotation"><blockquote>${parts}</blockquote><figcaption>${publisher}<a class="quotation-link" href="${address}">${words.ui.evidence.readSource}</a></figcaption></figure>`;
}

async function facts(record: RestrictionRecord, subject: PageSubject): Promise<Html> {
  const { words, served, query, addresses } = subject;
  const { note, ...others } = record;
  const { evidence, tools, footer, filter } = words.ui;
  const stated = [...new Set(record.evidence.flatMap((it) => (it.stated ? [`“${it.stated}”`] : [])))];
  const quantities = quantitiesOf(record, words);
  const coded = quantities.map(
    ({ said, notation }) => html`<span class="record-coded">${said}: <code>${notation}</code></span>`,
  );
  const date = record.date === null ? evidence.dateNotStated : words.statedDate(record.date);
  const frozen = addresses.page(
    pageAddress({ page: 'record', id: record.id }, { ...query, snapshot: served.id }),
  );
  const all: [string, unknown][] = [
    [evidence.quantityStated, stated.length > 0 ? stated.join('; ') : evidence.quantityNotStated],
    [evidence.dateStated, date],
    [evidence.phase, record.phase === null ? null : words.phase[record.phase]],
    [evidence.note, note === null ? null : local({ ...others, note }, 'note', subject)],
    [tools.asEstimate, quantities.map(({ said }) => said).join('; ')],
    [tools.expression, coded.length > 0 ? coded : null],
    [filter.basis, words.basis[record.basis]],
    [footer.snapshot, html`<a href="${frozen}">${served.id}</a>`],
  ];
  const known = all.filter(([, fact]) => fact !== null && fact !== '');
  return html`<dl class="record-facts">${known.map(([term, fact]) => html`<div><dt>${term}</dt><dd>${fact}</dd></div>`)}</dl>`;
}
