import { expect, it } from 'vitest';
import { chosenField, typedField } from '../src/answers.ts';
import { useField } from '../src/columns.ts';
import { rateName } from '../src/rates.ts';
import { hidden, type Opened, useDesk } from './browser.ts';
import { answer } from './story.ts';

const desk = useDesk();

/** What every new folder asks. */
const ABOUT = {
  [typedField(['dataset', 'title'])]: 'List',
  [typedField(['dataset', 'licence'])]: 'CC-BY-4.0',
  [typedField(['source', 'publisher'])]: 'Example',
  [typedField(['source', 'rights'])]: 'CC BY 4.0',
};

/** Imports a table of which nothing is open any more, publishes it, and answers what readers will see. */
async function publish(asked: Opened, ready: Opened): Promise<string> {
  await desk.post(`${asked.path}/import`, { seen: hidden(ready, 'seen') });
  const seen = await desk.get('/publish');
  const done = await desk.post('/publish', { seen: hidden(seen, 'seen') });
  expect(done.html).toContain(' is published and served.');
  return seen.html;
}

it('publishes a German list in Windows-1252 with its dates, numbers, sums of money and towns', async () => {
  await desk.open();
  const list = `Versammlungen 2024 – Übersicht;;;;;

lfd. Nr.;Datum;Ort;Teilnehmer;Festnahmen;Bußgelder
März 2024;;;;;
7;12.03.2024;München;500-1.000;1.024;1.234,50 €
9;13.03.2024;Gießen;k.A.;ca. 10;75,00 €
Summe;;;;1.034;
`;
  const bytes = Uint8Array.from(list.replace('–', '\u0096').replaceAll('€', '\u0080'), (it) =>
    it.charCodeAt(0),
  );
  const asked = await desk.bring('versammlungen.csv', bytes);
  expect(asked.html).toContain('encoding windows-1252, cells separated by “;”, header in row 3');
  const ready = await answer(desk, asked, {
    ...ABOUT,
    [chosenField(['records', 0, 'count', 'thousands'])]: '=.',
    [chosenField(['columns', 'Teilnehmer'])]: '=ignore',
  });
  expect(ready.html).toContain('4 records added');
  const seen = await publish(asked, ready);
  expect(seen).toMatch(/About 1,030\u00a0detentions, 12.13\u00a0March 2024\./);
  expect(seen).toMatch(/EUR.1,309\.50.in fines/);
  expect(desk.read('data/places.csv')).toMatch(
    /^munich,city,bavaria,DE,48\..*\nhesse,region,germany,.*\ngie.en,city,hesse,DE,/m,
  );
});

it('publishes a list of the United States with months first, cities with their states, and dollars', async () => {
  await desk.open();
  const list = `Date,Location,Crowd size,Arrests,Fines
03/04/2020,"St. Louis, MO",hundreds,"1,234",$250.00
3/5/2020,"Washington, DC","2,500",at least 7,"$1,500"
3/28/2020,"Ft. Worth, TX",about 50,dozens,
`;
  const asked = await desk.bring('protests.csv', list);
  const columns = await desk.post(`${asked.path}/columns`, {
    was: hidden(asked, 'was'),
    order: 'month-first',
    [useField('Crowd size')]: 'keep',
  });
  const rated = await answer(desk, columns, {
    ...ABOUT,
    [chosenField(['places', 'names', 'Washington, DC'])]: '=geonames-4140963',
    [chosenField(['records', 0, 'count', 'thousands'])]: '=,',
    [typedField(['records', 0, 'count', 'values', 'dozens'])]: '20+',
  });
  expect(rated.html).toContain('there is no rate of USD');
  const rate = { currency: 'USD', from: '2020-01-01', to: '2020-12-31', eur: '0.9', source: 'Example' };
  const fields = Object.entries(rate).map(([field, value]) => [rateName(field as keyof typeof rate), value]);
  const ready = await desk.post(`${asked.path}/rate`, {
    was: hidden(rated, 'was'),
    ...Object.fromEntries(fields),
  });
  expect(ready.html).toContain('5 records added');
  const seen = await publish(asked, ready);
  expect(seen).toContain('At least 1,261\u00a0detentions');
  expect(desk.read('data/records.csv')).toMatch(/detention,st-louis,2020-03-04,,1234,/);
});
