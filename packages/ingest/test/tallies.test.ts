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

const harmless = { file: 'records.csv', at: 1, length: 0, by: '\n' } as const;
const harmful = { file: 'records.csv', at: 1, length: 0, by: 'd1' } as const;

test('however files are damaged, every row is accepted or refused, and what is not accepted is told', async () => {
  const folders = fc.array(damage, { minLength: 1, maxLength: 4 });
  const seen = { sound: false, refused: false };
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
      expect(taken.issueCount).toBeGreaterThanOrEqual(Math.min(refused, 1));
      const accepted = taken.tallies.find(({ file }) => file === 'records.csv')?.accepted ?? 0;
      expect(taken.records).toHaveLength(taken.ok ? accepted : 0);
      const unproved = taken.records.filter(({ evidence }) => evidence.length === 0);
      expect(taken.issueCount === 0 ? unproved : []).toEqual([]);
      seen.refused ||= refused > 0;
      seen.sound ||= taken.issueCount === 0 && taken.records.length > 0;
    }),
    { numRuns: 200, examples: [[[harmless]], [[harmful]]] },
  );
  expect(seen).toEqual({ sound: true, refused: true });
});
