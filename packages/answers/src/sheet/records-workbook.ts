import type { Words } from '@article21/messages';
import writeWorkbook from 'write-excel-file/universal';
import type { AboutLine } from './about.ts';
import { dayColumns, type RecordRow } from './records-table.ts';
import { listed, withoutTime } from './workbook.ts';

/** Widths in characters: of long texts, of the metadata, and of all other columns. */
const WIDTHS: Readonly<Record<string, number>> = { id: 34, note: 40, quotations: 60, rows: 40, path: 40 };
const WIDTH = 14;
const ABOUT = [32, 90];
/** The most UTF-16 units of an XLSX cell; programs call a file with more damaged. */
const LONGEST = 32_767;
const CUT = ' […]';
/** Earlier days have different serial numbers in different programs. */
const FIRST_DAY = '1900-03-01';

/**
 * The bytes of an XLSX file with two sheets: the records, a row each under the names of their `columns`, and what is to be
 * known about them. Numbers, yes or no, and days are of these types, all else is text and never a formula. The same in,
 * the same out.
 */
export async function recordsWorkbook(
  { columns, rows }: { columns: readonly string[]; rows: readonly RecordRow[] },
  about: readonly AboutLine[],
  { ui }: Words,
): Promise<Uint8Array<ArrayBuffer>> {
  const head = columns.map((name) => ({ value: name, type: String, fontWeight: 'bold' as const }));
  const written = await writeWorkbook(
    [
      {
        sheet: ui.table.records,
        data: [head, ...rows.map((row) => columns.map((name) => typed(name, row[name] ?? null)))],
        columns: columns.map((name) => ({ width: WIDTHS[name] ?? WIDTH })),
        stickyRowsCount: 1,
      },
      {
        sheet: ui.footer.method,
        data: about.map((line) => line.map((text) => ({ ...textCell(text), wrap: true }))),
        columns: ABOUT.map((width) => ({ width })),
      },
    ],
    { fontFamily: 'Arial', fontSize: 10 },
  ).toBlob();
  return withoutTime(new Uint8Array(await written.arrayBuffer()));
}

function typed(name: string, value: RecordRow[string] | null) {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  if (dayColumns.includes(name) && value >= FIRST_DAY)
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  return textCell(value);
}

function textCell(text: string) {
  return { value: listed(text.length > LONGEST ? cut(text) : text), type: String };
}

/** Cuts a text with a note, and never inside a surrogate pair. */
function cut(text: string): string {
  return text.slice(0, LONGEST - CUT.length).replace(/[\uD800-\uDBFF]$/, '') + CUT;
}
