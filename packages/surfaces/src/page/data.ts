import { parseDay } from '@article21/model';
import { html } from 'hono/html';
import { titleOf } from './frame.ts';
import type { PageSubject } from './subject.ts';
import type { PageContent } from './write.ts';

/** What the data are: which version, who made it, which days it covers, whose it is. */
export async function dataPage({ served, words, texts }: PageSubject): Promise<PageContent> {
  const { about } = texts;
  const { meta, sources } = served.snapshot.catalogue;
  const { extent } = served.cube;
  const made = parseDay(meta.created);
  const authors = (meta.contributors ?? []).flatMap(({ title, roles = [] }) =>
    title && (roles.length === 0 || roles.some((role) => role !== 'source')) ? [title] : [],
  );
  const facts: [string, string][] = [
    [about.number, meta.version],
    [words.ui.footer.snapshot, served.id],
    [about.made, made === null ? meta.created : words.period({ from: made, to: made })],
    [about.extent, extent === null ? about.noExtent : words.period(extent)],
    [words.ui.table.records, words.number(served.snapshot.manifest.records)],
    [words.ui.filter.places, words.plural(words.ui.page.places, served.tree.places.length)],
    ...(authors.length > 0 ? [[about.contributors, authors.join('; ')] as [string, string]] : []),
  ];
  const name = titleOf(meta, words.language);
  const licences = meta.licenses.map(({ name: id, title, path }) =>
    path && /^https?:/.test(path)
      ? html`<li lang="en"><a href="${path}" rel="license noreferrer">${title ?? id}</a></li>`
      : html`<li lang="en">${title ?? id}</li>`,
  );
  return {
    title: about.title,
    description: [`${name}.`, meta.description ?? '', about.versionsText].filter(Boolean).join(' '),
    content:
      await html`<div class="text-page about"><h1>${about.title}</h1><section><h2 class="section-title">${about.served}</h2>${meta.synthetic ? html`<p class="about-synthetic">${words.ui.synthetic}</p>` : ''}<p class="about-name">${name}</p>${meta.description ? html`<p lang="en">${meta.description}</p>` : ''}<dl class="about-facts">${facts.map(([term, fact]) => html`<div><dt>${term}</dt><dd>${fact}</dd></div>`)}</dl></section><section><h2 class="section-title">${about.versions}</h2><p>${about.versionsText}</p></section><section><h2 class="section-title">${words.ui.footer.licence}. ${words.ui.nav.sources}</h2><ul>${licences}</ul><ul>${sources.map(({ title, publisher }) => html`<li>${title}. ${publisher}</li>`)}</ul><p>${about.rights}</p></section></div>`,
  };
}
