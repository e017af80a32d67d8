import { words } from '@article21/messages';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Cell, NUMBERS, SHORT_WORDS } from '../../src/sheet/table.ts';
import { workbook } from '../../src/sheet/workbook.ts';
import { type ShownCell, sheetsOf } from './sheets.ts';

const WIDTH = 1 + Math.max(...NUMBERS, ...SHORT_WORDS);
const [text = 0, number = 4, word = 6] = [0, NUMBERS[0], SHORT_WORDS[0]];
const letter = (column: number) => String.fromCharCode(65 + column);

/** A row with cells at some columns, and a short text at all others. */
const row = (cells: Record<number, Cell> = {}): Cell[] =>
  Array.from({ length: WIDTH }, (_, i) => cells[i] ?? (i in cells ? null : 'x'));

async function written(rows: Cell[][], totals: Cell[][] = [], head: Record<number, string> = {}) {
  const columns = Array.from({ length: WIDTH }, (_, i) => head[i] ?? `Col ${i}`);
  const [table, about] = sheetsOf(
    await workbook({ columns, rows, totals }, [['Question', 'measure=fines']], words('en')),
  );
  if (!table || !about) throw new Error('a sheet is missing');
  const cell = (line: number, column: number): ShownCell | undefined =>
    table.rows[line]?.cells[letter(column)];
  return { table, about, cell };
}

describe('the sheet of the table', () => {
  it('has a bold head that stays, with a line under it, over its columns', async () => {
    const { table, cell } = await written([row()]);
    for (let column = 0; column < WIDTH; column++)
      expect(cell(0, column)).toMatchObject({
        value: `Col ${column}`,
        ...{ bold: true, border: 'bottom', vertical: 'bottom', wrap: true, format: null },
        align: NUMBERS.includes(column) ? 'right' : SHORT_WORDS.includes(column) ? 'center' : 'left',
      });
    expect(table.xml).toContain('<pane ySplit="1" xSplit="0" topLeftCell="A2"');
  });

  it('has whole numbers with their thousands set apart, others as they are, and texts that break', async () => {
    const { cell } = await written([
      row({ [number]: 1_234_567 }),
      row({ [number]: 12.5 }),
      row({ [number]: 'open' }),
    ]);
    const plain = { bold: false, border: null, vertical: 'top' };
    expect(cell(1, number)).toEqual({
      value: 1_234_567,
      align: 'right',
      wrap: false,
      format: '#,##0',
      ...plain,
    });
    expect(cell(2, number)).toEqual({ value: 12.5, align: 'right', wrap: false, format: null, ...plain });
    expect(cell(3, number)).toEqual({ value: 'open', align: 'right', wrap: true, format: null, ...plain });
    expect(cell(1, word)).toEqual({ value: 'x', align: 'center', wrap: true, format: null, ...plain });
    expect(cell(1, text)).toEqual({ value: 'x', align: 'left', wrap: true, format: null, ...plain });
  });

  it('has nothing in a cell without a number, and a text as text, whatever it begins with', async () => {
    const { cell } = await written([row({ [text]: '=1+1', [number]: null })]);
    expect(cell(1, number)).toBeUndefined();
    expect(cell(1, text)?.value).toBe('=1+1');
  });

  it('keeps a text that is a name of every object apart by a space', async () => {
    const { cell } = await written([row({ [text]: 'toString' }), row({ [text]: 'constructor' })], [], {
      1: 'valueOf',
    });
    expect([cell(1, text)?.value, cell(2, text)?.value, cell(0, 1)?.value]).toEqual([
      ...['toString ', 'constructor ', 'valueOf '],
    ]);
  });

  it('has bold totals at its end, with one line over the first of them, also over its empty cells', async () => {
    const totals = [row({ [number]: 5, [number + 1]: null }), row({ [number]: 6, [number + 1]: null })];
    const { table, cell } = await written([row()], totals);
    expect(table.rows).toHaveLength(4);
    expect(cell(1, number)?.bold).toBe(false);
    expect(cell(2, number)).toMatchObject({ value: 5, bold: true, border: 'top', format: '#,##0' });
    expect(cell(2, number + 1)).toMatchObject({ value: null, bold: true, border: 'top' });
    expect(cell(3, number)).toMatchObject({ value: 6, bold: true, border: null });
    expect(cell(3, number + 1)).toMatchObject({ value: null, bold: true, border: null });
  });

  it('is as wide as what stands in each column, within bounds', async () => {
    const head = { [text]: 'H', 1: 'Two words', [number]: 'N', [word]: 'Approximate' };
    const cells = { [text]: 'abc', 1: 'y'.repeat(20), [number]: 123_456_789 };
    const { table } = await written([row(cells)], [row({ [text]: 'z'.repeat(10), [number]: null })], head);
    const { widths } = table;
    // Ten letters and air for a text.
    expect(widths[text]).toBe(12);
    expect(widths[1]).toBe(16);
    // Nine digits with a sign before every third, and air for a number.
    expect(widths[number]).toBe(13);
    // Eleven bold letters.
    expect(widths[word]).toBe(14);
    const { table: other } = await written([row({ [text]: 'w'.repeat(60), 1: 'a', [number]: 1 })], [], {
      ...{ [text]: 'H', 1: 'B', [number]: 'N', [word]: 'W' },
    });
    expect([other.widths[text], other.widths[1], other.widths[number], other.widths[word]]).toEqual([
      16, 8, 7, 7,
    ]);
  });

  it('has rows as high as their longest text takes lines', async () => {
    const heights = async (...texts: string[]) => {
      const { table } = await written(texts.map((it) => row({ [text]: it })));
      return table.rows.slice(1).map(({ height }) => height);
    };
    // The column is 16 wide.
    const [six, long] = ['abcdef', 'w'.repeat(33)];
    const line = `${six} ${six}`;
    expect(await heights(six, line, `${line} ab`, `${line} abc`, `${line} ${line}`, long)).toEqual([
      ...[13, 13, 13, 26, 26, 39],
    ]);
    expect(await heights(`${six} ${long}`, `${long} ${six}`, `${'w'.repeat(14)} ${'w'.repeat(14)}`)).toEqual([
      ...[52, 52, 26],
    ]);
  });

  it('has a head as high as its longest heading', async () => {
    const height = async (heading: string) =>
      (await written([row({ [text]: 'a' })], [], { [text]: heading })).table.rows[0]?.height;
    expect([await height('Word'), await height('Lowest number'), await height('One two three four')]).toEqual(
      [...[13, 26, 52]],
    );
  });
});

describe('a workbook', () => {
  it('has a table and what is to be known about it, each as wide as the paper', async () => {
    const ui = words('en').ui.footer;
    const { table, about } = await written([row()]);
    expect([table.name, about.name]).toEqual([ui.table, ui.method]);
    for (const { xml } of [table, about]) {
      expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
      expect(xml).toMatch(/<pageSetup [^>]*orientation="landscape" fitToWidth="1" fitToHeight="0"/);
    }
    expect(about.widths).toEqual([32, 90]);
    const style = { bold: false, align: null, vertical: 'top', wrap: true, border: null, format: null };
    expect(about.rows).toEqual([
      { height: 13, cells: { A: { value: 'Question', ...style }, B: { value: 'measure=fines', ...style } } },
    ]);
  });

  it('breaks long lines about the table within their columns', async () => {
    const line = ['Note', 'word '.repeat(50).trim()] as const;
    const table = { columns: ['A'], rows: [], totals: [] };
    const [, about] = sheetsOf(await workbook(table, [line, ['x '.repeat(30).trim(), 'y']], words('en')));
    expect(about?.rows.map(({ height }) => height)).toEqual([52, 39]);
  });

  it('is written in Arial of 10 points, the same bytes at any time', async () => {
    const table = { columns: ['A'], rows: [['x']], totals: [] };
    const first = await workbook(table, [], words('en'));
    const files = unzipSync(first);
    expect(new TextDecoder().decode(files['xl/styles.xml'])).toContain('<name val="Arial"/><sz val="10"/>');
    // The time of each file in a ZIP: 1 January 1980.
    const local = new DataView(first.buffer);
    expect([local.getUint16(10, true), local.getUint16(12, true)]).toEqual([0, (1 << 5) | 1]);
    expect(await workbook(table, [], words('en'))).toEqual(first);
  });
});
