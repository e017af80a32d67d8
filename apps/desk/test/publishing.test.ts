import { appendFileSync, readdirSync } from 'node:fs';
import { openStoreAt } from '@article21/store';
import { expect, it } from 'vitest';
import { hidden, useDesk } from './browser.ts';
import { importMay, JUNE } from './story.ts';

const desk = useDesk();
const current = () => openStoreAt({ dataDir: desk.path('.data') }).current();

it('publishes what it has shown, with what each headline becomes, and goes back by the same difference', async () => {
  await desk.open();
  expect((await desk.get('/publish')).html).toContain('There is nothing to publish yet');
  await importMay(desk);
  const first = await desk.get('/publish');
  expect(first.html).toContain('nothing</td><td data-column="After it"><strong>At least 355\u00a0detentions');
  expect(first.html).toContain('3 records added');
  expect(await current()).toBe(null);
  const published = await desk.post('/publish', { seen: hidden(first, 'seen'), message: 'May' });
  expect(published.html).toContain('The folder is what is published already.');
  expect(published.html).toContain('npm start serves it at http://localhost:4321');
  const may = await current();
  expect(published.html).toContain(`${may} is published and served.`);
  // The folder is what was shown; what is served, over which it would be published, is not.
  expect((await desk.post('/publish', { seen: hidden(first, 'seen') })).status).toBe(409);
  const june = await desk.bring('june.csv', JUNE);
  await desk.post(`${june.path}/import`, { seen: hidden(june, 'seen') });
  const second = await desk.get('/publish');
  expect(second.html).toContain('<td data-column="Published now">At least 355\u00a0detentions');
  expect(second.html).toContain('<strong>At least 346\u00a0detentions');
  // The row of the one that says the same stands elsewhere now, which is what it cites.
  expect(second.html).toContain('1 record added, 2 records changed, 1 record removed');
  await desk.post('/publish', { seen: hidden(second, 'seen') });
  const back = await desk.get(`/publish/back/${may}`);
  expect(back.html).toContain('<td data-column="Published now">At least 346\u00a0detentions');
  expect(back.html).toContain('<strong>At least 355\u00a0detentions');
  const late = await desk.post(`/publish/back/${may}`, { seen: may ?? '' });
  expect(late.status).toBe(409);
  // Of two windows at once, one goes back.
  const goBack = () => desk.post(`/publish/back/${may}`, { seen: hidden(back, 'seen') });
  const both = await Promise.all([goBack(), goBack()]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.map(({ html }) => html).join()).toContain(`${may} is published again.`);
  expect(await current()).toBe(may);
  expect(readdirSync(desk.path('data.desk'))).toEqual([]);
  expect(desk.warned).toEqual([]);
});

it('publishes nothing that was not shown, and nothing that is not sound', async () => {
  await desk.open();
  await importMay(desk);
  const seen = hidden(await desk.get('/publish'), 'seen');
  appendFileSync(desk.path('data/places.csv'), '\n');
  const stale = await desk.post('/publish', { seen });
  expect([stale.status, await current()]).toEqual([409, null]);
  appendFileSync(desk.path('data/records.csv'), 'x1,nonsense\n');
  const unsound = await desk.get('/publish');
  expect(unsound.html).toContain('The dataset cannot be published');
  expect(unsound.html).toContain('<strong>records.csv:5');
  const tried = await desk.post('/publish', { seen });
  expect([tried.status, await current()]).toEqual([409, null]);
});

it('puts a dataset in the place of another one only where that is said', async () => {
  await desk.open();
  await importMay(desk);
  const first = await desk.get('/publish');
  await desk.post('/publish', { seen: hidden(first, 'seen') });
  const served = await current();
  const meta = desk.read('data/datapackage.json');
  desk.write('data/datapackage.json', meta.replace('"name": "data"', '"name": "other"'));
  const other = await desk.get('/publish');
  expect(other.html).toContain('Publish it in the place of the other dataset, Задержания');
  expect((await desk.post('/publish', { seen: hidden(other, 'seen') })).status).toBe(422);
  expect(await current()).toBe(served);
  await desk.post('/publish', { seen: hidden(other, 'seen'), replaces: 'yes' });
  expect(await current()).not.toBe(served);
});

it('retracts a snapshot and a record, with a reason and a tick, and never what is served', async () => {
  await desk.open();
  await importMay(desk);
  await desk.post('/publish', { seen: hidden(await desk.get('/publish'), 'seen') });
  const may = (await current()) ?? '';
  expect((await desk.get(`/publish/retract/${may}`)).status).toBe(404);
  expect((await desk.get('/publish/retract?record=may-3')).html).toContain(
    `may-3 is in ${may}, which is served.`,
  );
  const june = await desk.bring('june.csv', JUNE);
  await desk.post(`${june.path}/import`, { seen: hidden(june, 'seen') });
  await desk.post('/publish', { seen: hidden(await desk.get('/publish'), 'seen') });
  const store = openStoreAt({ dataDir: desk.path('.data') });
  const asked = await desk.get(`/publish/retract/${may}`);
  expect(asked.html).toContain('What it cannot do');
  const reason = 'endangers_person';
  for (const half of [{}, { reason }, { sure: 'yes' }, { reason: 'none', sure: 'yes' }]) {
    expect((await desk.post(`/publish/retract/${may}`, half)).status).toBe(422);
    expect(await store.ids()).toContain(may);
  }
  const record = await desk.get('/publish/retract?record=may-3');
  expect(record.html).toContain('The record is in 1 snapshot, which goes as a whole:');
  const done = await desk.post('/publish/retract', { record: 'may-3', reason, sure: 'yes' });
  expect(done.html).toContain('may-3 is retracted.');
  expect(await store.ids()).toEqual([await current()]);
  expect((await store.retractions()).get(may)).toMatchObject({ reason });
  expect(await store.withholds('data', 'may-3')).toBe(true);
  expect((await desk.get('/publish/retract?record=none')).html).toContain('has a record none');
  expect((await desk.post(`/publish/retract/${may}`, { reason, sure: 'yes' })).status).toBe(404);
});

it('retracts a record that a rule protects by the id that the folder has, and keeps what was said of each publication', async () => {
  await desk.open();
  await importMay(desk);
  const rules = [{ id: 'town', when: { place: ['zhanaozen'] }, date: 'month' }];
  desk.write('data/policy.json', JSON.stringify({ secret: '0123456789abcdef'.repeat(2), rules }));
  const publish = async (message: string) =>
    desk.post('/publish', { seen: hidden(await desk.get('/publish'), 'seen'), message });
  await publish('first');
  const first = (await current()) ?? '';
  expect((await desk.get('/publish/retract?record=may-3')).html).toContain(`may-3 is in ${first}, which is`);
  for (const file of ['data/records.csv', 'data/evidence.csv'])
    desk.write(file, desk.read(file).replace(/^may-3,.*\n/m, ''));
  const second = await publish('second');
  expect([second.html.includes('“first”'), second.html.includes('“second”')]).toEqual([true, true]);
  const asked = await desk.get('/publish/retract?record=may-3');
  const [, published = ''] = /it is published as (withheld-[0-9a-f]+)\./.exec(asked.html) ?? [];
  expect(published).not.toBe('');
  const done = await desk.post('/publish/retract', { record: 'may-3', reason: 'wrong', sure: 'yes' });
  expect(done.html).toMatch(new RegExp(`<code>${first}</code><span class="muted">retracted on \\d`));
  expect(await openStoreAt({ dataDir: desk.path('.data') }).withholds('data', published)).toBe(true);
});
