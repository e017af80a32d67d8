import { type Counts, isByPlace, type MeasureId } from '@article21/model';
import type { Plot } from '../plot.ts';
import { type CoverageGap, gapLookup, placeAndParents } from './coverage.ts';
import { drawingAtMost, rowsOnPage } from './place-pages.ts';
import { byName, emptyRow, measuresOf, othersOf, type Row, rowsOf } from './rows.ts';

/** What is drawn of one measure over time: the places that have a dated count. */
export interface MeasureRows {
  measure: MeasureId;
  /** Whether any record is there at all, dated or not. */
  any: boolean;
  rows: readonly Row[];
  /** The places without a dated count that a reader looks for. */
  empty: readonly Row[];
  /** How high each of its plots is in pixels, where they are not as high as columns over time usually are. */
  height?: number | undefined;
}

/**
 * The rows of each measure that have a dated count, at most `most` of them; `hidden` is how many more there are, and `plot`
 * names those that are drawn.
 */
export function groupsOf(
  counts: Counts,
  most: number,
  plot: Plot,
): { groups: MeasureRows[]; hidden: number; plot: Plot } {
  const all = measuresOf(plot).map((measure) => {
    const all = rowsOf(counts, measure, plot);
    const rows = all.filter((row) => row.counts.length > 0);
    const any = all.length > 0;
    return {
      measure,
      any,
      rows: rowsOnPage(rows, measure, plot),
      empty: emptyRows(rows, measure, plot, any),
    };
  });
  const hidden = Math.max(0, ...all.map(({ rows }) => rows.length - most));
  const groups = all.map((group) => ({ ...group, rows: group.rows.slice(0, most) }));
  return { groups, hidden, plot: drawingAtMost(most, plot) };
}

/** Names that one sentence holds; of more places it says how many they are: the first of the alphabet are not the ones that matter. */
const MOST_NAMED = 12;
/** The same on a card, where every line of small print takes one from the chart. */
const MOST_NAMED_COMPACT = 4;

/**
 * The places that a reader looks for and that have no row of a measure, by name: those that are chosen, and the cities
 * that somebody watched. Where counts are not of places, there are none. `any` is whether there is a record at all.
 */
export function emptyRows(
  drawn: readonly Row[],
  measure: MeasureId,
  plot: Plot,
  any = drawn.length > 0,
): Row[] {
  const { coverage = [], query } = plot;
  const chosen = new Set(query.place ?? []);
  // Where nothing is recorded and nobody watched, the words under the heading say so of all of them.
  if ((!any && coverage.length === 0) || drawn.some((row) => row.place === undefined)) return [];
  if (chosen.size + coverage.length === 0) return [];
  const byRegion = query.by?.includes('region') ?? false;
  if (query.by?.length && !isByPlace(query)) return [];
  const rowOf = (id: string) => (byRegion ? plot.places.regionOf(id) : id);
  const sought = byRegion ? ['region', 'city', 'settlement'] : ['city', 'settlement'];
  // That one city of a region was watched says nothing of the region.
  const isSought = (id: string) => rowOf(id) === id && sought.includes(plot.places.get(id)?.kind ?? '');
  const isSelected = (id: string) =>
    chosen.size === 0 || placeAndParents(id, plot).some((it) => chosen.has(it));
  const watched = coverage.map((it) => it.place).filter((id) => isSought(id) && isSelected(id));
  // A region is drawn as soon as anything in it is.
  const covered = new Set(drawn.flatMap((row) => placeAndParents(row.place ?? '', plot)));
  return [...new Set([...chosen, ...watched].map(rowOf))]
    .filter((id) => !covered.has(id))
    .map((id) => emptyRow(id, measure, plot))
    .sort((a, b) => byName.compare(a.name, b.name));
}

/** What is known of a place without a record in all the days that are asked for, and how that is written beside it. */
export interface RowGap {
  row: Row;
  kind: CoverageGap;
  text: string;
}

/** What no record of these places means. Nobody has watched without an end: where the period is open, nothing is zero. */
export function rowGapsOf(rows: readonly Row[], counts: Counts, plot: Plot): RowGap[] {
  const { from, to } = plot.query;
  const texts = plot.words.drawing.coverageGap;
  const known = new Map(
    measuresOf(plot).map((id) => {
      const undated = counts.undated.filter((it) => it.measure === id);
      const places = new Set(undated.flatMap((it) => placeAndParents(it.place ?? '', plot)));
      return [id, { gapIn: gapLookup(counts, id, plot), undated: places }];
    }),
  );
  return rows.map((row) => {
    const own = known.get(row.measure);
    // What is not dated closely enough in a place of a region is a report of that region.
    const isUndated = own?.undated.has(row.place ?? '') ?? false;
    const isOpen = isUndated || from === null || to === null;
    const kind = isOpen || !own ? 'unknown' : own.gapIn(row.place, from, to);
    const unknown = isUndated ? texts.undated : texts.unknown;
    return { row, kind, text: { unknown, unmonitored: texts.unmonitored, zero: '0' }[kind] };
  });
}

/** The same in sentences, one for what is the same of several places and measures: "Shymkent and Taraz: no report". */
export function rowGapCaptions(rowGaps: readonly RowGap[], plot: Plot): string[] {
  const { drawing, list, measure, plural } = plot.words;
  const measures = measuresOf(plot);
  // In a sentence nothing else explains a zero.
  const textOf = ({ kind, text }: RowGap) => (kind === 'zero' ? drawing.coverageGap.zero : text);
  const sentences = new Map<string, MeasureId[]>();
  for (const id of measures) {
    const own = rowGaps.filter(({ row }) => row.measure === id);
    for (const text of new Set(own.map(textOf))) {
      const all = own.filter((it) => textOf(it) === text).map(({ row }) => row.name);
      const most = plot.compact ? MOST_NAMED_COMPACT : MOST_NAMED;
      const names = all.length > most ? plural(othersOf(plot).all, all.length) : list(all);
      const sentence = `${names}: ${text}`;
      sentences.set(sentence, [...(sentences.get(sentence) ?? []), id]);
    }
  }
  return [...sentences].map(([sentence, of]) =>
    of.length === measures.length ? sentence : `${list(of.map((id) => measure(id).panel))}. ${sentence}`,
  );
}

/** The places without a record in words, for a chart that has no row for them. */
export function gapNotes(groups: readonly { empty: readonly Row[] }[], counts: Counts, plot: Plot): string[] {
  const rows = groups.flatMap(({ empty }) => empty);
  return rowGapCaptions(rowGapsOf(rows, counts, plot), plot);
}

/** A measure's rows, and after them the places without a record, as far as there is room; how many have none. */
export function coveredRows({ rows, empty }: MeasureRows, most: number) {
  const shown = empty.slice(0, Math.max(0, most - rows.length));
  return { rows: [...rows, ...shown], empty: shown, hidden: empty.length - shown.length };
}
