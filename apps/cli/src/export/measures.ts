import type { MeasureId } from '@article21/model';
import { type PageSubject, pageAddress } from '@article21/pages';

const FOOTER = '<footer class="footer">';

/**
 * A page of a chart with the way to that of every measure, for readers without scripts, who cannot choose one. A server
 * need not offer that: there, any address has its page.
 */
export function withMeasures(html: string, { served, query, addresses, ...subject }: PageSubject): string {
  const words = subject.words.of(served.vocabulary);
  if (html.split(FOOTER).length !== 2) throw new Error(`the page has not exactly one ${FOOTER}`);
  const link = (measure: { measure?: MeasureId[] }, label: string) => {
    const address = addresses.page(pageAddress({ page: 'charts' }, { ...measure, lang: query.lang }));
    return `<li><a href="${address}">${escaped(label)}</a></li>`;
  };
  const links = served.vocabulary.measureIds.map((id) => link({ measure: [id] }, words.measure(id).label));
  const all = [link({}, words.ui.nav.charts), ...links].join('');
  const nav = `<noscript><nav class="footer" aria-label="${words.ui.filter.measures}"><ul class="footer-list">${all}</ul></nav></noscript>`;
  return html.replace(FOOTER, () => nav + FOOTER);
}

/** A dataset writes the labels of its own measures. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
