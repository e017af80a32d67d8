import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { isDeclaredId } from '@article21/model';
import { thisProcess } from '@article21/store/process';
import { expect, it } from 'vitest';
import { VALUES, valueField } from '../src/declared/rows.ts';
import { hidden, type Opened, useDesk } from './browser.ts';
import { answer, importMay } from './story.ts';

const desk = useDesk();

/** Fills in the form at a path. */
async function declare(path: string, fields: Record<string, string>): Promise<Opened> {
  return desk.post(path, { was: hidden(await desk.get(path.replace('/remove', '')), 'was'), ...fields });
}

const KIND = { label_ru: 'Нападение', label_en: 'Attack', definition_ru: 'На журналиста\nнапали.' };
const DATASET = { dataset: 'Нападения', licence: 'CC-BY-4.0' };

it('goes from a question of a table to a kind of its own, and back to a table that takes it', async () => {
  await desk.open();
  const asked = await desk.bring('attacks.csv', 'Дата;Город\n12.05.2013;Алматы\n');
  const href = /href="(\/declared\/kinds\?from=[^"]+)"/.exec(asked.html)?.[1] ?? '';
  const form = await desk.get(href);
  expect(form.html).toContain('There is no dataset in this folder yet: it begins with this.');
  const saved = await declare(href, { ...KIND, ...DATASET });
  expect(saved.html).toContain('“Attack” is saved.');
  expect(saved.html).toContain('No measure counts it');
  expect(desk.read('data/kinds.csv')).toBe(
    'id,label_en,label_ru,label_kk,definition_en,definition_ru,definition_kk\nattack,Attack,Нападение,,,На журналиста напали.,\n',
  );
  const back = await desk.get(/href="(\/tables\/[^"]+)"/.exec(saved.html)?.[1] ?? '');
  expect(back.html).toContain('value="=attack"');
  // What the dataset is called nobody is asked again.
  expect(back.html).not.toContain('what is the dataset called?');
  const ready = await answer(desk, back, {
    'chosen:["records",0,"kind","value"]': '=attack',
    'typed:["source","publisher"]': 'Пример',
    'typed:["source","rights"]': 'CC BY 4.0',
  });
  const done = await desk.post(`${asked.path}/import`, { seen: hidden(ready, 'seen') });
  expect(done.html).toContain('attacks.csv is imported.');
  expect(desk.read('data/records.csv')).toMatch(/,attack,almaty,2013-05-12,,1,/);
});

it('adds, changes and removes kinds, measures and attributes, and keeps what stands in other rows', async () => {
  await desk.open();
  await importMay(desk);
  await declare('/declared/kinds', KIND);
  const path = '/declared/measures?kind=attack';
  expect((await desk.get(path)).html).toContain('<option value="attack" selected="">attack<');
  await declare(path, { ...KIND, id: 'attacked', kind: 'attack', quantity: 'count', unit_en: 'people' });
  const listed = await desk.get('/declared');
  expect(listed.html).toContain('people, or what the unit says, of records of the kind “attack”');
  expect(listed.html).not.toContain('No measure counts it');
  await declare('/declared/attributes', {
    ...{ label_en: 'Topic', definition_en: 'What it was about.', [VALUES]: '3' },
    [valueField(0, 'label_en')]: 'Land',
    [valueField(2, 'label_en')]: 'Pay',
    [valueField(2, 'id')]: 'labour',
  });
  const topic = await desk.get('/declared/attributes/topic');
  // Of a value that is there the id is not typed again; of a new one it may be.
  expect(topic.html.match(/type="hidden" name="value:\d:id"/g)).toHaveLength(2);
  expect(topic.html.match(/name="value:\d:remove"/g)).toHaveLength(2);
  await declare('/declared/attributes/topic', {
    ...{ label_en: 'Theme', definition_en: 'What it was about.', [VALUES]: '3' },
    [valueField(0, 'id')]: 'land',
    [valueField(0, 'remove')]: 'on',
    [valueField(1, 'id')]: 'labour',
    [valueField(1, 'label_en')]: 'Work',
    [valueField(2, 'label_ru')]: 'Выборы',
  });
  expect(desk.read('data/attributes.csv')).toBe(
    [
      'id,value,label_en,label_ru,label_kk,definition_en,definition_ru,definition_kk',
      'topic,,Theme,,,What it was about.,,',
      'topic,labour,Work,,,,,',
      'topic,vybory,,Выборы,,,,',
      '',
    ].join('\n'),
  );
  // A measure is counted of it: the kind stays. What is used by nothing goes.
  const kept = await declare('/declared/kinds/attack/remove', {});
  expect([kept.status, kept.html.includes('measures.csv, 2, kind')]).toEqual([422, true]);
  await declare('/declared/measures/attacked/remove', {});
  await declare('/declared/attributes/topic/remove', {});
  const gone = await declare('/declared/kinds/attack/remove', {});
  expect(gone.html).toContain('attack is removed.');
  expect(gone.html.match(/None yet\./g)).toHaveLength(3);
  expect(desk.warned).toEqual([]);
});

it('refuses what check refuses, in its words, and keeps what was typed', async () => {
  await desk.open();
  const none = await declare('/declared/kinds', { ...DATASET, label_en: 'Attack & <b>' });
  expect(none.status).toBe(422);
  expect(none.html).toContain('kinds.csv, 2, definition_en');
  expect(none.html).toContain('value="Attack &amp; &lt;b&gt;"');
  expect(none.html).toContain('name="licence" value="CC-BY-4.0"');
  expect(existsSync(desk.path('data'))).toBe(false);
  await declare('/declared/kinds', { ...KIND, ...DATASET });
  const twice = await declare('/declared/kinds', KIND);
  expect(twice.html).toContain('attack is already used in row 2');
  const proposed = /for example (\w+)/.exec(twice.html)?.[1] ?? '';
  expect(isDeclaredId(proposed), proposed).toBe(true);
  const euros = { ...KIND, kind: 'attack', quantity: 'amount', unit_en: 'tenge' };
  expect((await declare('/declared/measures', euros)).html).toContain('amounts are told in euros');
  const usual = await declare('/declared/kinds', { ...KIND, id: 'detention' });
  expect(usual.status).toBe(422);
  for (const path of ['/declared/kinds/none', '/declared/records', '/declared/records/x'])
    expect((await desk.get(path)).status).toBe(404);
});

it('writes nothing over what somebody else has declared meanwhile', async () => {
  await desk.open();
  await declare('/declared/kinds', { ...KIND, ...DATASET });
  const seen = hidden(await desk.get('/declared/kinds/attack'), 'was');
  appendFileSync(desk.path('data/kinds.csv'), 'raid,Raid,,,\n');
  const before = desk.read('data/kinds.csv');
  for (const path of ['/declared/kinds', '/declared/kinds/attack', '/declared/kinds/attack/remove']) {
    const late = await desk.post(path, { was: seen, ...KIND, id: 'siege' });
    expect([late.status, desk.read('data/kinds.csv')]).toEqual([409, before]);
    expect(late.html).toContain('Something was changed meanwhile');
  }
});

it('says that somebody else is changing the folder, which is no failure of the desk', async () => {
  await desk.open();
  await importMay(desk);
  const other = { ...thisProcess(), pid: process.ppid, started: null, token: 'x' };
  mkdirSync(desk.path('data/.article21-change'));
  writeFileSync(desk.path('data/.article21-change/process'), JSON.stringify(other));
  const refused = await declare('/declared/kinds', KIND);
  expect(refused.status).toBe(409);
  expect(refused.html).toContain('another import is changing');
  expect(desk.warned).toEqual([]);
  rmSync(desk.path('data/.article21-change'), { recursive: true });
  expect((await declare('/declared/kinds', KIND)).html).toContain('“Attack” is saved.');
});
