import type { Words } from '@article21/messages';
import { unzipSync, zipSync } from 'fflate';
import writeWorkbook, { type SheetData } from 'write-excel-file/universal';
import type { AboutLine } from './about.ts';
import type { Cell, SheetTable } from './table.ts';

/** Columns, in characters: of the table, and of what is to be known about it. */
const TABLE = [24, 16, 24, 12, 10, 28, 13, 24, 10, 24];
const ABOUT = [32, 90];

/** The bytes of an XLSX file with two sheets: the table, and what is to be known about it. The same in, the same out. */
export async function workbook(
  { columns, rows }: SheetTable,
  about: readonly AboutLine[],
  { ui }: Words,
): Promise<Uint8Array<ArrayBuffer>> {
  const head = wrapped(columns, TABLE).map((cell) => ({ ...cell, fontWeight: 'bold' as const }));
  const written = await writeWorkbook(
    [
      {
        sheet: ui.footer.table,
        data: [head, ...rows.map(typed)],
        columns: TABLE.map((width) => ({ width })),
        stickyRowsCount: 1,
        orientation: 'landscape',
      },
      {
        sheet: ui.footer.method,
        data: about.map((line) => wrapped(line, ABOUT)),
        columns: ABOUT.map((width) => ({ width })),
        orientation: 'landscape',
      },
    ],
    { fontFamily: 'Arial', fontSize: 10 },
  ).toBlob();
  return withoutTime(new Uint8Array(await written.arrayBuffer()));
}

/** A row of texts that break, as high as its longest needs: not every program works that out by itself. */
function wrapped(texts: readonly string[], widths: readonly number[]) {
  const lines = texts.map((text, i) => Math.ceil(text.length / ((widths[i] ?? 1) * 0.9)));
  const height = 13 * Math.max(1, ...lines);
  return texts.map(
    (text) => ({ value: listed(text), type: String, wrap: true, alignVertical: 'top', height }) as const,
  );
}

/** Cells of a declared type: a text stays a text, whatever it begins with. */
function typed(row: readonly Cell[]): SheetData[number] {
  return row.map((value) => {
    if (value === null) return null;
    return typeof value === 'number' ? { value, type: Number } : { value: listed(value), type: String };
  });
}

/** The writer lists texts in a plain object, where `toString` is taken already: such a text gets a space at its end. */
function listed(text: string): string {
  return text in {} ? `${text} ` : text;
}

/** The same files with a fixed time, the earliest that a ZIP can hold: an answer is the same bytes for ever. */
function withoutTime(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return zipSync(unzipSync(bytes), { mtime: new Date(1980, 0, 1) });
}
