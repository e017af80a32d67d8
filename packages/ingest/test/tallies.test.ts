import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAll, sound, writeDataset } from './folder.ts';

const files = [
  'places.csv',
  'sources.csv',
  'assemblies.csv',
  'rates.csv',
  'coverage.csv',
  'annotations.csv',
  'evidence.csv',
  'records.csv',
] as const;

/** One way of damaging a file: some of it replaced by something else. */
const damage = fc.record({
  file: fc.constantFrom(...files),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(30),
  by: fc.oneof(
    fc.constantFrom(
      '',
      ',',
      '"',
      '\n',
      '\r\n',
      ';',
      '\u0000',
      '\ufffd',
      '\u202e',
      '__proto__',
      '?',
      '2012',
      'd1',
    ),
    fc.string({ maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
  ),
});

test('however files are damaged, every row is accepted or refused, and what is not accepted is told', async () => {
  const folders = fc.array(damage, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(folders, async (all) => {
      const changed = new Map<string, string>();
      for (const { file, at, length, by } of all) {
        const text = changed.get(file) ?? sound[file];
        const start = Math.floor(at * text.length);
        changed.set(file, text.slice(0, start) + by + text.slice(start + length));
      }
      const taken = await readAll(writeDataset(Object.fromEntries(changed)));
      let refused = 0;
      for (const tally of taken.tallies) {
        expect(tally.rows).toBe(tally.accepted + tally.refused);
        refused += tally.refused;
      }
      if (refused > 0) expect(taken.issueCount).toBeGreaterThan(0);
      const accepted = taken.tallies.find(({ file }) => file === 'records.csv')?.accepted;
      if (taken.ok) expect(taken.records).toHaveLength(accepted ?? 0);
      if (taken.issueCount === 0)
        for (const { evidence } of taken.records) expect(evidence.length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
}, 60_000);
