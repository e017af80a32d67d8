import { type Count, type Counts, type Estimate, type MeasureId, measureIds, sum } from '@article21/model';
import type { ChartContext } from './chart.ts';
import { endOf } from './uncertainty/extent.ts';

/** A place within a measure, with the count of all its periods and of what is not dated to one of them. */
export interface Row {
  measure: MeasureId;
  /** Undefined where the counts are not grouped by place. */
  place: string | undefined;
  name: string;
  estimate: Estimate;
  records: number;
  /** Its counts, one for each period, in order of time. */
  counts: readonly Count[];
}

/** The measures that are asked for, in their fixed order. */
export function measuresOf(context: ChartContext): MeasureId[] {
  return measureIds.filter((id) => context.query.measure.includes(id));
}

/**
 * The rows of a measure: the largest first, equals by name, and last what no source places in a city. Rows of several
 * periods are added up, together with what lies in the asked period but in no single one of them.
 */
export function rowsOf(counts: Counts, measure: MeasureId, context: ChartContext): Row[] {
  const groups = new Map<string | undefined, { dated: Count[]; all: Omit<Count, 'period'>[] }>();
  const group = (place: string | undefined) => {
    const found = groups.get(place) ?? { dated: [], all: [] };
    groups.set(place, found);
    return found;
  };
  for (const count of counts.rows) {
    if (count.measure !== measure) continue;
    const { dated, all } = group(count.place);
    dated.push(count);
    all.push(count);
  }
  for (const { within, ...count } of counts.undated)
    if (within && count.measure === measure) group(count.place).all.push(count);
  const total = counts.totals.find((it) => it.measure === measure);
  // Counts that are grouped by nothing have totals only.
  if (groups.size === 0 && total) group(undefined).all.push(total);
  const several = countries(groups.keys(), context) > 1;
  const rows = [...groups].map(([place, { dated, all }]): Row => {
    const estimate = sum(all.map(estimateOf));
    if (!estimate) throw new Error(`no counts of place: ${place ?? 'everywhere'}`);
    const records = all.reduce((n, it) => n + it.records, 0);
    const row = { measure, place, estimate, records, counts: dated };
    // Of two thousand places sixty are drawn: names are made when they are read.
    return {
      ...row,
      get name() {
        return place === undefined ? context.words.drawing.allPlaces : rowName(place, several, context);
      },
    };
  });
  const ranks = new Map(rows.map((row) => [row, rank(row, context)]));
  const rankOf = (row: Row) => ranks.get(row) ?? 0;
  return rows.sort((a, b) => rankOf(a) - rankOf(b) || compare(a, b));
}

/** The row of a place without any record. Where it is a region, nothing in that has one. */
export function emptyRow(place: string, measure: MeasureId, context: ChartContext): Row {
  const nothing = { low: 0, high: 0, approximate: false, unnumbered: 0 };
  const name = context.words.placeName(placeOf(place, context));
  return { measure, place, name, estimate: nothing, records: 0, counts: [] };
}

/** The estimate in a count, without what else it carries. */
export function estimateOf({ low, high, approximate, unnumbered }: Estimate): Estimate {
  return { low, high, approximate, unnumbered };
}

/** The order of names: the root collation orders Latin and Cyrillic alike in every browser; Chromium has none for Kazakh. */
export const names = new Intl.Collator('und');

function compare(a: Row, b: Row): number {
  return (
    b.estimate.low - a.estimate.low ||
    endOf(b.estimate) - endOf(a.estimate) ||
    b.estimate.unnumbered - a.estimate.unnumbered ||
    names.compare(a.name, b.name) ||
    ((a.place ?? '') < (b.place ?? '') ? -1 : 1)
  );
}

function rank(row: Row, context: ChartContext): number {
  const kind = row.place === undefined ? undefined : placeOf(row.place, context).kind;
  return kind === 'country' ? 2 : kind === 'region' ? 1 : 0;
}

function rowName(place: string, several: boolean, context: ChartContext): string {
  return context.words.rowName(placeOf(place, context), several);
}

function countries(places: Iterable<string | undefined>, context: ChartContext): number {
  const known = [...places].filter((place) => place !== undefined);
  return known.filter((place) => placeOf(place, context).kind === 'country').length;
}

function placeOf(id: string, context: ChartContext) {
  const place = context.places.get(id);
  if (!place) throw new Error(`unknown place: ${id}`);
  return place;
}
