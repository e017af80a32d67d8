import { apa, bibtex, csl } from '@article21/messages/dataset';
import { html } from 'hono/html';
import { pageAddress } from '../address/index.ts';
import type { PageSubject } from './subject.ts';
import type { Html } from './template.ts';

const forms = [
  { name: 'APA', write: apa },
  { name: 'BibTeX', write: bibtex },
  { name: 'CSL-JSON', write: csl },
];

/** The version as one cites it. */
export async function citationsOf({ served, words, texts, addresses }: PageSubject): Promise<Html> {
  const { id, snapshot } = served;
  const url = addresses.absolute(pageAddress({ page: 'data' }, { snapshot: id }));
  const cited = { id, dataset: snapshot.catalogue.meta, url };
  const written = forms.map(
    ({ name, write }) =>
      html`<div class="citation"><h3>${name}</h3><pre lang="en">${write(cited)}</pre>${copyLater(words.ui.tools.copy)}</div>`,
  );
  return html`<section><h2 class="section-title" id="cite">${texts.about.cite}</h2><p>${texts.about.citeText}</p>${written}</section>`;
}

/** Where the program has a button that copies. */
export function copyLater(label: string) {
  return html`<span class="copy first-later" aria-hidden="true"><span class="button">${label}</span></span>`;
}
