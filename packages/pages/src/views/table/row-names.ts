import type { Words } from '@article21/messages';
import type { TableRow } from './counts-rows.ts';
import type { Column } from './sort-rows.ts';

/**
 * What stands in the columns of names. What a row is beside the others stands where it has no name of its own; where it
 * has a name in every column, after the last one.
 */
export function namesOf(row: TableRow, columns: readonly Column[], words: Words) {
  const names = [
    { column: 'measure', text: words.measure[row.measure].label },
    { column: 'place', text: row.place },
    { column: 'period', text: row.period && words.rowPeriod(row.period, row.approximateDates ?? 0) },
  ].filter(({ column }) => (columns as readonly string[]).includes(column));
  const free = names.findIndex(({ text }) => text === null);
  const { beside } = row;
  const isLast = (i: number) => free < 0 && i === names.length - 1 && beside !== null;
  const own = row.part === 'total' ? words.ui.table.total : beside;
  return names.map(({ column, text }, i) => ({
    column,
    text: i === free ? own : isLast(i) ? `${text} · ${beside}` : text,
  }));
}
