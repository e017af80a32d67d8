import type { Counts } from '@article21/model';
import type { ChartContext } from './chart.ts';
import { lineOf, type Silence, watchOf } from './coverage.ts';
import { emptyRow, names, type Row } from './rows.ts';

/**
 * The places that a reader looks for and that have no row of a measure, by name: those that are chosen, and the cities
 * that somebody watched. Where counts are not of places, there are none.
 */
export function silentRows(drawn: readonly Row[], measure: Row['measure'], context: ChartContext): Row[] {
  const { coverage = [], query } = context;
  const asked = query.place ?? [];
  // Where nothing is recorded and nobody watched, the words under the heading say so of all of them.
  if (drawn.length + coverage.length === 0 || drawn.some((row) => row.place === undefined)) return [];
  if (asked.length + coverage.length === 0) return [];
  const isCity = (id: string) => ['city', 'settlement'].includes(context.places.get(id)?.kind ?? '');
  const isAsked = (id: string) => asked.length === 0 || lineOf(id, context).some((it) => asked.includes(it));
  const watched = coverage.map((it) => it.place).filter((id) => isCity(id) && isAsked(id));
  // A region is drawn as soon as anything in it is.
  const told = new Set(drawn.flatMap((row) => lineOf(row.place ?? '', context)));
  return [...new Set([...asked, ...watched])]
    .filter((id) => !told.has(id))
    .map((id) => emptyRow(id, measure, context))
    .sort((a, b) => names.compare(a.name, b.name));
}

/** What is known of a place without a record in all the days that are asked for, and how that is written beside it. */
export interface Silent {
  row: Row;
  kind: Silence;
  text: string;
}

/** What no record of these places means. Nobody has watched without an end: where the period is open, nothing is zero. */
export function silentsOf(rows: readonly Row[], counts: Counts, context: ChartContext): Silent[] {
  const { from, to } = context.query;
  const { silence } = context.words.drawing;
  return rows.map((row) => {
    const watch = watchOf(counts, row.measure, context);
    const kind = from === null || to === null ? 'blank' : watch(row.place, from, to);
    const isUndated = counts.undated.some((it) => it.measure === row.measure && it.place === row.place);
    const blank = isUndated ? silence.undated : silence.blank;
    return { row, kind, text: { blank, unmonitored: silence.unmonitored, zero: '0' }[kind] };
  });
}

/** The same for the description: "Taraz, Shymkent: no report". */
export function tellSilents(silents: readonly Silent[], context: ChartContext): string[] {
  const { measure, list } = context.words;
  const texts = [...new Set(silents.map(({ row, text }) => `${row.measure} ${text}`))];
  return texts.map((key) => {
    const own = silents.filter(({ row, text }) => `${row.measure} ${text}` === key);
    const [first] = own;
    if (!first) throw new Error('nobody is silent');
    return `${measure[first.row.measure].panel}. ${list(own.map(({ row }) => row.name))}: ${first.text}`;
  });
}
