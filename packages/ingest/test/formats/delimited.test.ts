import { expect, it } from 'vitest';
import { useTables } from './tables.ts';

const tables = useTables();
const ROWS = { 1: ['Город', 'Число'], 2: ['Алматы', '5'], 3: ['Жаңаөзен, ауыл', '10'] };
const TEXT = 'Город;Число\r\nАлматы;5\r\n"Жаңаөзен, ауыл";10\r\n';

it('reads UTF-8 and says so, with a mark at its beginning and without', async () => {
  for (const mark of ['', '\ufeff']) {
    tables.write('a.csv', mark + TEXT);
    const { head, rows } = await tables.read('a.csv');
    expect(head).toMatchObject({ format: 'csv', encoding: 'utf-8', separator: ';' });
    expect(rows).toEqual(ROWS);
  }
});

it.each(['utf-16le', 'utf-16be'])('reads %s, with a mark at its beginning and without', async (encoding) => {
  for (const mark of ['', '\ufeff']) {
    const bytes = Buffer.from(mark + TEXT.replace('Город', 'City'), 'utf16le');
    tables.write('a.txt', encoding === 'utf-16be' ? bytes.swap16() : bytes);
    const { head, rows } = await tables.read('a.txt', mark === '' ? { encoding } : {});
    expect(head).toMatchObject({ encoding, separator: ';' });
    expect(rows).toEqual({ ...ROWS, 1: ['City', 'Число'] });
  }
});

it('recognises the alphabets of eight bits by the words they make', async () => {
  const cyrillic = Buffer.from(
    [...'Город;Число\nШымкент;5\n'].map((it) =>
      it > '\u0400' ? it.charCodeAt(0) - 0x350 : it.charCodeAt(0),
    ),
  );
  tables.write('ru.csv', cyrillic);
  expect(await tables.read('ru.csv')).toMatchObject({
    head: { encoding: 'windows-1251' },
    rows: { 1: ['Город', 'Число'], 2: ['Шымкент', '5'] },
  });
  tables.write('de.csv', Buffer.from('Ort;Zahl\nMünchen;5\nKöln;über 3\n', 'latin1'));
  expect(await tables.read('de.csv')).toMatchObject({
    head: { encoding: 'windows-1252' },
    rows: { 2: ['München', '5'], 3: ['Köln', 'über 3'] },
  });
});

it.each([
  ['a.csv', 'a,b\n1,2\n', ','],
  ['a.tsv', 'a, x\tb\n1, y\t2\n', '\t'],
  ['a.csv', 'a;b\n"1;5, 6";2\n1,5;3,5\n', ';'],
  ['a.csv', 'sep=|\na|b\n1|2\n', '|'],
])('finds what separates the cells of %j: %j', async (name, text, separator) => {
  tables.write(name, text);
  const { head, rows } = await tables.read(name);
  expect(head?.separator).toBe(separator);
  expect(Object.values(rows).map((cells) => cells.length)).toEqual(Object.keys(rows).map(() => 2));
});

it('keeps the numbers of rows, empty ones and the line of sep= counted', async () => {
  tables.write('a.csv', 'sep=;\nTitle;\n\na;b\n');
  expect((await tables.read('a.csv')).rows).toEqual({ 2: ['Title', ''], 3: [''], 4: ['a', 'b'] });
});

it('says in one sentence what cannot be read', async () => {
  tables.write('a.csv', 'a,b\n1,"2\n');
  expect((await tables.read('a.csv')).problem?.message).toMatch(
    /a quote \("\) is opened in this row and never closed/,
  );
  tables.write('b.csv', `a,b\n1,${'x'.repeat(150_000)}\n`);
  expect((await tables.read('b.csv')).problem).toMatchObject({
    row: 2,
    message: 'the cell B2 has 150,000 characters, at most 100,000 are read',
  });
  tables.write('c.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2]));
  expect((await tables.read('c.csv')).problem?.message).toBe('the file is no text');
  tables.write('d.csv', '');
  expect((await tables.read('d.csv')).problem?.message).toBe('the file is empty');
});
