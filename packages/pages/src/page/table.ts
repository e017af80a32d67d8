import { resolveQuery } from '@article21/charts';
import { paths } from '@article21/contract/client';
import type { Words } from '@article21/messages';
import {
  type Counts,
  type Estimate,
  type MeasureId,
  measure as measureOf,
  publishedEnds,
} from '@article21/model';
import { html } from 'hono/html';
import type { PageSubject } from './subject.ts';
import type { Html } from './template.ts';

/** As many as a reader looks at before the program comes, which shows them all. */
const MOST_ROWS = 30;

interface Group extends Estimate {
  measure: MeasureId;
  place?: string | undefined;
  period?: string | undefined;
  approximateDates?: number;
  records: number;
}

/** The first rows of the counts as the table that the program will show, in its order. */
export async function tableOf(counts: Counts, subject: PageSubject): Promise<Html> {
  const { words } = subject;
  const { table, tools } = words.ui;
  const { by, every } = resolveQuery(subject.query);
  const all = [
    ...counts.rows.map((it) => ({ part: 'row', beside: null, it })),
    ...counts.undated.map((it) => ({
      part: it.within ? 'undated' : 'outside',
      beside: it.within ? words.undatedTo(every) : words.ui.page.outside,
      it,
    })),
    ...counts.totals.map((it) => ({ part: 'total', beside: table.total, it })),
  ];
  const several = subject.query.measure.length > 1;
  // Counts of very many groups are totals alone. What lies in no row has its place, too, and tells its days where periods do.
  const isByPlace = [...counts.rows, ...counts.undated].some((it) => it.place !== undefined);
  const isByPeriod = counts.rows.some((it) => it.period !== undefined) || counts.undated.length > 0;
  const grouped = { place: isByPlace, period: isByPeriod && by.includes('period') };
  const names = [
    ...(several ? (['measure'] as const) : []),
    ...(['place', 'period'] as const).filter((column) => grouped[column]),
  ];
  const head = [...names, 'low', 'high', 'approximate', 'unnumbered', 'records'] as const;
  const lines = all.slice(0, MOST_ROWS).map(({ part, beside, it }) => line(part, beside, it));
  return html`<div class="counts"><div class="counts-head"><h2 class="section-title">${table.title}</h2>${downloads(subject)}</div><section class="counts-scroll" tabindex="0" aria-label="${table.title}"><table><thead><tr>${head.map((column) => html`<th scope="col"${isNumber(column) ? html` class="number"` : ''}><span class="first-heading">${table[column]}</span></th>`)}</tr></thead><tbody>${lines}</tbody></table></section>${
    all.length > MOST_ROWS
      ? html`<p class="counts-more">${words.fill(tools.shown, { shown: words.number(MOST_ROWS), all: words.number(all.length) })}</p>`
      : ''
  }</div>`;

  function line(part: string, beside: string | null, it: Group) {
    const texts = names.map((column) => nameOf(column, it, subject));
    const free = texts.indexOf(null);
    const cells = texts.map((text, i) => {
      // Where every column has a name of its own, the last one says it, too.
      const isLast = free < 0 && part !== 'total' && i === texts.length - 1;
      const shown = i === free ? beside : isLast && beside !== null ? `${text} · ${beside}` : text;
      const kind = names[i] === 'measure' ? '' : html` class="${names[i] === 'period' ? 'date' : 'place'}"`;
      return i === 0
        ? html`<th scope="row"${kind}>${shown ?? ''}</th>`
        : html`<td${kind}>${shown ?? ''}</td>`;
    });
    return html`<tr data-part="${part}">${cells}${numbers(it, words)}</tr>`;
  }
}

/** The same numbers as files, where somebody answers them. */
async function downloads({ query, words, addresses }: PageSubject): Promise<Html> {
  const { tools, footer } = words.ui;
  const all = { ...resolveQuery(query), lang: words.language, chart: null, theme: null, title: null };
  const files = [
    ['CSV', paths.countsCsv(all)],
    [tools.sheetCsv, paths.countsSheetCsv(all)],
    ['XLSX', paths.countsXlsx(all)],
    ['JSON', paths.counts(all)],
  ] as const;
  const links = files.flatMap(([name, path]) => {
    const address = addresses.file(path);
    // The others come as files by their headers; JSON is also what programs read.
    const kept = name === 'JSON' ? html` download` : '';
    return address === null ? [] : [html`<li><a href="${address}"${kept}>${name}</a></li>`];
  });
  return html`<div class="table-tools"><span class="copy first-later" aria-hidden="true"><span class="button">${tools.copyTable}</span><span class="copy-said"></span></span><ul class="downloads" aria-label="${footer.download}"><li aria-hidden="true">${footer.download}</li>${links}</ul></div>`;
}

function numbers(it: Group, words: Words) {
  const { table } = words.ui;
  const { unit } = measureOf(it.measure);
  // A report without a number states neither: an empty cell says so, and a zero would not.
  const ends = publishedEnds(it);
  const none = ends.low === null;
  const number = (n: number | null) => (n === null ? '' : words.amount(n, unit));
  const high =
    ends.high === null && !none ? html`<span class="open-end">${table.open}</span>` : number(ends.high);
  // What the program makes a link of, as high as a link.
  const records = it.records === 0 ? '' : html`<span class="open-records">${words.number(it.records)}</span>`;
  const approximate = none ? '' : it.approximate ? table.yes : table.no;
  return html`<td class="number">${number(ends.low)}</td><td class="number">${high}</td><td>${approximate}</td><td class="number">${it.unnumbered === 0 ? '' : words.number(it.unnumbered)}</td><td class="number">${records}</td>`;
}

function nameOf(
  column: 'measure' | 'place' | 'period',
  { measure, place, period, approximateDates = 0 }: Group,
  { words, served, query }: PageSubject,
): string | null {
  if (column === 'measure') return words.measure[measure].label;
  if (column === 'period')
    return period === undefined ? null : words.rowPeriod(words.bucket(period, query), approximateDates);
  return place === undefined ? null : words.rowName(place, served.tree);
}

function isNumber(column: string): boolean {
  return ['low', 'high', 'unnumbered', 'records'].includes(column);
}
