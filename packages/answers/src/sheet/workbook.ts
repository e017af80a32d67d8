import type { Words } from '@article21/messages';
import { unzipSync, zipSync } from 'fflate';
import writeWorkbook, { type Feature } from 'write-excel-file/universal';
import type { AboutLine } from './about.ts';
import { type Cell, NUMBERS, SHORT_WORDS, type SheetTable } from './table.ts';

/** The widths of the metadata's columns, in characters. */
const ABOUT = [32, 90];
/** The widest column, in characters; longer texts wrap. */
const WIDEST = 14;
const NARROWEST = 6;
/** How much wider bold letters are. */
const BOLD = 1.15;
/** Each program groups thousands in its own language. */
const WHOLE = '#,##0';

/** Printed one page wide, and as many pages long as needed. */
const onOnePage: Feature<Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml.replace(/<worksheet [^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
        transformElementAttributes: (tag, attributes) =>
          tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
      },
    },
  },
};

/** Writes an XLSX file with two sheets, the table and its metadata. Deterministic. */
export async function workbook(
  { columns, rows, totals }: SheetTable,
  about: readonly AboutLine[],
  { ui }: Words,
): Promise<Uint8Array<ArrayBuffer>> {
  const widths = widthsOf(columns, [...rows, ...totals]);
  const head = wrapped(columns, widths).map((cell, i) => ({ ...cell, ...heading, align: alignOf(i) }));
  const sums = totals.map((row, t) => {
    const style = t === 0 ? { ...bold, topBorderStyle: 'thin' as const } : bold;
    // Empty cells are styled too, so that the line above the totals has no gaps.
    return typed(row, widths).map((cell) => ({ ...cell, ...style }));
  });
  const written = await writeWorkbook(
    [
      {
        sheet: ui.footer.table,
        data: [head, ...rows.map((row) => typed(row, widths)), ...sums],
        columns: widths.map((width) => ({ width })),
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
    { fontFamily: 'Arial', fontSize: 10, features: [onOnePage] },
  ).toBlob();
  return withoutTime(new Uint8Array(await written.arrayBuffer()));
}

/** A row of wrapping texts, as high as its longest needs: not every program computes that itself. */
function wrapped(texts: readonly string[], widths: readonly number[]) {
  const lines = texts.map((text, i) => linesOf(text, (widths[i] ?? 1) / BOLD));
  const height = 13 * Math.max(1, ...lines);
  return texts.map(
    (text) => ({ value: listed(text), type: String, wrap: true, alignVertical: 'top', height }) as const,
  );
}

/** The width of each column in characters: headings may wrap between words, cells only when they are long. */
function widthsOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): number[] {
  return columns.map((heading, i) => {
    const words = heading.split(/\s+/).map((word) => word.length * BOLD);
    const cells = rows.reduce((most, row) => Math.max(most, lengthOf(row[i] ?? '')), NARROWEST);
    const air = alignOf(i) === 'left' ? 2 : 1;
    return Math.ceil(Math.min(WIDEST, Math.max(cells, ...words))) + air;
  });
}

/** Thousands are set apart by a sign each. */
function lengthOf(cell: string | number): number {
  return String(cell).length * (typeof cell === 'number' ? 4 / 3 : 1);
}

const bold = { fontWeight: 'bold' as const };
const heading = { ...bold, alignVertical: 'bottom' as const, bottomBorderStyle: 'thin' as const };

/** Numbers are right-aligned, and so are the words that replace one. */
function alignOf(column: number): 'left' | 'center' | 'right' {
  if (NUMBERS.includes(column)) return 'right';
  return SHORT_WORDS.includes(column) ? 'center' : 'left';
}

/** Cells with an explicit type: a text stays a text, whatever it begins with. */
function typed(row: readonly Cell[], widths: readonly number[]) {
  const height =
    13 * Math.max(1, ...row.map((value, i) => linesOf(String(value ?? ''), widths[i] ?? WIDEST)));
  const common = { height, alignVertical: 'top' as const };
  return row.map((value, i) => {
    const style = { ...common, align: alignOf(i) };
    if (value === null) return null;
    if (typeof value === 'string') return { value: listed(value), type: String, ...style, wrap: true };
    return { value, type: Number, ...style, ...(Number.isInteger(value) ? { format: WHOLE } : {}) };
  });
}

/** How many lines a text needs when it wraps between words. */
function linesOf(text: string, width: number): number {
  let lines = 1;
  let taken = 0;
  for (const { length } of text.split(/\s+/)) {
    const fits = taken === 0 || taken + 1 + length <= width;
    if (!fits) lines++;
    taken = fits && taken > 0 ? taken + 1 + length : length;
    if (taken > width) lines += Math.ceil(taken / width) - 1;
  }
  return lines;
}

/** The writer keys texts in a plain object, where `toString` already exists: such a text gets a trailing space. */
export function listed(text: string): string {
  return text in {} ? `${text} ` : text;
}

/** The same files with a fixed time, the earliest that a ZIP can hold: an answer is the same bytes for ever. */
export function withoutTime(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return zipSync(unzipSync(bytes), { mtime: new Date(1980, 0, 1) });
}
