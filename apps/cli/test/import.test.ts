import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
№;Дата;Город;Задержано;Телефон
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
  expect(proposed.stdout).toContain('Ignored, so that nothing of them is published: Телефон');
  const asked = await desk.run('import', 'may.csv', '--into', 'data');
  expect(asked).toMatchObject({ exit: exits.issues, stderr: '6 questions; nothing was written\n' });
  expect(asked.stdout).toContain('Read: encoding utf-8, cells separated by semicolons, header in row 2');
  expect(asked.stdout).toContain('5 rows, 3 records; left out: 1 sum, 1 title');
  expect(asked.stdout).toContain('records[0].count.values["несколько десятков"]: "?" or "20+"');
  expect(asked.stdout).toContain(`to be answered in ${join(desk.cwd, 'data.mapping.json')}:\n`);
  // A question about the table itself is about none of its rows, and says what an answer looks like.
  expect(asked.stdout).toContain('the table: what is the dataset called?\n    dataset.title: a text\n');
  answer((mapping) => {
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
  expect(dry).toMatchObject({ exit: exits.done, stderr: 'a dry run: nothing was written\n' });
  expect(dry.stdout).toContain('Would be: 1 added, 1 changed, 1 removed, 1 as before');
  expect(dry.stdout).toMatch(/row 4 {2}may-1 {2}count {2}84\+ → 90/);
  expect(dry.stdout).toContain('  added: may-4\n  removed: may-3\n');
  expect((await desk.run('import', 'june.csv', '--into', 'data')).stdout).toContain(
    'Now: 1 added, 1 changed, 1 removed, 1 as before',
  );
  expect((await desk.json('publish', 'data')).document).toMatchObject({ ok: true, records: 3 });
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
});

it('writes a template once, and never over a file that is there', async () => {
  expect(await desk.run('template', '--lang', 'ru')).toMatchObject({
    exit: exits.done,
    stdout: expect.stringContaining('article21-ru.xlsx is written'),
  });
  expect((await desk.run('template', '--lang', 'ru')).stderr).toMatch(/already there/);
  expect((await desk.run('template', '--lang', 'xx')).stderr).toMatch(/unknown language: xx/);
  expect((await desk.run('template', 'a.csv')).stderr).toMatch(/name it a\.csv\.xlsx/);
});

it('says of a table that is not taken what would be, and where in the mapping a rate is told', async () => {
  write('fines.csv', '№,Дата,Город,Оштрафовано,Сумма\n1,12.05.2013,Алматы,2,10 000 тенге\n');
  await desk.run('import', 'fines.csv', '--into', 'data');
  answer((mapping) => {
    Object.assign(mapping.dataset, { title: 'Штрафы', licence: 'CC-BY-4.0', created: '2013-06-01' });
    Object.assign(mapping.source, { publisher: 'Пример', rights: 'CC BY 4.0' });
  });
  const { exit, stdout, stderr } = await desk.run('import', 'fines.csv', '--into', 'data');
  expect([exit, stderr]).toEqual([exits.issues, '1 issue; nothing was written\n']);
  expect(stdout).toContain('hint: add to "rates" of the mapping: { "currency": "KZT", ');
  expect(stdout).toContain('Would be: 1 added, ');
});
