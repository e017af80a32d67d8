import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  bases,
  type CellColumn,
  dayOf,
  type MeasureId,
  measureIds,
  NO_DAY,
  phaseFilters,
  type RestrictionRecord,
  steps,
  usualVocabulary,
} from '@article21/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memory } from '../src/engines/memory.ts';
import type { Engine, RecordFilter, Table } from '../src/index.ts';
import { ownVocabulary, placeIds, recordLists } from './arbitraries.ts';
import { everything, sampleRecord, stream, temporaryFolder } from './samples.ts';

/** What every engine must do; the memory engine is the measure of the others. `runs` is how many random datasets are tried. */
export function testEngine(name: string, engine: Engine, runs = 12): void {
  describe(`${name} engine`, () => {
    testOracle(engine, runs);
    testCells(engine);
    testPages(engine);
    testFiles(engine);
  });
}

const filters: fc.Arbitrary<RecordFilter> = fc
  .record({
    measures: fc.option(fc.subarray([...ownVocabulary.measureIds]), { nil: null }),
    kinds: fc.option(fc.subarray([...ownVocabulary.kinds]), { nil: null }),
    places: fc.option(fc.subarray([...placeIds, 'nowhere']), { nil: null }),
    days: fc.tuple(fc.nat(80), fc.nat(60)),
    open: fc.nat(3),
    phases: fc.subarray([...phaseFilters]),
    basis: fc.constantFrom(...bases),
    evidence: fc.constantFrom(null, 'quoted' as const),
    attribute: fc.oneof(
      fc.constant([]),
      fc.subarray(['authorised:unstated', 'authorised:v1', 'topic:unstated', 'topic:v0', 'topic:v199']),
    ),
    bucketDays: fc.option(fc.tuple(fc.nat(80), fc.nat(40)), { nil: null, freq: 2 }),
    undated: fc.constantFrom(null, ...steps),
    limit: fc.integer({ min: 4, max: 12 }),
  })
  .map(({ days: [start, length], bucketDays, open, ...rest }) => ({
    ...rest,
    bucket: bucketDays && {
      from: dayOf(2012, 3, 25) + bucketDays[0],
      to: dayOf(2012, 3, 25) + bucketDays[0] + bucketDays[1],
    },
    from: open === 1 || open === 2 ? null : dayOf(2012, 3, 25) + start,
    to: open === 2 || open === 3 ? null : dayOf(2012, 3, 25) + start + length,
    cursor: null,
  }));

async function withTables(
  engine: Engine,
  records: readonly RestrictionRecord[],
  work: (table: Table, oracle: Table) => Promise<void>,
  vocabulary = usualVocabulary,
): Promise<void> {
  const folder = await temporaryFolder();
  const table = await engine.load(stream(records), folder, vocabulary);
  const oracle = await memory.load(stream(records), folder, vocabulary);
  try {
    await work(table, oracle);
  } finally {
    await table.close();
  }
}

/** Any records, loaded once: to load them takes longer than to ask for them. */
function testOracle(engine: Engine, runs: number): void {
  it('groups any records into the cells of the oracle, finds and gives back the same ones, and reads again what it saved', async () => {
    const asked = fc.array(filters, { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(recordLists(), asked, (records, filters) =>
        withTables(
          engine,
          records,
          async (table, oracle) => {
            const cells = await oracle.cells();
            expect(await table.cells()).toEqual(cells);
            expect(await table.size()).toBe(records.length);
            for (const filter of filters) {
              const pages = await readPages(table, filter);
              expect(pages).toEqual(await readPages(oracle, filter));
              expect(pages.flat()).toEqual((await oracle.page({ ...filter, limit: 500 })).records);
            }
            // A question for each of them would take longer than all else here, and the lists are many.
            const some = records.filter((_, i) => i % 8 === 0);
            for (const record of some) expect(await table.record(record.id)).toEqual(record);
            expect(await table.record('nobody')).toBeNull();
            const file = join(await temporaryFolder(), engine.recordsFile);
            await table.save(file);
            const opened = await engine.open(file, ownVocabulary);
            expect(await opened.cells()).toEqual(cells);
            expect(await opened.page(everything)).toEqual(await oracle.page(everything));
            await opened.close();
          },
          ownVocabulary,
        ),
      ),
      { numRuns: runs },
    );
  });
}

function testCells(engine: Engine): void {
  it('adds up what meets in one cell, an open top and reports without a number apart', async () => {
    const open = { notation: '~2+', low: 2, high: null, approximate: true, unnumbered: 0 };
    const bare = { notation: '?', low: 0, high: 0, approximate: false, unnumbered: 1 };
    const records = [
      sampleRecord({ id: 'a' }),
      sampleRecord({ id: 'b', count: open }),
      sampleRecord({ id: 'c', count: bare }),
      sampleRecord({ id: 'd', kind: 'other' }),
      sampleRecord({ id: 'e', count: null }),
    ];
    await withTables(engine, records, async (table) => {
      const cells = await table.cells();
      const row = (name: CellColumn) => [...cells[name]];
      expect(cells.places).toEqual(['almaty']);
      // Each record is counted as a report, too; what has no number of its own is only that.
      const ids: MeasureId[] = ['detentions', 'other_restrictions', 'records'];
      expect(row('measure')).toEqual(ids.map((id) => measureIds.indexOf(id)));
      const day = dayOf(2012, 4, 28);
      expect([row('from'), row('to')]).toEqual([
        [day, day, day],
        [day, day, day],
      ]);
      expect(row('day')).toEqual([NO_DAY, NO_DAY, NO_DAY]);
      expect([row('low'), row('high'), row('open')]).toEqual([
        [3, 1, 5],
        [1, 1, 5],
        [1, 0, 0],
      ]);
      expect([row('approximate'), row('unnumbered')]).toEqual([
        [1, 0, 0],
        [1, 0, 0],
      ]);
      expect([row('numbered'), row('records')]).toEqual([
        [2, 1, 5],
        [3, 1, 5],
      ]);
      expect(row('approximateDates')).toEqual([0, 0, 0]);
    });
  });

  it('tells how many dates are approximate, and the sources of each cell, each once', async () => {
    const told = (id: string, sources: readonly string[], change: Partial<RestrictionRecord> = {}) => {
      const record = sampleRecord({ id, ...change });
      const [first] = record.evidence;
      if (!first) throw new Error('a record has evidence');
      return { ...record, evidence: sources.map((source) => ({ ...first, source })) };
    };
    const { charted } = sampleRecord({ id: 'x' });
    const about = { ...charted, approximate: true };
    const records = [
      told('a', ['nhc', 'kibhr']),
      told('b', ['kibhr'], { charted: about }),
      told('c', ['iphr'], { kind: 'other' }),
    ];
    await withTables(engine, records, async (table) => {
      const { measure, approximateDates, sources } = await table.cells();
      const own = (row: number) =>
        [...(sources?.source.slice(sources.starts[row], sources.starts[row + 1]) ?? [])].map(
          (i) => sources?.ids[i],
        );
      const rows = [...measure].map((index, row) => [measureIds[index], approximateDates[row], own(row)]);
      expect(rows).toEqual(
        expect.arrayContaining([
          ['detentions', 1, ['kibhr', 'nhc']],
          ['other_restrictions', 0, ['iphr']],
          ['records', 1, ['iphr', 'kibhr', 'nhc']],
        ]),
      );
      expect(rows).toHaveLength(3);
    });
  });

  it('keeps apart what differs in an attribute, and finds each by it', async () => {
    const records = [
      sampleRecord({ id: 'a', attributes: { topic: 'v0' } }),
      sampleRecord({ id: 'b', attributes: { topic: 'v199', media: 'v1' } }),
      sampleRecord({ id: 'c', attributes: { media: 'v1' } }),
      sampleRecord({ id: 'd' }),
      sampleRecord({ id: 'e', attributes: { topic: 'v0' }, kind: 'raid' }),
    ];
    const found = async (table: Table, ...attribute: string[]) =>
      (await table.page({ ...everything, attribute })).records.map(({ id }) => id).join('');
    await withTables(
      engine,
      records,
      async (table) => {
        const { combination, measure, records } = await table.cells();
        const every = ownVocabulary.measureIds.indexOf('records');
        const rows = [...combination].map((it, i) => [it, records[i]]).filter((_, i) => measure[i] === every);
        const topic = 201 ** 5;
        expect(rows).toEqual([
          [0, 1],
          [2, 1],
          [topic, 2],
          [200 * topic + 2, 1],
        ]);
        expect(await found(table, 'topic:v0')).toBe('ae');
        expect(await found(table, 'topic:unstated', 'topic:v199')).toBe('bcd');
        expect(await found(table, 'media:v1', 'topic:unstated')).toBe('c');
        expect(await found(table)).toBe('abcde');
      },
      ownVocabulary,
    );
  });

  it('has no cells without records', async () => {
    await withTables(engine, [], async (table) => {
      const cells = await table.cells();
      expect([cells.places, cells.place.length, await table.size()]).toEqual([[], 0, 0]);
    });
  });

  it('refuses two records with one id', async () => {
    const twins = [sampleRecord({ id: 'a' }), sampleRecord({ id: 'a', note: 'again' })];
    const loading = engine.load(stream(twins), await temporaryFolder(), usualVocabulary);
    await expect(loading).rejects.toThrow('two records have the id a');
  });
}

function testPages(engine: Engine): void {
  it('answers many questions at once', async () => {
    const records = Array.from({ length: 40 }, (_, i) => sampleRecord({ id: `r-${i}` }));
    await withTables(engine, records, async (table) => {
      const asked = records.map(({ id }) => Promise.all([table.record(id), table.page(everything)]));
      for (const [i, [record, page]] of (await Promise.all(asked)).entries()) {
        expect(record?.id).toBe(`r-${i}`);
        expect(page.records).toHaveLength(40);
      }
    });
  });

  it('takes nothing in a filter or an id for a command', async () => {
    await withTables(engine, [sampleRecord({ id: 'a' })], async (table) => {
      for (const attack of ["x' OR 1=1 --", '"; DROP VIEW records; --', '%', '\\', '\u0000', '$id']) {
        expect((await table.page({ ...everything, places: [attack] })).records).toEqual([]);
        expect(await table.record(attack)).toBeNull();
      }
      expect((await table.page(everything)).records).toHaveLength(1);
    });
  });

  it('refuses a cursor that it did not give, and a page too long', async () => {
    await withTables(engine, [sampleRecord({ id: 'a' })], async (table) => {
      const forged = Buffer.from(JSON.stringify([1, "x' OR 1=1"])).toString('base64url');
      for (const cursor of ['', 'x', 'WzFd', forged, 'a'.repeat(10_000)])
        await expect(table.page({ ...everything, cursor })).rejects.toThrow('invalid cursor');
      for (const limit of [0, 5001, 1.5, Number.NaN])
        await expect(table.page({ ...everything, limit })).rejects.toThrow('invalid limit');
    });
  });
}

function testFiles(engine: Engine): void {
  it('saves a file in a folder with signs that mean something to a shell or to SQL', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, `it's [a] "folder" *?`, engine.recordsFile);
    await mkdir(dirname(file));
    await withTables(engine, [sampleRecord({ id: 'a' })], async (table) => {
      await table.save(file);
      const opened = await engine.open(file, usualVocabulary);
      expect(await opened.size()).toBe(1);
      await opened.close();
    });
  });

  it('refuses a file that is cut short, empty of sense, or not there', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, engine.recordsFile);
    await expect(engine.open(file, usualVocabulary)).rejects.toThrow(engine.recordsFile);
    await withTables(engine, [sampleRecord({ id: 'a' }), sampleRecord({ id: 'b' })], (table) =>
      table.save(file),
    );
    await truncate(file, (await readFile(file)).length - 5);
    await expect(engine.open(file, usualVocabulary)).rejects.toThrow(/records\.\w+ is damaged/);
    await writeFile(file, 'something else\n');
    await expect(engine.open(file, usualVocabulary)).rejects.toThrow(/records\.\w+ is damaged/);
  });

  it('leaves nothing behind in its folder of work', async () => {
    const folder = await temporaryFolder();
    const table = await engine.load(stream([sampleRecord({ id: 'a' })]), folder, usualVocabulary);
    await table.cells();
    await table.close();
    expect(await readdir(folder)).toEqual([]);
  });
}

async function readPages(table: Table, filter: RecordFilter): Promise<RestrictionRecord[][]> {
  const pages: RestrictionRecord[][] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await table.page({ ...filter, cursor });
    pages.push(page.records);
    if (page.next === null) return pages;
    cursor = page.next;
  }
}
