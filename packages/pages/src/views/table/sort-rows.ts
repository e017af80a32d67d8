import { isUnnumbered, publishedEnds } from '@article21/model';
import type { TableRow } from './counts-rows.ts';

/** What names a row. */
export const nameColumns = ['place', 'period'] as const;
/** The parts of a number, for those who want to calculate with it: the table shows them when they are asked for. */
export const detailColumns = ['low', 'high', 'approximate', 'unnumbered'] as const;

type NameColumn = (typeof nameColumns)[number];
type DetailColumn = (typeof detailColumns)[number];
export type Column = NameColumn | 'number' | DetailColumn | 'records';

export interface Sorting {
  column: Column;
  descending: boolean;
}

/** What stands above what when nothing else decides: what could be placed nowhere is no row among others. */
const parts: readonly TableRow['part'][] = ['total', 'row', 'undated', 'outside'];

/**
 * The rows of one group in another order; those that say nothing in the column are last whichever way it is sorted.
 * Names are ordered as their language does, periods by time. Null keeps the given order.
 */
export function sortRows(
  rows: readonly TableRow[],
  sorting: Sorting | null,
  language: string,
): readonly TableRow[] {
  if (!sorting) return rows;
  const { compare } = new Intl.Collator(language, { numeric: true });
  const keyed = rows.map((row) => ({ row, key: keyOf(row, sorting.column) }));
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
  const first = column !== 'place' && column !== 'period';
  if (sorting?.column !== column) return { column, descending: first };
  return sorting.descending === first ? { column, descending: !first } : null;
}

function keyOf({ place, opened, estimate, records }: TableRow, column: Column): string | number | null {
  switch (column) {
    case 'place':
      return place;
    case 'period':
      return opened.bucket;
    // A number is ordered by what is certain of it: its lowest.
    case 'number':
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
