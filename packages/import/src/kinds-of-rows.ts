import { monthNamed } from '@article21/model';
import type { Mapping } from '@article21/model/mapping';
import type { Header } from './header.ts';
import { columnsOf } from './header.ts';
import { fold, isAmong, monthNumber } from './typed-tokens.ts';

/** Why a row is no record. */
export type LeftOut = 'empty' | 'sum' | 'title' | 'named';

/** Says of rows in their order which are no records: empty ones, sums, titles between the rows, those the mapping names. */
export function createRowSorter(
  mapping: Mapping,
  header: Header,
): (row: number, cells: readonly string[]) => LeftOut | null {
  const taken = [...new Set(mapping.records.flatMap((rule) => columnsOf(rule, mapping)))]
    .map(header.at)
    .filter((at) => at >= 0);
  const describing = describingColumns(mapping).map(header.at);
  const named = new Set(mapping.table.leave_out);
  return (row, cells) => {
    if (named.has(row)) return 'named';
    const filled = cells.filter((cell) => /\S/.test(cell));
    if (filled.length === 0) return 'empty';
    // The word for the sum may stand in a column that is taken: under the dates, or the places.
    const taking = taken.filter((at) => /\S/.test(cells[at] ?? '') && !isTotal(cells[at] ?? ''));
    // `Итого за апрель` labels a row from its left; in another cell it may be the beginning of a comment.
    const isLabelled = isTotal(filled[0] ?? '') || filled.some(isTotalAlone);
    // The sum of a table with many numbers fills most of its columns, and says neither where nor when.
    const isOfNothing = describing.length > 0 && describing.every((at) => !taking.includes(at));
    if (isLabelled && (isOfNothing || taking.length <= taken.length / 2)) return 'sum';
    // A merged title may stand in each of the cells that it covers.
    const [first = ''] = filled;
    if (taken.length > 1 && new Set(filled).size === 1 && isTitle(first, cells.indexOf(first)))
      return 'title';
    return null;
  };
}

/** The columns that say what a record is of, and count nothing. */
function describingColumns({ shared, records }: Mapping): string[] {
  const fields = records.flatMap(({ kind, place, date }) => [
    kind,
    place ?? shared.place,
    date ?? shared.date,
  ]);
  return [
    ...new Set(fields.flatMap((from) => (from !== undefined && 'column' in from ? [from.column] : []))),
  ];
}

/** `Итого`, `Total: 400`; and of a part of the table: `Итого за апрель`, `Summe Mai`, `сәуір бойынша барлығы`. */
function isTotal(cell: string): boolean {
  if (isTotalAlone(cell)) return true;
  const words = withoutNumber(cell).split(/[ ,:]+/);
  if (words.length > 6) return false;
  const isBefore = (n: number) => isAmong(words.slice(0, n).join(' '), 'total') && isOfPart(words[n] ?? '');
  return isBefore(1) || isBefore(2) || (isAmong(words.at(-1) ?? '', 'total') && words.some(isOfPart));
}

function isTotalAlone(cell: string): boolean {
  return isAmong(withoutNumber(cell), 'total');
}

function withoutNumber(cell: string): string {
  return fold(cell).replace(/[ \d.,:=]+$/, '');
}

/** What a sum is of begins with a month, or with a word for "of". */
function isOfPart(word: string): boolean {
  return monthNumber(word) !== null || /^(?:за|по|for|of|in|per|für|im|von|бойынша|үшін)$/u.test(word);
}

/** `Январь`, `март 2024`, `2024`, or any words at the left edge with nothing beside them. */
function isTitle(cell: string, at: number): boolean {
  const words = fold(cell).split(/[\s.,-]+/);
  if (words.some((word) => monthNamed(word) !== null) || /^(?:19|20)\d\d(?:\D|$)/.test(cell.trim()))
    return true;
  return at === 0 && /\p{L}/u.test(cell);
}
