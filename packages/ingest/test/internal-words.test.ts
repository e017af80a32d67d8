import { linkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
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

/** Rows of evidence that are wrong in every way, of an internal source, of one that is not there, and of none. */
const CANARY = 'Canary-in-confidence';
const header = 'record,source,quote,stated,prefix,suffix,confirmed';
const wrongRows: [what: string, evidence: string][] = [
  ['a letter that is not UTF-8', `d2,diary,"\ufffd ${CANARY}",three,,,`],
  ['a control character', `d2,diary,"\u0007${CANARY}",three,,,`],
  ['a quotation that is too long', `d2,diary,"${CANARY} ${'x'.repeat(11_000)}",three,,,`],
  ['words stated that are too long', `d2,diary,three of us,"${CANARY} ${'x'.repeat(1_100)}",,,`],
  ['a prefix with a control character', `d2,diary,three of us,three,"${CANARY} \u0007",,`],
  ['a prefix that is too long', `d2,diary,three of us,three,"${CANARY} ${'x'.repeat(1_100)}",,`],
  ['an unknown source', `d2,${CANARY},three of us,three,,,`],
  ['words in the place of a source', `d2,${CANARY} said,three of us,three,,,`],
  ['words in the place of a record', `"${CANARY} said it",diary,three of us were taken,three,,,`],
  [
    'a word that looks like the id of a record',
    `${CANARY.toLowerCase()},diary,three of us were taken,three,,,`,
  ],
  ['a control character in the place of a record', `"\u0007${CANARY}",diary,three of us,three,,,`],
  ['words in the place of codes', `d2,diary,three of us were taken,three,,,${CANARY}`],
  ['too many cells', `d2,diary,three of us, ${CANARY},three,,,,`],
  ['too few cells', `d2,diary,${CANARY}`],
  ['a quote that is never closed', `d2,diary,"${CANARY}`],
  ['a quote within a cell', `d2,diary,${CANARY} "x" ${CANARY},,,,`],
  ['no sources', `d2,,${CANARY},${CANARY},,,`],
  ['words stated that are not quoted', `d2,diary,three of us were taken,${CANARY},,,`],
];

test.each(wrongRows)('nothing that stands in a row of an internal source is told: %s', async (_, row) => {
  const files = { ...internal, 'evidence.csv': `${header}\n${row}\n` };
  const { issues, warnings, issueKinds } = await readAll(writeDataset(files), { most: 1000 });
  expect(issues.filter(({ file }) => file === 'evidence.csv')).not.toEqual([]);
  expect(JSON.stringify([issues, warnings, issueKinds])).not.toMatch(/canary/i);
});

test('nor where the header was forgotten, so that a row stands in its place', async () => {
  for (const first of [`d2,diary,${CANARY},${CANARY},,,`, `"\u0007 ${CANARY}",diary,x,y`]) {
    const { issues } = await readAll(writeDataset({ ...internal, 'evidence.csv': `${first}\n` }));
    expect(issues).not.toEqual([]);
    expect(JSON.stringify(issues)).not.toMatch(/canary/i);
  }
});

test('where all sources are public, and of a public one beside others, what stands in a row is told', async () => {
  const row = (source: string) => `${header}\nd2,${source},"\u0007 a cell",three,,,\n`;
  const open = { ...shown, 'evidence.csv': row('diary') };
  const beside = { ...internal, 'evidence.csv': row('statement') };
  for (const files of [open, beside]) {
    const { issues } = await readAll(writeDataset(files));
    expect(issues).toContainEqual(expect.objectContaining({ stated: expect.stringContaining('a cell') }));
  }
});

/** One file as the text of both sources, under two names. */
const twice: [what: string, name: string, make: (folder: string) => void][] = [
  ['the same name', 'sources/diary.txt', () => {}],
  ['./', './sources/diary.txt', () => {}],
  ['//', 'sources//diary.txt', () => {}],
  ['a link', 'sources/link.txt', (at) => symlinkSync('diary.txt', join(at, 'sources/link.txt'))],
  ['a link to its folder', 'more/diary.txt', (at) => symlinkSync('sources', join(at, 'more'))],
  [
    'a second name on the disk',
    'other.txt',
    (at) => linkSync(join(at, 'sources/diary.txt'), join(at, 'other.txt')),
  ],
];

test.each(twice)(
  'a file is not the text of a public and of an internal source: %s',
  async (_, name, make) => {
    const folder = writeDataset({ 'sources.csv': edited('sources.csv', 'sources/statement.txt', name) });
    make(folder);
    const { issues } = await readAll(folder);
    expect(issues).toContainEqual(
      expect.objectContaining({
        file: 'sources.csv',
        row: 3,
        column: 'file',
        message: 'the file is also that of row 2, which is public',
      }),
    );
  },
);
