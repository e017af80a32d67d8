import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { useTables } from './tables.ts';

const tables = useTables();
const day = (month: number, date: number) => new Date(Date.UTC(2024, month - 1, date));
const xlsx = async (...sheets: WriteSheet[]) => tables.write('a.xlsx', await writeXlsx({ sheets }));

it('reads the first sheet with rows, or the one that is named', async () => {
  await xlsx(
    { name: 'Info', rows: [['about']] },
    {
      name: 'Лист1',
      rows: [
        ['a', 'b'],
        ['x', 1.5],
      ],
    },
    { name: 'Other', rows: [['c'], ['y']] },
  );
  const { head, rows } = await tables.read('a.xlsx');
  expect(head).toEqual({
    format: 'xlsx',
    encoding: null,
    separator: null,
    sheet: 'Лист1',
    sheets: ['Info', 'Лист1', 'Other'],
  });
  expect(rows).toEqual({ 1: ['a', 'b'], 2: ['x', '1.5'] });
  expect((await tables.read('a.xlsx', { sheet: 'Other' })).rows).toEqual({ 1: ['c'], 2: ['y'] });
  expect((await tables.read('a.xlsx', { sheet: 'None' })).problem).toEqual({
    ...{ code: 'no_sheet', values: { sheet: 'None', sheets: 'Info, Лист1, Other' } },
    row: null,
    message: 'the workbook has no sheet None',
    hint: 'name one of its sheets in the mapping: Info, Лист1, Other',
  });
});

it('passes over a sheet that explains the table and stands before it, unless it is all there is', async () => {
  const about = { name: 'Титул', rows: [['Пояснительная записка'], ['Составила', 'С. А.']] };
  await xlsx(about, {
    name: 'Сводка',
    rows: [['Список'], ['Дата', 'Город', 'Задержано'], ['12.06.2013', 'Алматы', 5]],
  });
  expect((await tables.read('a.xlsx')).head).toMatchObject({ sheet: 'Сводка' });
  await xlsx(about);
  expect((await tables.read('a.xlsx')).head).toMatchObject({ sheet: 'Титул' });
});

it('keeps dates as the sheet shows them where they were typed as something else', async () => {
  const dated = (numFmt: string, value: Date) => ({ value, style: { numFmt } });
  const formats = ['dd.mm.yyyy', 'd-mmm', 'mmm-yy', 'yyyy-mm-dd hh:mm', 'hh:mm'];
  const at = new Date(Date.UTC(2024, 2, 5, 14, 30));
  const cells = new Map(formats.map((format, i) => [`1,${i}`, dated(format, i > 2 ? at : day(3, 5))]));
  await xlsx({ name: 's', rows: [formats, formats.map(() => null)], cells });
  expect((await tables.read('a.xlsx')).rows[2]).toEqual([
    '2024-03-05',
    '5-Mar',
    'Mar-24',
    '2024-03-05 14:30:00',
    '14:30',
  ]);
});

it('carries merged cells down, reads the last results of formulas, and says both', async () => {
  const sheet: WriteSheet = {
    name: 's',
    rows: [
      ['city', 'n', 'sum'],
      ['Almaty', 1, null],
      [null, 2, null],
    ],
    merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
    cells: new Map([['1,2', { formula: 'B2+B3', formulaResult: 3 }]]),
  };
  await xlsx(sheet);
  const read = await tables.read('a.xlsx');
  expect(read.rows).toEqual({ 1: ['city', 'n', 'sum'], 2: ['Almaty', '1', '3'], 3: ['Almaty', '2', ''] });
  expect(read.said).toEqual([
    { code: 'formulas', values: { n: 1 } },
    { code: 'merged', values: { n: 1 } },
  ]);
});

it('takes the first of merged cells that overlap, in whatever order the file has them', async () => {
  const merges = [
    { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
    { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
    { startRow: 3, startCol: 0, endRow: 4, endCol: 0 },
  ];
  const rows = [
    ['city', 'n'],
    ['Almaty', 1],
    [null, 2],
    ['Astana', 3],
    [null, 4],
  ];
  await xlsx({ name: 's', rows, merges });
  expect((await tables.read('a.xlsx')).rows).toEqual({
    1: ['city', 'n'],
    2: ['Almaty', '1'],
    3: ['Almaty', '2'],
    4: ['Astana', '3'],
    5: ['Astana', '4'],
  });
});

it('refuses a formula that nobody has calculated', async () => {
  await xlsx({ name: 's', rows: [['n'], [null]], cells: new Map([['1,0', { formula: '1+1' }]]) });
  expect((await tables.read('a.xlsx')).problem).toMatchObject({
    row: 2,
    message: 'a formula in row 2 has no result',
  });
});

it('reads the address behind the words of a link', async () => {
  const hyperlink = { target: 'https://example.org/1' };
  await xlsx({ name: 's', rows: [['link'], [null]], cells: new Map([['1,0', { value: 'OVD', hyperlink }]]) });
  expect((await tables.read('a.xlsx')).rows[2]).toEqual(['OVD https://example.org/1']);
});

it('reads workbooks of OpenDocument', async () => {
  tables.write(
    'a.ods',
    await writeOds({
      sheets: [
        {
          name: 'Лист',
          rows: [
            ['a', 'b'],
            [day(3, 5), 12],
          ],
        },
      ],
    }),
  );
  const { head, rows } = await tables.read('a.ods');
  expect(head).toMatchObject({ format: 'ods', sheet: 'Лист' });
  expect(rows).toEqual({ 1: ['a', 'b'], 2: ['2024-03-05', '12'] });
});

it('refuses what is locked, of another kind, or cut off', async () => {
  tables.write(
    'a.xlsx',
    await writeXlsx({ sheets: [{ name: 's', rows: [['a']] }], encryption: { password: 'x', spinCount: 1 } }),
  );
  expect((await tables.read('a.xlsx')).problem?.message).toBe('the workbook is locked with a password');
  tables.write('a.xlsx', Buffer.from('d0cf11e0a1b11ae1000000000000000000', 'hex'));
  expect((await tables.read('a.xlsx')).problem?.message).toBe(
    'the workbook is of the format of before 2007 (.xls)',
  );
  const whole = await writeXlsx({ sheets: [{ name: 's', rows: [['a'], ['b']] }] });
  tables.write('a.xlsx', whole.slice(0, whole.length / 2));
  expect((await tables.read('a.xlsx')).problem?.message).toMatch(/^the file is damaged, or no packed file: /);
});

it('reads a small table of a sheet that declares hundreds of millions of cells, and says what is left out', async () => {
  const files = unzipSync(
    await writeXlsx({
      sheets: [
        {
          name: 's',
          rows: [
            ['a', 'b'],
            [1, 2],
          ],
        },
      ],
    }),
  );
  const part = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(files[part] ?? new Uint8Array());
  const write = (rows: string) =>
    tables.write(
      'a.xlsx',
      zipSync({ ...files, [part]: strToU8(xml.replace('</sheetData>', `${rows}</sheetData>`)) }),
    );
  write(
    Array.from({ length: 20_000 }, (_, i) => `<row r="${i + 3}"><c r="XFD${i + 3}" s="0"/></row>`).join(''),
  );
  expect(await tables.read('a.xlsx')).toMatchObject({
    rows: { 1: ['a', 'b'], 2: ['1', '2'] },
    said: [],
    problem: null,
  });
  write('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
  expect(await tables.read('a.xlsx')).toMatchObject({
    rows: { 1: ['a', 'b'], 2: ['1', '2'] },
    said: [{ code: 'beyond' }],
  });
});
