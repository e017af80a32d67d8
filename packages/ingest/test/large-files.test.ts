import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LISTED } from '../src/index.ts';
import { readAll, sound, writeDataset } from './folder.ts';

const header = sound['records.csv'].split('\n', 1)[0] ?? '';
function writeLarge(path: string, megabytes: number, begin: string): void {
  const file = openSync(path, 'w');
  writeSync(file, begin);
  const part = Buffer.alloc(1_000_000, 'almaty,');
  for (let i = 0; i < megabytes; i++) writeSync(file, part);
  closeSync(file);
}

test.each([
  [200, 'one line', ''],
  [20, 'one row after the header', `${header}\n`],
  [20, 'one quoted cell', `${header}\n"`],
])('a file of %d MB of %s is refused after its beginning', async (megabytes, _, begin) => {
  const folder = writeDataset();
  writeLarge(join(folder, 'records.csv'), megabytes, begin);
  let read = 0;
  const before = process.memoryUsage().rss;
  const { issues } = await readAll(folder, { onProgress: ({ bytes }) => (read = bytes) });
  expect(issues).toMatchObject([{ file: 'records.csv', code: 'line_too_long', row: begin === '' ? 1 : 2 }]);
  expect(read).toBeLessThan(5_000_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
});

test('thirty thousand mistakes are counted, and the first hundred of each kind kept', async () => {
  const rows = Array.from({ length: 30_000 }, (_, i) => `r${i},nothing,nowhere,never,,,,,,incident,`);
  const { issues, issueCount, issueKinds, tallies } = await readAll(
    writeDataset({ 'records.csv': [header, ...rows].join('\n') }),
  );
  expect(issues).toHaveLength(4 * LISTED + 3);
  const counted = issueKinds.map(({ file, column, count, listed }) => [file, column, count, listed]);
  expect(counted).toEqual([
    ['records.csv', 'id', 30_000, LISTED],
    ['records.csv', 'kind', 30_000, LISTED],
    ['records.csv', 'place', 30_000, LISTED],
    ['records.csv', 'date', 30_000, LISTED],
    ['evidence.csv', 'record', 3, 3],
  ]);
  // The kind, the place, the date and the evidence of each, and the three rows of evidence that belong to none.
  expect(issueCount).toBe(120_003);
  expect(tallies.at(-1)).toMatchObject({ rows: 30_000, refused: 30_000 });
});

test('a hundred thousand rows of evidence, for one record or for each its own, are read', async () => {
  const [evidenceHeader] = sound['evidence.csv'].split('\n', 1);
  const row = 'statement,about ten people were detained,about ten,,';
  const count = 50_000;
  const ids = Array.from({ length: count }, (_, i) => `r${i}`);
  const evidence = [evidenceHeader, ...ids.map((id) => `${id},${row}`), ...ids.map(() => `r0,${row}`)];
  const records = [header, ...ids.map((id) => `${id},detention,almaty,2012-04-28,,,1,,,incident,`)];
  const taken = await readAll(
    writeDataset({ 'evidence.csv': evidence.join('\n'), 'records.csv': records.join('\n') }),
  );
  expect(taken.issueCount).toBe(0);
  expect(taken.records).toHaveLength(count);
  expect(taken.records[0]?.evidence).toHaveLength(count + 1);
});
