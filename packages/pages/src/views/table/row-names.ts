import { figureLabelOf, type Words } from '@article21/messages';
import type { TableRow } from './counts-rows.ts';
import type { TableGroup } from './table-groups.ts';

interface RowName {
  /** Null where the table has no column of names. */
  column: 'place' | 'period' | null;
  text: string | null;
}

/**
 * What stands in the columns of names. What a row is beside the others stands where it has no name of its own; where it
 * has a name in every column, after the last one. A total has one name for all columns: its measure.
 */
export function namesOf(
  row: TableRow,
  columns: readonly string[],
  words: Words,
  { title }: Pick<TableGroup, 'title'>,
): RowName[] {
  if (row.part === 'total') {
    const label = figureLabelOf(row.measure, words);
    return [{ column: null, text: title === null ? `${words.ui.table.total} · ${label}` : label }];
  }
  const all: RowName[] = [
    { column: 'place', text: row.place },
    { column: 'period', text: row.period && words.rowPeriod(row.period, row.approximateDates ?? 0) },
  ];
  const names = all.filter(({ column }) => column !== null && columns.includes(column));
  const { beside } = row;
  if (names.length === 0) return [{ column: null, text: beside }];
  const free = names.findIndex(({ text }) => text === null);
  const isLast = (i: number) => free < 0 && i === names.length - 1 && beside !== null;
  return names.map(({ column, text }, i) => ({
    column,
    text: i === free ? beside : isLast(i) ? `${text} · ${beside}` : text,
  }));
}
