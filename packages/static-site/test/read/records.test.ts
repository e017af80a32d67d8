import { allRecords } from '@article21/answers/changes';
import {
  bases,
  exactly,
  kinds,
  measureIds,
  type Phase,
  parseDay,
  phaseFilters,
  type RestrictionRecord,
  steps,
  usualVocabulary,
} from '@article21/model';
import { engine, type RecordFilter, type Table } from '@article21/store';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRecords, type MirroredRecords } from '../../src/read/records.ts';
import { recordFiles } from '../../src/write/records.ts';
import { collect, reader } from '../files.ts';

const places = ['almaty', 'astana', 'oral', 'kz'];
const phases: (Phase | null)[] = ['before', 'during', 'after', null];
const records = Array.from({ length: 1700 }, (_, n) => recordOf(n));
const asked: string[] = [];
let table: Table;
let mirrored: MirroredRecords;

beforeAll(async () => {
  table = await engine('memory').load(iterated(records), '', usualVocabulary);
  const files = await collect(
    recordFiles(
      allRecords((it) => table.page(it)),
      records.length,
    ),
  );
  mirrored = createRecords(reader(files, '', asked), usualVocabulary);
});

describe('the records of a mirror', () => {
  it('are the same pages as an engine answers, for any filter', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        let cursor: string | null = null;
        for (let pages = 0; pages < 4; pages += 1) {
          const page = await mirrored.records({ ...filter, cursor });
          expect(page).toEqual(await table.page({ ...filter, cursor }));
          cursor = page.next;
          if (cursor === null) break;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are found one by one', async () => {
    for (const record of records.filter((_, n) => n % 37 === 0))
      expect(await mirrored.record(record.id)).toEqual(record);
  });

  it('that are not there are not found, whatever they are called', async () => {
    for (const id of ['none', '', '__proto__', 'constructor', 'toString'])
      expect(await mirrored.record(id)).toBeNull();
  });

  it('refuse a cursor that is none', async () => {
    await expect(mirrored.records({ ...everything, cursor: 'x' })).rejects.toThrow('invalid cursor');
  });

  it('of one day are read from the files that can hold them, and no other', async () => {
    asked.length = 0;
    const files = await collect(
      recordFiles(
        allRecords((it) => table.page(it)),
        records.length,
      ),
    );
    const names: string[] = [];
    const day = '2012-03-05';
    const within = { from: parseDay(day), to: parseDay(day) };
    await createRecords(reader(files, '', names), usualVocabulary).records({ ...everything, ...within });
    const isShard = (name: string) => /\/\d+\.json$/.test(name);
    const read = names.filter(isShard);
    // Records stand in the order in which they are drawn; one that is drawn later may have begun on the day.
    for (const name of read) {
      const held = JSON.parse(new TextDecoder().decode(files.get(name))) as RestrictionRecord[];
      const begins = held.map(({ charted }) => charted.from ?? '');
      expect(begins.some((it) => it <= day) && begins.some((it) => it >= day), name).toBe(true);
    }
    expect(read.length).toBeGreaterThan(0);
    expect(read.length).toBeLessThan([...files.keys()].filter(isShard).length);
  });

  it('that are none at all are an empty page', async () => {
    const none = createRecords(reader(await collect(recordFiles(iterated([]), 0))), usualVocabulary);
    expect(await none.records(everything)).toEqual({ records: [], next: null });
    expect(await none.record('d-1')).toBeNull();
  });
});

const everything: RecordFilter = {
  measures: null,
  kinds: null,
  places: null,
  from: null,
  to: null,
  bucket: null,
  phases: [],
  basis: 'incident',
  evidence: null,
  attribute: [],
  undated: null,
  cursor: null,
  limit: 50,
};

const day = fc.option(fc.integer({ min: 15_340, max: 15_720 }));
const some = <T>(all: readonly T[]) => fc.option(fc.subarray([...all], { minLength: 1 }));
const filters: fc.Arbitrary<RecordFilter> = fc.record({
  measures: some(measureIds),
  kinds: some(kinds),
  places: some(places),
  from: day,
  to: day,
  bucket: fc.option(
    fc
      .tuple(fc.integer({ min: 15_340, max: 15_720 }), fc.nat(60))
      .map(([from, n]) => ({ from, to: from + n })),
  ),
  phases: fc.subarray([...phaseFilters]),
  basis: fc.constantFrom(...bases),
  attribute: fc.constantFrom([], ['topic:labour'], ['topic:unstated']),
  evidence: fc.constantFrom(null, 'quoted' as const),
  undated: fc.option(fc.constantFrom(...steps)),
  cursor: fc.constant(null),
  limit: fc.integer({ min: 1, max: 500 }),
});

function recordOf(n: number): RestrictionRecord {
  const iso = (add: number) =>
    new Date(Date.UTC(2012, 0, 1 + (((n * 7919) % 360) + add))).toISOString().slice(0, 10);
  const open = n % 23 === 0;
  const from = n % 41 === 0 ? null : iso(0);
  const to = open ? null : iso(n % 5 === 0 ? 40 : 0);
  // Drawn before what is possible, within it or after it.
  const drawn =
    n % 7 === 0
      ? { day: iso((n % 3) * 3 - 3), by: 'assembly' as const }
      : { day: null, by: 'interval' as const };
  return {
    id: `r-${(n * 31) % 1700}`,
    kind: kinds[n % kinds.length] ?? 'other',
    place: places[n % places.length] ?? 'kz',
    date: from,
    charted: { from, to, ...drawn, approximate: false },
    assembly: null,
    phase: phases[n % phases.length] ?? null,
    count: { notation: '1', ...exactly(1) },
    amount: null,
    days: { notation: '2', ...exactly(2) },
    basis: n % 11 === 0 ? 'summary' : 'incident',
    note: null,
    ...(n % 3 === 0 ? { attributes: { topic: n % 2 === 0 ? 'labour' : 'land' } } : {}),
    evidence: [],
  };
}

async function* iterated<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
}
