import { words } from '@article21/messages';
import { emptyQuery, type MeasureId } from '@article21/model';
import { expect, it } from 'vitest';
import { aboutLines } from '../../src/sheet/about.ts';
import { edited, serveDataset } from '../loaded-dataset.ts';

async function ratesOf(measure: MeasureId, loaded = serveDataset()) {
  const en = words('en');
  const lines = aboutLines({ ...emptyQuery, measure: [measure] }, await loaded, en);
  return lines.filter(([label]) => label === en.ui.tools.rates).map(([, text]) => text);
}

it('names the rates by which fines were converted, with their days and source', async () => {
  expect(await ratesOf('fines')).toEqual(['EUR 0.01 for 1 KGS, 2021, National Bank']);
});

it('names no rates where no money is counted, or none was converted', async () => {
  expect(await ratesOf('people_fined')).toEqual([]);
  const euros = serveDataset({ 'records.csv': edited('records.csv', '3000 KGS', '30 EUR') });
  expect(await ratesOf('fines', euros)).toEqual([]);
});
