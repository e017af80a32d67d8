import { monthNamed } from '@article21/model';
import type { Mapping } from '@article21/model/mapping';
import type { Header } from './header.ts';
import { columnsOf } from './header.ts';
import { fold, isAmong } from './typed-tokens.ts';

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
  const named = new Set(mapping.table.leave_out);
  return (row, cells) => {
    if (named.has(row)) return 'named';
    const filled = cells.filter((cell) => /\S/.test(cell));
    if (filled.length === 0) return 'empty';
    // The word for the sum may stand in a column that is taken: under the dates, or the places.
    const taking = taken.filter((at) => /\S/.test(cells[at] ?? '') && !isTotal(cells[at] ?? ''));
    if (taking.length <= taken.length / 2 && filled.some(isTotal)) return 'sum';
    // A merged title may stand in each of the cells that it covers.
    const [first = ''] = filled;
    if (taken.length > 1 && new Set(filled).size === 1 && isTitle(first, cells.indexOf(first)))
      return 'title';
    return null;
  };
}

function isTotal(cell: string): boolean {
  return isAmong(fold(cell).replace(/[ \d.,:=]+$/, ''), 'total');
}

/** `Январь`, `март 2024`, `2024`, or any words at the left edge with nothing beside them. */
function isTitle(cell: string, at: number): boolean {
  const words = fold(cell).split(/[\s.,-]+/);
  if (words.some((word) => monthNamed(word) !== null) || /^(?:19|20)\d\d(?:\D|$)/.test(cell.trim()))
    return true;
  return at === 0 && /\p{L}/u.test(cell);
}
