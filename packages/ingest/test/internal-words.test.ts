import { expect, test } from 'vitest';
import { edited, readAll, writeDataset } from './folder.ts';

const text = 'On that day three of us were taken by Canary. At night three of us were taken back.\n';
const quoting = (quote: string, stated: string) =>
  edited('evidence.csv', 'three of us were taken,three', `${quote},${stated}`);
const internal = { 'sources/diary.txt': text };
const shown = { ...internal, 'sources.csv': edited('sources.csv', 'internal', 'public') };

test('how the text of an internal source goes on is in no message; that of a public one is', async () => {
  const evidence = { 'evidence.csv': quoting('On that day three of us were taken home', 'three') };
  const hint = 'copy the words from the source’s text; it agrees in its first 35 characters';
  const { issues } = await readAll(writeDataset({ ...internal, ...evidence }));
  expect(issues).toMatchObject([{ code: 'quote_not_found', hint }]);
  const { issues: told } = await readAll(writeDataset({ ...shown, ...evidence }));
  expect(told).toMatchObject([{ code: 'quote_not_found', hint: expect.stringContaining('“by Canary. At') }]);
});

test.each([
  ['begins otherwise', 'Nobody was taken', 'Nobody'],
  ['agrees for a few letters', 'On the eve of that day', 'eve'],
  ['agrees to the end of what is typed but for a letter', 'three of us were taken by canary', 'three'],
  ['occurs twice', 'three of us were taken', 'three'],
  ['does not hold what is stated', 'On that day three of us were taken', 'four'],
])('no word of an internal source is told of a quotation that %s', async (_, quote, stated) => {
  const { issues } = await readAll(writeDataset({ ...internal, 'evidence.csv': quoting(quote, stated) }));
  expect(issues).not.toEqual([]);
  expect(JSON.stringify(issues)).not.toMatch(/Canary|night|back/);
});
