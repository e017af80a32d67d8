import { usualVocabulary } from '@article21/model';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { grouping } from '../../src/engines/postgres/cells.ts';
import { condition } from '../../src/engines/postgres/filter.ts';
import { postgresEngine } from '../../src/engines/postgres.ts';
import { isDatabaseUnavailable, openDatabase, openSharedStore } from '../../src/index.ts';
import type { Engine } from '../../src/port.ts';
import type { Database } from '../../src/postgres/database.ts';
import { testEngine } from '../contract.ts';
import { everything, sampleRecord, stream, temporaryFolder } from '../samples.ts';
import { type Cluster, createCluster } from './cluster.ts';
import { HOW, hasPostgres } from './server.ts';
import { publish } from './stores.ts';

describe.skipIf(!hasPostgres)(`records on several servers (${HOW})`, () => {
  let cluster: Cluster;
  let database: Database;
  let made: Engine;
  // The servers are begun by the first test that needs them, the engine is named before.
  const engine: Engine = {
    id: 'postgres',
    recordsFile: 'records.parquet',
    readsAgain: true,
    load: (records, workDir, vocabulary) => made.load(records, workDir, vocabulary),
    open: (file, vocabulary) => made.open(file, vocabulary),
  };
  beforeAll(async () => {
    if (!hasPostgres) return;
    cluster = await createCluster();
    database = openDatabase(cluster.url);
    made = postgresEngine(database);
  });
  afterAll(async () => {
    await database?.close();
    cluster?.close();
  });

  testEngine('postgres', engine, 4);

  it('are grouped where they lie, and looked for there', async () => {
    // So many that each server has some.
    const places = Array.from({ length: 20 }, (_, i) => `place-${i}`);
    // Many of a kind, so that it is worth it.
    const records = Array.from({ length: 1_500 }, (_, i) =>
      sampleRecord({ id: `r-${i}`, place: places[i % places.length] ?? '' }),
    );
    const table = await engine.load(stream(records), '/', usualVocabulary);
    onTestFinished(() => table.close());
    cluster.analyse();
    const load = await database.use(async (client) =>
      Number((await client.query('SELECT max(id) AS id FROM article21.loads')).rows[0]?.id),
    );
    const explained = (sql: string, values: unknown[] = []) =>
      database.use(async (client) => {
        await client.query('SET enable_partitionwise_aggregate = on');
        const { rows } = await client.query(`EXPLAIN (VERBOSE, COSTS OFF) ${sql}`, values);
        return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
      });
    const plan = await explained(grouping(load));
    for (const part of [0, 1])
      expect(plan).toMatch(new RegExp(`Relations: Aggregate on \\(article21\\.entries_${part}[ )]`));
    expect(plan.match(/Remote SQL: SELECT .* sum\(low\), .* GROUP BY 1, 2, 3, 4, 5, 6, 7, 8/g)).toHaveLength(
      2,
    );
    // Nothing is added up here.
    expect(plan).not.toMatch(/(?:Hash|Group|Mixed)?Aggregate\n/);
    for (const undated of ['day', 'week', 'month', 'quarter', 'year', null] as const) {
      const filter = {
        ...everything,
        undated,
        places,
        from: 1,
        to: 20_000,
        measures: ['detentions' as const],
      };
      const { sql, values } = condition(load, filter, usualVocabulary);
      const search = await explained(`SELECT record FROM article21.records WHERE ${sql}`, values);
      expect([undated, search.match(/Remote SQL/g)?.length]).toEqual([undated, 2]);
      expect([undated, search]).toEqual([undated, expect.not.stringContaining('Filter:')]);
    }
  });

  it('that one of them holds cannot be asked for while it is away; nothing is published meanwhile, all is after', async () => {
    const cacheDir = await temporaryFolder();
    const store = openSharedStore({ database, cacheDir, engine: made });
    const old = await publish(store, { records: 2 });
    const snapshot = await store.open(old);
    expect(await snapshot.record('record-1')).not.toBeNull();
    cluster.stopPart();
    const refused = await publish(store, { records: 3 }).catch((error: unknown) => error);
    expect([isDatabaseUnavailable(refused), String(refused)]).toEqual([
      true,
      expect.stringMatching(
        /^DatabaseUnavailable: the database \S+ cannot reach a part of itself, part_1 \(08001\)$/,
      ),
    ]);
    await expect(snapshot.record('record-1')).rejects.toThrow('cannot reach a part of itself, part_1');
    expect((await snapshot.cells()).records[0]).toBe(2);
    expect([await store.current(), (await store.ids()).length]).toEqual([old, 1]);
    cluster.startPart();
    expect(await snapshot.record('record-1')).not.toBeNull();
    expect(await publish(store, { records: 3 })).toBe(await store.current());
    await snapshot.close();
  });
});
