import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chosenField, typedField } from '../src/answers.ts';
import { hidden, type Opened, useDesk } from './browser.ts';

const desk = useDesk();

const TABLE = `Задержания, 2013 год;;;;
№;Дата;Город;Задержано;Телефон
Май 2013;;;;
1;12.05.2013;Алматы;не менее 84;+7 000
2;13.05.2013;Астана;более 250;
3;14.05.2013;Жанаозен;несколько десятков;
Итого;;;400;
`;
const ANSWERS = {
  [typedField(['dataset', 'title'])]: 'Задержания',
  [typedField(['dataset', 'licence'])]: 'CC-BY-4.0',
  [typedField(['source', 'publisher'])]: 'Пример',
  [typedField(['source', 'rights'])]: 'CC BY 4.0',
  [chosenField(['records', 0, 'count', 'more_than'])]: '=next',
  [typedField(['records', 0, 'count', 'values', 'несколько десятков'])]: '20+',
};
const answer = (page: Opened, answers: Record<string, string>) =>
  desk.post(`${page.path.replace(/\/(?:answers|columns|mapping)$/, '')}/answers`, {
    was: hidden(page, 'was'),
    ...answers,
  });

it('takes a table, asks, imports it and forgets the draft', async () => {
  const home = await desk.open();
  expect(home.html).toContain('There is no dataset in this folder yet.');
  const asked = await desk.bring('may.csv', TABLE);
  expect(asked.status).toBe(200);
  expect(asked.html).toContain('6 questions');
  expect(asked.html).toContain('header in row 2');
  expect(asked.html).toContain('left out: a sum: 1');
  expect(asked.html).toContain('<button class="button main" type="submit" disabled="">Import');
  const half = await answer(asked, { [typedField(['dataset', 'title'])]: 'Задержания' });
  expect(half.html).toContain('5 questions');
  const ready = await answer(half, ANSWERS);
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
