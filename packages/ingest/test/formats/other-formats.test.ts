import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type Zippable, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { useTables } from './tables.ts';

const tables = useTables();

it('reads JSON: a list of objects, or an object that holds one', async () => {
  const items = [
    { id: 1, city: 'Алматы', links: ['https://a.example', 'https://b.example'] },
    { id: 2, note: { a: 1 } },
  ];
  const rows = {
    1: ['id', 'city', 'links', 'note'],
    2: ['1', 'Алматы', 'https://a.example, https://b.example', ''],
    3: ['2', '', '', '{"a":1}'],
  };
  tables.write('a.json', JSON.stringify(items));
  expect(await tables.read('a.json')).toMatchObject({ head: { format: 'json', sheet: null }, rows });
  tables.write('a.json', JSON.stringify({ updated: 'today', events: items }));
  expect(await tables.read('a.json')).toMatchObject({ head: { sheet: 'events' }, rows });
  tables.write('a.json', '[1, 2]');
  expect((await tables.read('a.json')).problem?.message).toBe('the file holds no list of objects');
  tables.write('a.json', '[{]');
  expect((await tables.read('a.json')).problem?.message).toMatch(/^the file is not JSON: /);
});

it('reads NDJSON, with columns that come late', async () => {
  tables.write('a.ndjson', '{"a":1}\n\n{"a":2,"b":"x"}\n');
  expect((await tables.read('a.ndjson')).rows).toEqual({
    1: ['a', 'b'],
    2: ['1', ''],
    3: ['', ''],
    4: ['2', 'x'],
  });
  tables.write('a.ndjson', '{"a":1}\n[2]\n');
  expect((await tables.read('a.ndjson')).problem).toMatchObject({
    row: 2,
    message: 'line 2 is not a JSON object',
  });
});

it('invents no cell where a column has a name that JavaScript has for every object', async () => {
  const named = ['constructor', 'toString', '__proto__', 'hasOwnProperty'];
  const lines = named.map((name) => `{"${name}":"x"}`);
  const cells = (row: number) => named.map((_, i) => (i === row ? 'x' : ''));
  const rows = { 1: named, 2: cells(0), 3: cells(1), 4: cells(2), 5: cells(3) };
  tables.write('a.json', `[${lines.join()}]`);
  tables.write('a.ndjson', lines.join('\n'));
  for (const file of ['a.json', 'a.ndjson']) expect((await tables.read(file)).rows).toEqual(rows);
});

it('reads Parquet', async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const file = join(tables.at, 'a.parquet').replaceAll("'", "''");
  await connection.run(
    `COPY (SELECT DATE '2024-03-05' AS day, 12 AS n, 'Алматы' AS city UNION ALL SELECT NULL, 1, 'Ош') TO '${file}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  expect((await tables.read('a.parquet')).rows).toEqual({
    1: ['day', 'n', 'city'],
    2: ['2024-03-05', '12', 'Алматы'],
    3: ['', '1', 'Ош'],
  });
  tables.write('b.parquet', 'PAR1nothing');
  expect((await tables.read('b.parquet')).problem?.message).toMatch(/^the Parquet file cannot be read: /);
});

it('reads the Parquet file that is named, and nothing of the names around it', async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  mkdirSync(join(tables.at, 'count=5'));
  for (const [name, n] of [
    ['count=5/a.parquet', 1],
    ['t1.parquet', 2],
    ['named.parquet', 3],
  ])
    await connection.run(`COPY (SELECT ${n} AS n) TO '${join(tables.at, String(name))}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  expect((await tables.read('count=5/a.parquet')).rows).toEqual({ 1: ['n'], 2: ['1'] });
  for (const name of ['t[1].parquet', '*.parquet', '?1.parquet', "it's [.parquet"]) {
    copyFileSync(join(tables.at, 'named.parquet'), join(tables.at, name));
    expect([name, (await tables.read(name)).rows]).toEqual([name, { 1: ['n'], 2: ['3'] }]);
  }
});

it('says of a description of a Data Package that is no object that it names no table', async () => {
  for (const text of ['null', '5', '[]', '"x"']) {
    tables.write('datapackage.json', text);
    expect((await tables.read('datapackage.json')).problem?.message).toBe(
      'datapackage.json names no table with a path',
    );
  }
});

const manifest = (path: string) =>
  JSON.stringify({
    resources: [
      { name: 'events', path, dialect: { delimiter: ';' } },
      { name: 'other', path: 'other.csv' },
    ],
  });
const zipped = (files: Readonly<Record<string, string>>) => {
  const bytes = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]);
  return zipSync(Object.fromEntries(bytes) as Zippable);
};

it('reads a Data Package, as a folder and as a ZIP file', async () => {
  mkdirSync(join(tables.at, 'data'));
  tables.write('datapackage.json', manifest('data/events.csv'));
  tables.write('data/events.csv', 'a;b\n1,5;2\n');
  tables.write(
    'a.zip',
    zipped({ 'x/datapackage.json': manifest('data/events.csv'), 'x/data/events.csv': 'a;b\n1,5;2\n' }),
  );
  for (const name of ['datapackage.json', 'a.zip'])
    expect(await tables.read(name)).toMatchObject({
      head: { format: 'csv', separator: ';', sheet: 'events', sheets: ['events', 'other'] },
      rows: { 1: ['a', 'b'], 2: ['1,5', '2'] },
    });
});

it.each([
  ['../secret.csv', 'the path ../secret.csv leads out of the Data Package'],
  ['/etc/passwd', 'the path /etc/passwd leads out of the Data Package'],
  ['a.exe', 'the table a.exe of the Data Package is of no kind that is read'],
])('refuses the path %j of a Data Package', async (path, message) => {
  tables.write('a.zip', zipped({ 'datapackage.json': manifest(path), 'a.exe': 'x' }));
  expect((await tables.read('a.zip')).problem?.message).toBe(message);
});

it.each([
  [{ encoding: 'klingon' }, 'names an encoding that there is not: "klingon"'],
  [{ encoding: 'replacement' }, 'names an encoding that there is not: "replacement"'],
  [{ encoding: '' }, 'names an encoding that there is not: ""'],
  [{ dialect: { delimiter: '' } }, 'names a separator that cannot separate cells: ""'],
  [{ dialect: { delimiter: '"' } }, 'names a separator that cannot separate cells: "\\""'],
  [{ dialect: { delimiter: '\n' } }, 'names a separator that cannot separate cells: "\\n"'],
])('says what a Data Package names that no table can be read by: %j', async (stated, message) => {
  tables.write('datapackage.json', JSON.stringify({ resources: [{ name: 't', path: 't.csv', ...stated }] }));
  tables.write('t.csv', 'a,b\n1,2\n');
  expect((await tables.read('datapackage.json')).problem?.message).toBe(`the Data Package ${message}`);
});

it('refuses a file of a Data Package that is a link out of its folder, also by a folder', async () => {
  mkdirSync(join(tables.at, 'package'));
  tables.write('secret.csv', 'a,b\n1,2\n');
  symlinkSync('..', join(tables.at, 'package/up'));
  symlinkSync('../secret.csv', join(tables.at, 'package/table.csv'));
  for (const path of ['table.csv', 'up/secret.csv']) {
    tables.write('package/datapackage.json', manifest(path));
    expect((await tables.read('package/datapackage.json')).problem?.message).toBe(
      `the path ${path} leads out of the Data Package`,
    );
  }
});

it('refuses what unpacks to more than it says, or than anybody needs, without unpacking it', async () => {
  const honest = zipSync({ 'datapackage.json': new Uint8Array(5_000_000) }, { level: 9 });
  const lying = Buffer.from(honest);
  // The size that the list of the ZIP file names: of what it unpacks to.
  lying.writeUInt32LE(10, lying.indexOf(Buffer.from('504b0102', 'hex')) + 24);
  tables.write('a.zip', lying);
  expect((await tables.read('a.zip')).problem?.message).toMatch(/^the file is damaged, or no packed file: /);
  const bomb = Buffer.from(honest);
  bomb.writeUInt32LE(4_000_000_000, bomb.indexOf(Buffer.from('504b0102', 'hex')) + 24);
  tables.write('b.xlsx', bomb);
  expect((await tables.read('b.xlsx')).problem?.message).toBe(
    'unpacked, the file has more than 500 MB or 5,000 parts',
  );
});
