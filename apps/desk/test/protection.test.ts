import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hidden, type Opened, useDesk } from './browser.ts';
import { importMay } from './story.ts';

const desk = useDesk();

/** Saves what a page of changes shows. */
function save(page: Opened): Promise<Opened> {
  const change = hidden(page, 'change').replaceAll('&quot;', '"');
  return desk.post('/protection/save', { was: hidden(page, 'was'), change });
}

/** Leaves of the places the towns alone, as datasets of before have them, and makes one of them a place that no list has. */
function forgetRegions(): void {
  const [header = '', ...rows] = desk.read('data/places.csv').trim().split('\n');
  const towns = rows
    .filter((row) => /^[^,]+,city,/.test(row))
    .map((row) => row.replace(/,city,[^,]*/, ',city,'));
  const left = towns.filter((row) => !row.startsWith('zhanaozen'));
  const own = header
    .split(',')
    .map((it) => ({ id: 'akimat', kind: 'settlement', country: 'KZ', name_en: 'Akimat' })[it] ?? '');
  desk.write('data/places.csv', `${[header, ...left, own.join(',')].join('\n')}\n`);
  desk.write('data/records.csv', desk.read('data/records.csv').replace(',zhanaozen,', ',akimat,'));
}

const RULE = { id: 'astana', place: 'Астана', 'date-as': 'month', 'place-as': 'country', kind: 'detention' };

it('shows what a rule changes in every headline before it is saved, and again before it is removed', async () => {
  await desk.open();
  expect((await desk.get('/protection')).html).toMatch(
    /There is no dataset in this folder yet.*href="\/coding"/,
  );
  expect((await desk.get('/protection/rule')).path).toBe('/protection');
  await importMay(desk);
  forgetRegions();
  const nowhere = await desk.post('/protection/rule', RULE);
  expect(nowhere.html).toContain('give it a parent of the kind region or country');
  expect((await desk.get('/protection')).html).toContain('3 records are in places of which');
  const added = await desk.post('/protection/regions');
  expect(added.html).toContain('2 places are said to lie in their region.');
  // One that GeoNames does not know is asked about.
  expect(added.html).toContain('name="region:akimat"');
  await desk.get('/language/ru');
  expect((await desk.get('/protection')).html).toContain('<option value="KZ.09">Мангистауская область');
  await desk.get('/language/en');
  const all = await desk.post('/protection/regions', { 'region:akimat': 'KZ.09' });
  expect(all.html).not.toContain('are in places of which');
  expect(desk.read('data/places.csv')).toMatch(/^akimat,settlement,mangystau-region,KZ,/m);
  const looked = await desk.post('/protection/rule', RULE);
  expect(looked.html).toContain('astana: 1 record is protected');
  expect(looked.html).toMatch(
    /scope="row">Detentions, Astana.*data-column="Without the rule">[^<]*At least 251/,
  );
  expect(looked.html).toContain('scope="row">Detentions, Kazakhstan');
  expect(looked.html).toContain('What it does not hide');
  await desk.get('/language/ru');
  const inRussian = await desk.post('/protection/rule', RULE);
  expect(inRussian.html).toMatch(
    /Чего оно не скрывает.*Среди id остальных записей не хватает номеров .*например may-2/s,
  );
  await desk.get('/language/en');
  expect(() => desk.read('data/policy.json')).toThrow('ENOENT');
  const saved = await save(looked);
  expect(saved.html).toContain('policy.json is saved.');
  expect(saved.html).toContain('detention · Astana → its month, its country, without words');
  expect(JSON.parse(desk.read('data/policy.json'))).toEqual({
    secret: expect.stringMatching(/^[0-9a-f]{32}$/),
    rules: [
      { id: 'astana', when: { kind: ['detention'], place: ['astana'] }, date: 'month', place: 'country' },
    ],
  });
  const before = desk.read('data/policy.json');
  expect((await desk.get('/protection/changes')).html).toContain('astana: 1 record is protected');
  // Of two windows one saves.
  expect((await save(looked)).status).toBe(409);
  const last = await desk.post('/protection/remove/astana');
  expect(last.html).toContain('This is the last rule: policy.json goes with it');
  expect(desk.read('data/policy.json')).toBe(before);
  expect((await save(last)).html).toContain('policy.json is removed');
  expect(existsSync(desk.path('data/policy.json'))).toBe(false);
  expect((await save(last)).status).toBe(409);
  expect(desk.warned).toEqual([]);
});

it('says what is wrong with a rule that is none, and keeps what was typed', async () => {
  await desk.open();
  await importMay(desk);
  const empty = await desk.post('/protection/rule', { id: 'none' });
  expect([empty.status, empty.html.includes('fill in at least one condition')]).toEqual([422, true]);
  const nowhere = await desk.post('/protection/rule', { ...RULE, place: 'atlantis' });
  expect([nowhere.status, nowhere.html.includes('There is no place atlantis in the dataset.')]).toEqual([
    422,
    true,
  ]);
  expect(nowhere.html).toContain('name="place" value="atlantis"');
  const undated = await desk.post('/protection/rule', { ...RULE, from: '15.06.2013' });
  expect([undated.status, undated.html.includes('15.06.2013 is no such day')]).toEqual([422, true]);
  const unnamed = await desk.post('/protection/rule', { ...RULE, id: '', 'place-as': '' });
  expect(unnamed.html).toContain('rule: 1 record is protected');
  desk.write('data/policy.json', '{');
  expect((await desk.get('/protection')).html).toContain('policy.json is no policy');
  expect((await desk.post('/protection/rule', RULE)).status).toBe(404);
});

it('marks records as sensitive, one on its page and several in the list, and takes it back', async () => {
  await desk.open();
  await importMay(desk);
  const list = await desk.get('/protection/records');
  const ids = [...list.html.matchAll(/name="record" value="([^"]+)"/g)].map(([, id = '']) => id);
  expect(ids).toHaveLength(3);
  expect((await desk.get('/protection/records?q=astana,')).html).toContain('detention, 251+, Astana, 2013');
  const [one = '', two = ''] = ids;
  // Before a rule says how they are published, it is said that there is none, and nothing offers to mark them.
  for (const { html } of [list, await desk.get(`/protection/records/${one}`)]) {
    expect(html).toContain('no rule says yet how sensitive records are published');
    expect(html).not.toContain('name="mark"');
  }
  const before = desk.read('data/records.csv');
  const unruled = await desk.post(`/protection/records/${one}`, { record: one, mark: 'yes' });
  expect([
    unruled.status,
    unruled.html.includes('no rule says yet how sensitive records are published'),
  ]).toEqual([422, true]);
  expect((await desk.get('/protection/rule?sensitive')).html).toMatch(/name="sensitive" checked=""/);
  await save(await desk.post('/protection/rule', { id: 'marked', sensitive: 'on', 'date-as': 'month' }));
  expect((await desk.get('/protection/records')).html).toMatch(/<button[^>]*name="mark"/);
  const marked = await desk.post(`/protection/records/${one}`, { record: one, mark: 'yes' });
  expect(marked.html).toContain('1 record is marked as sensitive.');
  expect((await desk.get('/protection/changes')).html).toContain('marked: 1 record is protected');
  const several = new FormData();
  for (const id of [one, two]) several.append('record', id);
  several.append('mark', 'yes');
  const both = await desk.post('/protection/records', several);
  expect(both.html).toContain('1 record is marked as sensitive.');
  expect(desk.read('data/records.csv').match(/,yes$/gm)).toHaveLength(2);
  // What was marked before is not undone.
  expect(hidden(both, 'record')).toBe(two);
  const undone = await desk.post('/protection/records', { record: two, mark: 'no' });
  expect(undone.html).toContain('1 record is not sensitive any more.');
  expect((await desk.get(`/protection/records/${two}`)).html).toContain('<strong>not sensitive');
  expect((await desk.get(`/protection/records?q=${one}`)).html).toContain('1 record · sensitive: 1');
  await desk.post(`/protection/records/${one}`, { record: one, mark: 'no' });
  expect(desk.read('data/records.csv').replace(/,(?:sensitive)?$/gm, '')).toBe(before);
  expect((await desk.post('/protection/records', { record: 'no-such', mark: 'yes' })).status).toBe(409);
  expect((await desk.post('/protection/records', { mark: 'yes' })).status).toBe(422);
  expect(desk.warned).toEqual([]);
});

it('waits for nothing that a folder of somebody else has in the place of its policy, and writes through no link', async () => {
  await desk.open();
  await importMay(desk);
  const policy = desk.path('data/policy.json');
  const elsewhere = desk.path('elsewhere.json');
  for (const make of [
    () => symlinkSync('/dev/zero', policy),
    () => execFileSync('mkfifo', [policy]),
    () => mkdirSync(policy),
    () => symlinkSync(elsewhere, policy),
    () => writeFileSync(policy, '['.repeat(2_000_000)),
    () => writeFileSync(policy, '{"rules":[],"rules":[]}'),
  ]) {
    make();
    expect((await desk.get('/protection')).html).toContain('policy.json is no policy');
    for (const path of ['/protection/rule', '/protection/save', '/protection/remove/astana'])
      expect((await desk.post(path, { ...RULE, change: '{"id":null,"rule":null}' })).status).not.toBe(200);
    rmSync(policy, { recursive: true });
  }
  expect(existsSync(elsewhere)).toBe(false);
  expect(desk.warned).toEqual([]);
});
