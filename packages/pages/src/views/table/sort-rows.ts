import { isUnnumbered, type MeasureId, publishedEnds } from '@article21/model';
import type { TableRow } from './counts-rows.ts';

export const columns = [
  'measure',
  'place',
  'period',
  'low',
  'high',
  'approximate',
  'unnumbered',
  'records',
] as const;
export type Column = (typeof columns)[number];

export interface Sorting {
  column: Column;
  descending: boolean;
}

/** What stands above what when nothing else decides: totals are no rows among others and stay at the end. */
const parts: readonly TableRow['part'][] = ['row', 'undated', 'outside', 'total'];

/**
 * The rows of a table in another order; those that say nothing in the column are last whichever way it is sorted.
 * Names are ordered as their language does, periods by time, measures as everywhere. Null keeps the given order.
 */
export function sortRows(
  rows: readonly TableRow[],
  sorting: Sorting | null,
  { language, measures }: { language: string; measures: readonly MeasureId[] },
): readonly TableRow[] {
  if (!sorting) return rows;
  const { compare } = new Intl.Collator(language, { numeric: true });
  const keyed = rows.map((row) => ({ row, key: keyOf(row, sorting.column, measures) }));
  const sign = sorting.descending ? -1 : 1;
  return keyed
    .sort((a, b) => {
      const part = parts.indexOf(a.row.part) - parts.indexOf(b.row.part);
      if (part !== 0) return part;
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      if (typeof a.key === 'string') return sign * compare(a.key, String(b.key));
      // Two open ends are equal, and their difference is not a number.
      return a.key === b.key ? 0 : sign * (a.key - Number(b.key));
    })
    .map(({ row }) => row);
}

/** The next sorting when the heading of a column is pressed: numbers begin with the largest, names with the first. */
export function pressed(sorting: Sorting | null, column: Column): Sorting | null {
  const first = column !== 'measure' && column !== 'place' && column !== 'period';
  if (sorting?.column !== column) return { column, descending: first };
  return sorting.descending === first ? { column, descending: !first } : null;
}

function keyOf(
  { measure, place, opened, estimate, records }: TableRow,
  column: Column,
  measures: readonly MeasureId[],
): string | number | null {
  switch (column) {
    case 'measure':
      return measures.indexOf(measure);
    case 'place':
      return place;
    case 'period':
      return opened.bucket;
    case 'low':
      return publishedEnds(estimate).low;
    case 'high':
      return isUnnumbered(estimate) ? null : (publishedEnds(estimate).high ?? Number.POSITIVE_INFINITY);
    case 'approximate':
      return isUnnumbered(estimate) ? null : Number(estimate.approximate);
    case 'unnumbered':
      return estimate.unnumbered === 0 ? null : estimate.unnumbered;
    case 'records':
      return records;
  }
}
