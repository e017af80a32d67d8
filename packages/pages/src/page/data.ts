import { shownFiles } from '@article21/answers';
import { authorsOf } from '@article21/messages/dataset';
import { webLink } from '@article21/model';
import { html } from 'hono/html';
import { pageAddress } from '../address/index.ts';
import { changesOf } from './changes.ts';
import { citationsOf, copyLater } from './citations.ts';
import { descriptionOf, local, localOf } from './local.ts';
import type { PageSubject } from './subject.ts';
import type { Html } from './template.ts';
import { dayText, versionsOf } from './versions.ts';
import type { PageContent } from './write.ts';

/** What the data are: which version, who made it, which days it covers, whose it is, and how one checks it. */
export async function dataPage(subject: PageSubject): Promise<PageContent> {
  const { served, texts } = subject;
  const { about } = texts;
  const { meta } = served.snapshot.catalogue;
  const name = localOf(meta, 'title', subject).text;
  const description = descriptionOf(subject);
  return {
    title: about.title,
    description: [`${name}.`, description?.text, about.versionsText].filter(Boolean).join(' '),
    content:
      await html`<div class="text-page about"><h1>${about.title}</h1>${shown(subject)}${versionsOf(subject)}${changesOf(subject)}${rights(subject)}${citationsOf(subject)}${verification(subject)}</div>`,
  };
}

async function shown(subject: PageSubject): Promise<Html> {
  const { served, words, texts } = subject;
  const { about } = texts;
  const { meta } = served.snapshot.catalogue;
  const authors = authorsOf(meta, words.language);
  const description = descriptionOf(subject);
  const facts: [string, string][] = [
    [about.number, meta.version],
    [words.ui.footer.snapshot, served.id],
    [about.made, dayText(meta.created, words)],
    [about.extent, words.extent(served.extent) ?? about.noExtent],
    [words.ui.table.records, words.number(served.snapshot.manifest.records)],
    [words.ui.filter.places, words.plural(words.ui.page.places, served.tree.places.length)],
    ...(authors.length > 0 ? [[about.contributors, authors.join('; ')] as [string, string]] : []),
  ];
  const lines = facts.map(([term, fact]) => html`<div><dt>${term}</dt><dd>${fact}</dd></div>`);
  return html`<section><h2 class="section-title">${about.served}</h2>${meta.synthetic ? html`<p class="about-synthetic">${words.ui.synthetic}</p>` : ''}<p class="about-name">${local(meta, 'title', subject)}</p>${description ? html`<p lang="${description.language}">${description.text}</p>` : ''}<dl class="about-facts">${lines}</dl></section>`;
}

async function rights(subject: PageSubject): Promise<Html> {
  const { served, words, texts, query, addresses } = subject;
  const { meta, sources } = served.snapshot.catalogue;
  const licences = meta.licenses.map(({ name: id, title, path }) =>
    webLink(path)
      ? html`<li lang="en"><a href="${path}" rel="license noreferrer">${title ?? id}</a></li>`
      : html`<li lang="en">${title ?? id}</li>`,
  );
  const documents = sources.map((source) => {
    const address = addresses.page(pageAddress({ page: 'source', id: source.id }, query));
    return html`<li><a href="${address}">${local(source, 'title', subject)}</a><p>${local(source, 'publisher', subject)}</p></li>`;
  });
  return html`<section><h2 class="section-title">${words.ui.footer.licence}. ${words.ui.nav.sources}</h2><ul>${licences}</ul><p>${texts.about.rights}</p><ul class="sources">${documents}</ul></section>`;
}

/** The hash of every file of the shown version, and how one compares them. */
async function verification({ served, words, texts: { about } }: PageSubject): Promise<Html> {
  const files = shownFiles(served.snapshot);
  const lines = files.map(
    ({ path, bytes, sha256 }) => html`<li>${path} · ${words.number(bytes)} B <code>${sha256}</code></li>`,
  );
  return html`<section><h2 class="section-title">${about.verify}</h2><p>${about.verifyText}</p><pre lang="en">sha256sum --check SHA256SUMS</pre><p>${about.verifyServer}</p><pre lang="en">npm run article21 -- verify ${served.id}</pre><details class="hashes"><summary>${words.plural(about.files, files.length)}</summary><ul>${lines}</ul></details>${copyLater(about.copyHashes)}</section>`;
}
