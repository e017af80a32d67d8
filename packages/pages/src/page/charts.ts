import { countsFor, findingsOf } from '@article21/answers';
import { better, choosing, resolveQuery, unsuited } from '@article21/charts';
import { groupCount } from '@article21/cube';
import { type ChartId, type Finding, figureLabelOf, figureOf, overview, unbroken } from '@article21/messages';
import type { Counts } from '@article21/model';
import { inlineColours } from '@article21/pictures';
import { html, raw } from 'hono/html';
import { pageAddress } from '../address/index.ts';
import { asked, unfiltered } from './filters.ts';
import { imageOf } from './image.ts';
import type { PageSubject } from './subject.ts';
import { tableOf } from './table.ts';
import type { Html } from './template.ts';

/** More of them are counted for a reader who waits for them, and not for whoever only opens a link. */
const MOST_GROUPS = 10_000;

/** What the query counts; of very many groups the totals alone, because they are all that is shown of them here. */
export function countsOf({ query, served }: PageSubject): Counts {
  const counted = resolveQuery(query);
  const many = groupCount(served.cube, counted) > MOST_GROUPS;
  return countsFor(many ? { ...counted, by: [] } : counted, served);
}

/** The sentences over the chart and what stands beside them, one finding for each measure. */
export function saidOf({ query, served, words }: PageSubject, counts: Counts): Finding[] {
  return findingsOf(query, counts, served, words);
}

/** The question, the sentences, the chart and the first rows of its table. */
export async function chartsContent(subject: PageSubject, counts: Counts): Promise<Html> {
  const { words, served } = subject;
  const isEmpty = counts.totals.length === 0 && counts.undated.length === 0;
  const { coverage, meta } = served.snapshot.catalogue;
  const { synthetic } = meta;
  const { evidence } = words.ui;
  // Where somebody watched, that nothing was recorded may be a zero, which the chart says of each place.
  const nothing = [coverage.length > 0 ? chart(subject, counts) : '', empty(subject, counts)];
  return html`<div class="charts"><div class="charts-bar">${asked(subject)}${actions(subject)}</div><div class="charts-body"><div class="first-answer">${synthetic ? html`<p class="synthetic">${words.ui.synthetic}</p>` : ''}${headlines(subject, counts)}${notSuited(subject, counts)}${isEmpty ? nothing : [chart(subject, counts), notes(subject, counts), tableOf(counts, subject)]}${method(subject)}</div><aside class="evidence first-aside first-later" aria-label="${evidence.title}"><h2 class="section-title">${evidence.title}</h2><p class="evidence-hint">${evidence.hint}</p></aside></div></div>`;
}

/** Where the program has what one can do with the view; without it, nothing can be done. */
function actions({ words }: PageSubject) {
  const { present } = words.ui;
  return html`<div class="view-actions first-later" aria-hidden="true"><span class="button">${present.add}</span><span class="button">${words.ui.tools.share}</span><span class="view-printing"><span class="quiet">${present.print}</span></span></div>`;
}

async function headlines(subject: PageSubject, counts: Counts): Promise<Html> {
  const { words, query } = subject;
  const findings = saidOf(subject, counts);
  const behind = (i: number) => {
    const records = counts.totals.find(({ measure }) => measure === query.measure[i])?.records ?? 0;
    return records === 0
      ? ''
      : html`<span class="open-records">${words.plural(words.ui.evidence.records, records)}</span>`;
  };
  const [first, ...others] = findings;
  if (first && others.length === 0)
    return html`<div class="headline"><h1>${unbroken(first.headline)}</h1>${behind(0)}${remarks(first, subject, counts)}</div>`;
  const { tree, extent, snapshot } = subject.served;
  const { sources, meta } = snapshot.catalogue;
  const { title, sentence } = overview({ query, tree, extent, sources, own: meta.language }, words);
  return html`<h1 class="overview">${unbroken(title)}</h1><p class="overview-text">${unbroken(sentence)}</p><ul class="headlines">${findings.map((it, i) => html`<li>${figure(it, subject, counts)}${behind(i)}${remarks(it, subject, counts)}</li>`)}</ul>`;
}

/** A number in signs, which its sentence says to those who cannot see them; the sentence alone where there is none. */
function figure({ measure, headline }: Finding, { words }: PageSubject, { totals }: Counts) {
  const total = totals.find((it) => it.measure === measure);
  if (!total) return html`<h2>${unbroken(headline)}</h2>`;
  return html`<strong class="figure" aria-hidden="true" title="${headline}">${figureOf(total, words)}</strong><span class="figure-label" aria-hidden="true">${figureLabelOf(measure, words)}</span><h2 class="hidden">${unbroken(headline)}</h2>`;
}

/** What stands beside a number, and the way to the other kind of data where only that has one. */
function remarks(
  { measure, remarks: said }: Finding,
  { words, query, addresses }: PageSubject,
  counts: Counts,
) {
  const { filter } = words.ui;
  const basis = query.basis === 'summary' ? 'incident' : 'summary';
  const address = addresses.page(pageAddress({ page: 'charts' }, { ...query, basis }));
  const other = counts.otherBasis.some((it) => it.measure === measure)
    ? html`<p class="remark"><a href="${address}">${filter.basis}: ${words.basis[basis]}</a></p>`
    : '';
  return html`${said.map((it) => html`<p class="remark">${unbroken(it)}</p>`)}${other}`;
}

/** Why the chart is not the one that the link seems to ask for, or says less than another would. */
async function notSuited({ query, words, addresses }: PageSubject, counts: Counts): Promise<Html> {
  const { choice, filter } = words.ui;
  const nameOf = (id: ChartId) => words.chart[id].name;
  const refused = unsuited(query);
  const other = better(query, counts);
  if (!refused && !other) return html``;
  const shown = resolveQuery(query);
  const to = other && addresses.page(pageAddress({ page: 'charts' }, choosing(query, other)));
  return html`<section class="notice" aria-label="${filter.chart}">${refused ? html`<p>${words.drawnOnly(refused)}</p>` : ''}${
    other
      ? html`<p>${words.fill(choice.fewPlaces, { chart: nameOf(shown.chart), other: nameOf(other) })} <a class="quiet" href="${to}">${nameOf(other)}</a></p>`
      : ''
  }</section>`;
}

/** How many records the chart could not place; it says in full what that means. */
async function notes({ words, query }: PageSubject, { undated }: Counts): Promise<Html> {
  const shown = resolveQuery(query);
  const note = (within: boolean, label: string) => {
    const records = undated.filter((it) => it.within === within).reduce((n, it) => n + it.records, 0);
    return records === 0
      ? ''
      : html`<p>${label}: <span class="open-records">${words.plural(words.ui.evidence.records, records)}</span></p>`;
  };
  return html`<div class="notes">${shown.by.includes('period') ? note(true, words.undatedTo(shown.every)) : ''}${note(false, words.ui.page.outside)}</div>`;
}

/** The drawn chart, else the image of it. */
async function chart(subject: PageSubject, counts: Counts): Promise<Html> {
  const { picture } = subject;
  if (!picture) return imageOf(subject, counts);
  return html`<figure class="chart layouts" style="${inlineColours(picture.colours)}">${raw(picture.html)}</figure>`;
}

async function empty({ words, query, addresses }: PageSubject, counts: Counts): Promise<Html> {
  const address = addresses.page(pageAddress({ page: 'charts' }, unfiltered(query)));
  return html`<section class="empty"><p>${words.empty(query, counts)}</p><a class="button" href="${address}">${words.ui.filter.reset}</a></section>`;
}

async function method({ words, query }: PageSubject): Promise<Html> {
  const texts = query.measure.map((id) => {
    const { label, unit, definition, caveat } = words.measure[id];
    return html`<div><dt>${label} <span class="measure-unit">(${unit})</span></dt><dd>${definition}</dd><dd class="measure-caveat">${caveat}</dd></div>`;
  });
  return html`<details class="method"><summary>${words.ui.footer.method}</summary><dl class="measure-texts">${texts}</dl></details>`;
}
