import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { type Document, useDesk } from './datasets.ts';

const desk = useDesk();
const write = (name: string, text: string) => writeFileSync(join(desk.cwd, name), text);
const answer = (change: (mapping: Document) => void) => {
  const path = join(desk.cwd, 'data.mapping.json');
  const mapping = JSON.parse(readFileSync(path, 'utf8')) as Document;
  change(mapping);
  writeFileSync(path, JSON.stringify(mapping));
};
const TABLE = `Задержания, 2013 год;;;;
Номер;Дата;Город;Задержано;Телефон
Май 2013;;;;
1;12.05.2013;Алматы;не менее 84;+7 000
2;13.05.2013;Астана;более 250;
3;14.05.2013;Жанаозен;несколько десятков;
Итого;;;400;
`;

it('proposes a mapping, asks, imports, publishes; and next month says what changes, before anything does', async () => {
  write('may.csv', TABLE);
  const proposed = await desk.run('import', 'may.csv', '--into', 'data');
  expect(proposed.exit).toBe(exits.issues);
  expect(proposed.stdout).toContain('Not taken yet, and asked about: Телефон');
  const asked = await desk.run('import', 'may.csv', '--into', 'data');
  expect(asked).toMatchObject({ exit: exits.issues, stderr: '7 questions; nothing was written\n' });
  expect(asked.stdout).toContain(
    'How the table was read: encoding utf-8, cells separated by “;”, header in row 2',
  );
  expect(asked.stdout).toContain('5 rows; 3 records; left out: a sum (1); left out: a title (1)');
  expect(asked.stdout).toContain(
    'records[0].count.values["несколько десятков"]: "?" (a report without a number), "20+"',
  );
  expect(asked.stdout).toContain(`What must be decided (${join(desk.cwd, 'data.mapping.json')}):\n`);
  // A question about the table itself is about none of its rows, and says what an answer looks like.
  expect(asked.stdout).toContain(
    'Title of the dataset: what is the dataset called?\n    dataset.title: a text\n',
  );
  const russian = await desk.run('import', 'may.csv', '--into', 'data', '--lang', 'ru');
  expect(russian.stderr).toBe('7 вопросов; ничего не записано\n');
  expect(russian.stdout).toContain('Задержано: «более 250» — это 251+ или 250+? (1 ячейка, строка 5)');
  expect(russian.stdout).toContain(
    'Название набора данных: как называется набор данных?\n    dataset.title: текст\n',
  );
  answer((mapping) => {
    mapping.columns = { Телефон: 'ignore' };
    Object.assign(mapping.dataset, { title: 'Задержания', licence: 'CC-BY-4.0', created: '2013-06-01' });
    Object.assign(mapping.source, { publisher: 'Пример', rights: 'CC BY 4.0' });
    Object.assign(mapping.records[0].count, { more_than: 'next', values: { 'несколько десятков': '?' } });
  });
  const { exit, document } = await desk.json('import', 'may.csv', '--into', 'data', '--dry-run');
  expect(exit).toBe(exits.done);
  expect(document).toMatchObject({ ok: true, done: false, difference: { added: 3, changed: 0, removed: 0 } });
  const row = document.rows.find((it: Document) => it.row === 6);
  expect(row).toMatchObject({
    leftOut: null,
    records: [{ id: 'may-3', fields: { count: { typed: 'несколько десятков', text: '?' } } }],
  });
  expect((await desk.run('import', 'may.csv', '--into', 'data')).exit).toBe(exits.done);
  expect((await desk.json('publish', 'data')).document).toMatchObject({ ok: true, records: 3 });
  write('june.csv', `${TABLE.replace('не менее 84', '90').replace(/^3;.*\n/m, '')}4;2.06.2013;Алматы;5;\n`);
  const dry = await desk.run('import', 'june.csv', '--into', 'data', '--dry-run');
  expect(dry).toMatchObject({ exit: exits.done, stderr: 'a dry run; nothing was written\n' });
  const changes = '1 record added, 1 record changed, 1 record removed, 1 as before';
  expect(dry.stdout).toContain(changes);
  expect(dry.stdout).toMatch(
    /row 4 {2}detention, 90, Almaty, 2013-05-12 \(may-1\) {2}number of people {2}84\+ → 90/,
  );
  expect(dry.stdout).toContain(
    '  + detention, 5, Almaty, 2013-06-02 (may-4)\n  − detention, ?, Zhanaozen, 2013-05-14 (may-3)\n',
  );
  expect((await desk.run('import', 'june.csv', '--into', 'data')).stdout).toContain(changes);
  expect((await desk.json('publish', 'data')).document).toMatchObject({ ok: true, records: 3 });
  // Of a folder from before, towns lie in nothing.
  write(
    'data/places.csv',
    'id,kind,parent,country,lat,lon,name_en\nalmaty,city,,KZ,,,Almaty\nastana,city,,KZ,,,Pavlodar\nzhanaozen,settlement,,KZ,,,Akimat\n',
  );
  const regions = await desk.run('regions', 'data');
  expect(regions.exit).toBe(exits.issues);
  expect(regions.stdout).toMatch(
    /^2 places said.*\n {2}zhanaozen, 0 records: --in zhanaozen=… KZ\..*Mangystau Region/,
  );
  expect((await desk.run('regions', 'data', '--in', 'zhanaozen')).stderr).toContain('pairs like');
  expect((await desk.run('regions', 'data', '--in', 'zhanaozen=nowhere')).exit).toBe(exits.usage);
  expect((await desk.run('regions', 'data', '--in', 'zhanaozen=KZ.99')).exit).toBe(exits.usage);
  expect((await desk.json('regions', 'data', '--in', 'zhanaozen=KZ.09')).document).toMatchObject({
    given: ['zhanaozen'],
    open: [],
  });
  expect(readFileSync(join(desk.cwd, 'data/places.csv'), 'utf8')).toMatch(
    /^astana,city,pavlodar-region,.*\nzhanaozen,settlement,mangystau-region,/m,
  );
});

it('says what is missing, unknown or no mapping in one sentence', async () => {
  write('a.doc', 'x');
  write('a.csv', 'a,b\n1,2\n');
  write('m.json', '{"version": 2}');
  const said = async (...argv: string[]) => (await desk.run('import', ...argv)).stderr;
  expect(await said('a.csv')).toBe('article21: import needs --into <folder>, the folder of the dataset\n');
  expect(await said('b.csv', '--into', 'data')).toBe('article21: there is no table b.csv\n');
  expect(await said('a.doc', '--into', 'data')).toMatch(
    /^article21: a\.doc is of no kind that is read \(known: \.csv, /,
  );
  expect(await said('a.csv', '--into', 'data', '--map', 'n.json')).toMatch(
    /^article21: there is no mapping /,
  );
  expect(await said('a.csv', '--into', 'data', '--map', 'm.json')).toMatch(/m\.json: version is not valid: /);
  expect(await said('b.csv', '--into', 'data', '--lang', 'kk')).toBe('article21: b.csv кестесі жоқ\n');
  expect(await said('b.csv', '--into', 'data', '--lang', 'xx')).toMatch(/unknown language: xx/);
});

it('writes a template once, and never over a file that is there', async () => {
  expect(await desk.run('template', '--lang', 'ru')).toMatchObject({
    exit: exits.done,
    stdout: expect.stringContaining('article21-ru.xlsx is written'),
  });
  expect((await desk.run('template', '--lang', 'ru')).stderr).toMatch(/already there/);
  expect((await desk.run('template', '--lang', 'xx')).stderr).toMatch(/unknown language: xx/);
  expect((await desk.run('template', 'a.csv')).stderr).toMatch(/name it a\.csv\.xlsx/);
  expect((await desk.run('template', 'none/a.xlsx')).stderr).toMatch(/there is no folder for none\/a\.xlsx/);
});

it('says of a table that is not taken what would be, and where in the mapping a rate is told', async () => {
  write(
    'fines.csv',
    'Номер,Дата,Город,Оштрафовано,Сумма\n1,12.05.2013,Алматы,2,10 000 тенге\n2,13.05.2013,Алматы,1,5 000 тенге\n',
  );
  await desk.run('import', 'fines.csv', '--into', 'data');
  answer((mapping) => {
    Object.assign(mapping.dataset, { title: 'Штрафы', licence: 'CC-BY-4.0', created: '2013-06-01' });
    Object.assign(mapping.source, { publisher: 'Пример', rights: 'CC BY 4.0' });
  });
  const { exit, stdout, stderr } = await desk.run('import', 'fines.csv', '--into', 'data');
  expect(exit).toBe(exits.issues);
  expect(stderr).toBe('What is wrong with the dataset that would come of it: 2; nothing was written\n');
  expect(stdout).toContain('add to "rates" of the mapping: "currency": "KZT", ');
  // What several rows have said is said once.
  expect(stdout.match(/there is no rate of KZT/g)).toHaveLength(1);
  expect(stdout).toContain('(2 cells, rows 2, 3)');
  expect(stdout).toContain('2 records added, ');
});

it('brings a Russian workbook with many faults, the next month’s by the same answers, and goes back', async () => {
  const { may, june } = JSON.parse(
    readFileSync(new URL('../../../packages/import/test/faulty-workbook.json', import.meta.url), 'utf8'),
  ) as Document;
  const book = async (name: string, { rows, merges }: Document) => {
    const cells = rows.map((row: Document[]) => row.map((it) => (it?.date ? new Date(it.date) : it)));
    writeFileSync(
      join(desk.cwd, name),
      await writeXlsx({ sheets: [{ name: 'Список', rows: cells, merges }] }),
    );
  };
  await book('may.xlsx', may);
  const bring = (file: string, ...more: string[]) =>
    desk.run('import', file, '--into', 'data', '--lang', 'ru', ...more);
  expect((await bring('may.xlsx')).stdout).toContain('Заголовки в строке 3. Используемые столбцы:');
  const asked = await bring('may.xlsx');
  expect(asked.stderr).toBe('13 вопросов; ничего не записано\n');
  expect(asked.stdout).toContain('«2013-03-05»: электронная таблица превратила набранное в дату');
  expect(asked.stdout).toMatch(/«Шимкент»: какое это место\?.*\n.*"geonames-1518980" \(Шымкент, KZ, /);
  answer((mapping) => {
    Object.assign(mapping.dataset, { title: 'Задержания', licence: 'CC-BY-4.0', created: '2013-06-01' });
    Object.assign(mapping.source, { publisher: 'Пример', rights: 'CC BY 4.0' });
    mapping.shared.date.year = 2013;
    // Here a row keeps its number.
    mapping.key = ['№'];
    mapping.columns = { Телефон: 'ignore' };
    mapping.places.names = { Шимкент: 'geonames-1518980', 'Нурбулак-77': 'nurbulak' };
    mapping.places.add = { nurbulak: { kind: 'settlement', country: 'KZ', name_ru: 'Нурбулак-77' } };
    const values = { 'несколько десятков': '20+', '2013-03-05': '3-5', '150/300': '150-300', 'k.A.': '?' };
    Object.assign(mapping.records[0].count, { more_than: 'next', values });
  });
  const done = await bring('may.xlsx');
  expect([done.exit, done.stdout.split('\n').at(-2)]).toEqual([
    exits.done,
    '6 записей добавится, 0 записей изменится, 0 записей исчезнет, 0 без изменений',
  ]);
  const first = (await desk.json('publish', 'data')).document;
  await book('june.xlsx', june);
  const next = await bring('june.xlsx');
  expect(next.stdout).toContain('столбцы стоят не там, где в прошлой таблице: Город');
  expect(next.stdout).toContain('1 запись добавится, 1 запись изменится, 1 запись исчезнет, 4 без изменений');
  expect((await desk.json('publish', 'data')).document).toMatchObject({ ok: true, records: 6 });
  expect((await desk.json('rollback', first.id)).document).toMatchObject({ ok: true });
});

it('asks about all columns that nothing is taken from at once', async () => {
  write(
    'may.csv',
    'Номер;Дата;Город;Задержано;Телефон;Адвокат\n1;12.05.2013;Алматы;5;+7 000;С. А.\n2;13.05.2013;Астана;6;;\n',
  );
  await desk.run('import', 'may.csv', '--into', 'data');
  const asked = await desk.run('import', 'may.csv', '--into', 'data', '--lang', 'ru');
  expect(asked.stdout).toContain('«Телефон», «Адвокат»: из этих столбцов пока ничего не берётся');
  expect(asked.stdout).toContain(
    '"columns": { "Телефон": "ignore", "Адвокат": "ignore" }: "ignore" (не брать',
  );
  // Two columns are one question, beside those of the dataset and the table.
  expect(asked.stderr).toBe('5 вопросов; ничего не записано\n');
});
