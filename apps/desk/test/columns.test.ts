import { expect, it } from 'vitest';
import { chosenField } from '../src/answers.ts';
import { constantField, thousandsField, useField } from '../src/columns.ts';
import { hidden, type Opened, useDesk } from './browser.ts';
import { answer } from './story.ts';

const desk = useDesk();
const mappingOf = (page: Opened) =>
  JSON.parse(desk.read(`data.desk/${page.path.split('/')[2]}/mapping.json`));

it('lets columns be given another role, in a form, without a file being edited', async () => {
  await desk.open();
  const asked = await desk.bring(
    'list.csv',
    'Дата,Город,Пришло,Забрали\n4/5/2012,Алматы,1.000,5\n5/6/2012,Алматы,2.000,6\n',
  );
  expect(asked.html).toContain('<option value="detention">number of people: detention</option>');
  const save = (page: Opened, fields: Record<string, string>) =>
    desk.post(`/tables/${asked.path.split('/')[2]}/columns`, { was: hidden(page, 'was'), ...fields });
  const told = await save(asked, {
    [useField('Забрали')]: 'detention',
    [useField('Пришло')]: 'keep',
    order: 'day-first',
    [thousandsField('Забрали')]: '.',
  });
  expect(told.status).toBe(200);
  const { records, columns, shared } = mappingOf(asked);
  expect(records).toMatchObject([
    { kind: { value: 'detention' }, count: { column: 'Забрали', thousands: '.' } },
  ]);
  expect(columns).toEqual({ Пришло: 'keep' });
  expect(shared.date.order).toBe('day-first');
  const twice = await save(told, { [useField('Пришло')]: 'detention' });
  expect([twice.status, twice.html.includes('cannot both be this')]).toEqual([422, true]);
  const constant = await save(twice, { [useField('Город')]: 'ignore', [constantField('place')]: 'Астана' });
  expect(mappingOf(asked).shared.place).toEqual({ value: 'Астана' });
  expect(constant.html).toContain('2012-05-04');
});

it('asks about every column that nothing is taken from, with one answer for all of them', async () => {
  await desk.open();
  const asked = await desk.bring(
    'list.csv',
    'Дата,Город,Задержано,Решение акимата,Телефон,Возраст\n12.05.2012,Алматы,5,отказ,+7 701,17\n',
  );
  expect(asked.html).toContain('all that are alike (3 columns)');
  expect(asked.html).toContain('“Решение акимата”, “Телефон”, “Возраст”');
  expect(asked.html).toContain('href="#columns"');
  const answered = await answer(desk, asked, {
    [chosenField(['all', 'columns', 'unused_column'])]: '=ignore',
    [chosenField(['columns', 'Возраст'])]: '=keep',
  });
  expect(mappingOf(asked).columns).toEqual({
    'Решение акимата': 'ignore',
    Телефон: 'ignore',
    Возраст: 'keep',
  });
  // Said at every look from then on.
  expect(answered.html).toContain('Ignored, so that nothing of them is published: Решение акимата, Телефон');
});

it('reads another row as the header, and says where there is none', async () => {
  await desk.open();
  const asked = await desk.bring('list.csv', 'a,b,c\nДата,Город,Задержано\n12.05.2012,Алматы,5\n');
  const id = asked.path.split('/')[2];
  const first = await desk.post(`/tables/${id}/columns`, { was: hidden(asked, 'was'), header: '1' });
  expect(mappingOf(asked).table.header).toBe(1);
  const again = await desk.post(`/tables/${id}/columns`, { was: hidden(first, 'was'), header: '2' });
  expect(again.html).toContain('2012-05-12');
  expect(mappingOf(asked).records).toMatchObject([{ kind: { value: 'detention' } }]);
});
