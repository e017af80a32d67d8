import { type Source, wholeWords } from '@article21/model';
import type { Problem } from '../findings.ts';
import { didYouMean } from '../nearest.ts';
import type { ReadTable } from '../source-table.ts';

/** What a row of evidence cites of a table. */
export interface TableCitation {
  row: number;
  columns: readonly string[];
  stated: string | null;
}

type Fault = { column: 'row' | 'columns' | 'stated'; problem: Problem };

/**
 * Says what is wrong with a citation of a table whose header is found, null where nothing is. Of an internal source no
 * word of the table is told.
 */
export function createCitationCheck(
  table: ReadTable,
  { id, visibility }: Pick<Source, 'id' | 'visibility'>,
): (citation: TableCitation) => Fault | null {
  const { header } = table;
  const shown = visibility === 'public';
  return ({ row, columns, stated }) => {
    const wrong = outside(table, id, row);
    if (wrong) return { column: 'row', problem: { ...wrong, stated: shown ? String(row) : null } };
    const unknown = columns.find((name) => !header.includes(name));
    if (unknown !== undefined)
      return { column: 'columns', problem: notInHeader(unknown, table.headerRow, shown ? header : null) };
    if (stated === null) return null;
    const cited = table.row(row).filter((_, i) => columns.length === 0 || columns.includes(header[i] ?? ''));
    if (cited.some((cell) => wholeWords(cell, stated).length > 0)) return null;
    return { column: 'stated', problem: { ...notStated, stated: shown ? stated : null } };
  };
}

/** Where a row is none of those that state something. */
function outside({ headerRow, lastRow, row }: ReadTable, id: string, number: number): Problem | null {
  const hint = 'count the rows of the table’s file, the header too, as a spreadsheet numbers them';
  if (number > lastRow)
    return { code: 'unknown_row', message: `the table of ${id} has ${lastRow} rows`, hint };
  if (number <= headerRow)
    return {
      code: 'unknown_row',
      message: number === headerRow ? `row ${number} is the header` : `row ${number} stands above the header`,
      hint,
    };
  return row(number).length === 0 ? { code: 'unknown_row', message: `row ${number} is empty`, hint } : null;
}

function notInHeader(name: string, headerRow: number, header: readonly string[] | null): Problem {
  const named = (header ?? []).filter((it) => it !== '');
  const otherwise =
    header === null
      ? 'copy the names of columns from the header, with ; between them'
      : `the names in row ${headerRow} are ${named.join('; ')}`;
  return {
    code: 'invalid_value',
    stated: header === null ? null : name,
    message: 'the header of the table has no column of this name',
    hint: () => (header === null ? otherwise : didYouMean(name, named, otherwise)),
  };
}

const notStated: Problem = {
  code: 'stated_not_in_quote',
  message: 'the words in stated do not occur in the cited cells',
  hint: 'copy from one of the cells the whole words that give the number, or leave stated empty',
};
