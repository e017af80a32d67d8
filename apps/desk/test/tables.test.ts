import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chosenField, countryField, kindField, typedField } from '../src/answers.ts';
import { createBackgroundTasks } from '../src/background-tasks.ts';
import { hidden, useDesk } from './browser.ts';
import { ANSWERS, answer, importMay, JUNE, TABLE } from './story.ts';

const desk = useDesk();

it('takes a table, asks, imports it and forgets the draft', async () => {
  const home = await desk.open();
  expect(home.html).toContain('There is no dataset in this folder yet.');
  const asked = await desk.bring('may.csv', TABLE);
  expect(asked.status).toBe(200);
  expect(asked.html).toContain('7 questions');
  expect(asked.html).toContain('header in row 2');
  expect(asked.html).toContain('left out: a sum (1)');
  expect(asked.html).toContain('<button class="button main" type="submit" disabled="">Import');
  const half = await answer(desk, asked, { [typedField(['dataset', 'title'])]: 'Задержания' });
  expect(half.html).toContain('6 questions');
  const ready = await answer(desk, half, ANSWERS);
  expect(ready.html).toContain('3 records added');
  expect(existsSync(desk.path('data'))).toBe(false);
  const done = await desk.post(`${asked.path}/import`, { seen: hidden(ready, 'seen') });
  expect(done.html).toContain('may.csv is imported.');
  expect(done.html).toContain('3 records, 1 source');
  expect(desk.read('data/records.csv')).toContain('may-1,detention,');
  expect(readdirSync(desk.path('data.desk'))).toEqual([]);
  expect((await desk.get(asked.path)).status).toBe(404);
  expect(desk.warned).toEqual([]);
});

it('removes, when it starts, what desks that were killed were making, also one of the same process id', async () => {
  const ended = Number(execFileSync('sh', ['-c', 'echo $$']).toString());
  const names = [ended, process.pid, process.ppid].flatMap((it) => [`.new-${it}-a`, `.trial-${it}-b`]);
  for (const name of names) mkdirSync(desk.path(join('data.desk', name, 'table')), { recursive: true });
  await desk.start();
  expect(readdirSync(desk.path('data.desk')).sort()).toEqual(names.slice(4));
});

it('says how far it is where a table takes long, at an address that can be asked again', async () => {
  await desk.open();
  desk.hurry(true);
  const waiting = await desk.bring('may.csv', TABLE);
  expect(waiting.status).toBe(200);
  expect(waiting.html).toContain('The table is being read: ');
  expect(waiting.html).toContain('<meta http-equiv="refresh" content="2"/>');
  desk.hurry(false);
  const asked = await desk.get(waiting.path);
  expect(asked.html).toContain('7 questions');
  expect(asked.html).not.toContain('http-equiv');
  const ready = await answer(desk, asked, { ...ANSWERS, [typedField(['dataset', 'title'])]: 'Задержания' });
  desk.hurry(true);
  const importing = await desk.post(`${asked.path}/import`, { seen: hidden(ready, 'seen') });
  expect(importing.path).toBe(`${asked.path}/import`);
  expect(importing.html).toContain('http-equiv="refresh"');
  desk.hurry(false);
  const done = await desk.get(importing.path);
  expect(done.html).toContain('may.csv is imported.');
  expect(desk.read('data/records.csv')).toContain('may-1,detention,');
  expect((await desk.get(importing.path)).status).toBe(404);
});

it('tells whoever waits for a table what went wrong with it, once', async () => {
  const tasks = createBackgroundTasks(() => new Promise(() => {}));
  expect(tasks.start('a', () => Promise.reject(new Error('no disk')))).toBe(true);
  expect(tasks.start('a', () => Promise.resolve())).toBe(false);
  await expect(tasks.wait('a')).rejects.toThrow('no disk');
  expect(await tasks.wait('a')).toBeNull();
});

it('reads next month’s table by the remembered mapping, and says which columns moved and what changes', async () => {
  await desk.open();
  await importMay(desk);
  const june = await desk.bring('june.csv', JUNE);
  expect(june.html).not.toContain('What must be decided');
  expect(june.html).toContain('columns that stand elsewhere than in the last table: Город');
  expect(june.html).toContain('1 record added, 1 record changed, 1 record removed, 1 as before');
  expect(june.html).toContain('<del>84+</del> → <ins>90</ins>');
  // Who knows a record by its hash?
  expect(june.html).toContain('<ins>+</ins> detention, Almaty, 2013-06-02, 5 <code');
  expect(june.html).toContain('− <del>detention, Zhanaozen, 2013-05-14, 20+</del>');
  // A closed tab, and a desk that was started again, lose nothing.
  await desk.start();
  const again = await desk.open();
  expect(again.html).toContain('june.csv</a>');
  const done = await desk.post(`${june.path}/import`, { seen: hidden(await desk.get(june.path), 'seen') });
  expect(done.html).toContain('june.csv is imported.');
  expect(desk.read('data/records.csv')).toContain('may-4,');
});

it('writes nothing over what another window, or another program, has changed meanwhile', async () => {
  await desk.open();
  const asked = await desk.bring('may.csv', TABLE);
  const other = await answer(desk, asked, ANSWERS);
  const late = await answer(desk, asked, { [typedField(['dataset', 'title'])]: 'Другое' });
  expect(late.status).toBe(409);
  expect(late.html).toContain('Something was changed meanwhile');
  expect(desk.read(`data.desk/${asked.path.split('/')[2]}/mapping.json`)).not.toContain('Другое');
  const seen = hidden(other, 'seen');
  await desk.post(`${asked.path}/columns`, { was: hidden(other, 'was'), 'use:Телефон': 'refuse' });
  const stale = await desk.post(`${asked.path}/import`, { seen });
  expect([stale.status, existsSync(desk.path('data'))]).toEqual([409, false]);
  expect(stale.html).toContain('the column must stay empty, says the mapping, and the cell is filled');
});

it('says of an answer that is none, and of a mapping that is none, what is wrong, and keeps what was typed', async () => {
  await desk.open();
  const asked = await desk.bring('may.csv', TABLE.replace('12.05.2013', '12.05'));
  const wrong = await answer(desk, asked, { [typedField(['shared', 'date', 'year'])]: 'last' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('value="last"');
  expect(wrong.html).toContain('is not taken: ');
  const right = await answer(desk, wrong, { [typedField(['shared', 'date', 'year'])]: '2013' });
  expect(right.html).toContain('7 questions');
  const broken = await desk.post(`${asked.path}/mapping`, {
    was: hidden(right, 'was'),
    mapping: '{"version": 2}',
  });
  expect(broken.status).toBe(422);
  expect(broken.html).toContain('mapping.json: version is not valid');
  expect(broken.html).toContain('{&quot;version&quot;: 2}');
});

it('takes a place that no list has, by what it is and where', async () => {
  await desk.open();
  const asked = await desk.bring('may.csv', TABLE.replace('Жанаозен', 'Нурбулак-77'));
  const at = ['places', 'names', 'Нурбулак-77'];
  const wrong = await answer(desk, asked, {
    [kindField(at)]: 'settlement',
    [countryField(at)]: 'Kazakhstan',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('“Kazakhstan” is not taken: ');
  const ready = await answer(desk, wrong, {
    ...ANSWERS,
    [kindField(at)]: 'settlement',
    [countryField(at)]: 'kz',
  });
  await desk.post(`${asked.path}/import`, { seen: hidden(ready, 'seen') });
  expect(desk.read('data/places.csv')).toMatch(/nurbulak-77.*settlement.*KZ.*Нурбулак-77/);
});

it('refuses what is no table in one sentence, and keeps nothing of it', async () => {
  await desk.open();
  expect((await desk.bring('a.doc', 'x')).html).toContain('a.doc is of no kind that is read');
  expect((await desk.bring('empty.csv', '')).html).toMatch(/empty\.csv: .*; /);
  expect((await desk.post('/tables')).html).toContain('Choose a file first.');
  const climbing = await desk.bring('../../../etc/a.csv', 'a;b\n1;2\n');
  expect(climbing.html).toContain('<h1>a.csv</h1>');
  expect(readdirSync(desk.at).sort()).toEqual(['data.desk']);
});

it('discards a table, and the folder stays as it is', async () => {
  await desk.open();
  const asked = await desk.bring('may.csv', TABLE);
  expect((await desk.post(`${asked.path}/discard`)).html).toContain('may.csv is discarded.');
  expect([readdirSync(desk.path('data.desk')), existsSync(desk.path('data'))]).toEqual([[], false]);
});

it('keeps what waits, and a dataset that begins with it, from everybody else on the machine', async () => {
  await desk.open();
  const before = process.umask(0o000);
  try {
    const asked = await desk.bring('may.csv', TABLE);
    const waiting = desk.path(join('data.desk', asked.path.split('/')[2] ?? ''));
    const othersMay = (path: string) => statSync(path).mode & 0o077;
    expect([desk.path('data.desk'), waiting, join(waiting, 'table')].map(othersMay)).toEqual([0, 0, 0]);
    const ready = await answer(desk, asked, ANSWERS);
    await desk.post(`${asked.path}/import`, { seen: hidden(ready, 'seen') });
    expect(othersMay(desk.path('data'))).toBe(0);
  } finally {
    process.umask(before);
  }
});

it('takes a table of any name', async () => {
  await desk.open();
  for (const name of [`${'ა'.repeat(120)}.csv`, `${'😀'.repeat(100)}.csv`, '.csv', ' .csv', '..csv']) {
    const asked = await desk.bring(name, TABLE);
    expect([name, asked.status]).toEqual([name, 200]);
  }
  expect((await desk.bring('.csv', TABLE)).html).toContain('what is the table called?');
  expect(desk.warned).toEqual([]);
});

it('shows the most frequent of many doubtful values, and takes one answer for all that are alike', async () => {
  await desk.open();
  const rows = Array.from({ length: 230 }, (_, i) => `${i};12.05.2013;Алматы;как в прошлый раз ${i}`);
  const asked = await desk.bring('many.csv', ['Номер;Дата;Город;Задержано', ...rows].join('\n'));
  expect(asked.html.match(/<fieldset/g)).toHaveLength(1 + 4 + 200);
  expect(asked.html).toContain('all that are alike (230 values)');
  expect(asked.html).toContain('And 30 more values.');
  const all = ['all', 'records', 0, 'count', 'values', 'unknown_form'];
  const one = ['records', 0, 'count', 'values', 'как в прошлый раз 7'];
  const ready = await answer(desk, asked, {
    ...ANSWERS,
    [chosenField(all)]: '=?',
    [typedField(one)]: '12',
  });
  expect(ready.html).toContain('230 records added');
  expect(ready.html.replace(/<[^>]+>/g, '')).toContain('detention · Almaty · 2013-05-12 · 12');
});

it('asks in a form what a currency was worth, and says what a rate needs', async () => {
  await desk.open();
  const asked = await desk.bring(
    'fines.csv',
    'Код;Дата;Город;Оштрафовано;Сумма\nа1;12.05.2013;Алматы;2;10 000 тенге\n',
  );
  const unrated = await answer(desk, asked, {
    [typedField(['dataset', 'title'])]: 'Штрафы',
    [typedField(['dataset', 'licence'])]: 'CC-BY-4.0',
    [typedField(['source', 'publisher'])]: 'Пример',
    [typedField(['source', 'rights'])]: 'CC BY 4.0',
  });
  expect(unrated.html).toMatch(/name="rate:currency"[^>]* value="KZT"/);
  const path = `${asked.path}/rate`;
  const rate = {
    'rate:currency': 'KZT',
    'rate:from': '2013-01-01',
    'rate:to': '2013-12-31',
    'rate:source': 'ECB',
  };
  const wrong = await desk.post(path, { was: hidden(unrated, 'was'), ...rate, 'rate:eur': 'little' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('value="little"');
  const ready = await desk.post(path, { was: hidden(wrong, 'was'), ...rate, 'rate:eur': '0,005' });
  await desk.post(`${asked.path}/import`, { seen: hidden(ready, 'seen') });
  expect(desk.read('data/rates.csv')).toContain('KZT,2013-01-01,2013-12-31,0.005,ECB');
});
