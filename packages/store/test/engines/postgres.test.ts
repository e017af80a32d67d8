import { join } from 'node:path';
import { usualVocabulary } from '@article21/model';
import { afterAll, describe, expect, it } from 'vitest';
import { duckdb } from '../../src/engines/duckdb.ts';
import { postgresEngine } from '../../src/engines/postgres.ts';
import { openStore } from '../../src/index.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import { testEngine } from '../contract.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { HOW, hasPostgres, postgres } from '../postgres/server.ts';
import { everything, sampleRecord, stream, temporaryFolder } from '../samples.ts';

describe.skipIf(!hasPostgres)(`PostgreSQL (${HOW})`, () => {
  const url = hasPostgres ? postgres().database() : 'postgres://nobody/none';
  const database = openDatabase(url);
  const engine = postgresEngine(database);
  const count = (table: string) =>
    database.use(async (client) =>
      Number((await client.query(`SELECT count(*) AS n FROM article21.${table}`)).rows[0]?.n),
    );
  afterAll(() => database.close());

  testEngine('postgres', engine);

  it('writes a file that is read where there is no PostgreSQL, and finds its records again by it', async () => {
    const file = join(await temporaryFolder(), engine.recordsFile);
    const table = await engine.load(
      stream([sampleRecord({ id: 'a' }), sampleRecord({ id: 'b' })]),
      '/',
      usualVocabulary,
    );
    await table.save(file);
    const pages = await table.page(everything);
    await table.close();
    const loads = await count('loads');
    for (const reader of [duckdb, engine]) {
      const opened = await reader.open(file, usualVocabulary);
      expect(await opened.page(everything)).toEqual(pages);
      await opened.close();
    }
    expect(await count('loads')).toBe(loads);
  });

  it('publishes snapshots that say whose file they hold, which is DuckDB’s', async () => {
    const dataDir = await temporaryFolder();
    const result = await openStore({ dataDir, engine }).publish(await sampleDataset(), readSample);
    const id = result.ok ? result.id : '';
    for (const reader of [duckdb, engine]) {
      const snapshot = await openStore({ dataDir, engine: reader }).open(id);
      expect(snapshot.manifest.engine).toBe('duckdb');
      expect((await snapshot.records(everything)).records).toHaveLength(3);
      await snapshot.close();
    }
  });

  it('removes what one who loaded left behind when he died, and nothing of one who lives', async () => {
    const living = await engine.load(stream([sampleRecord({ id: 'a' })]), '/', usualVocabulary);
    const dead = openDatabase(url);
    const client = await dead.connect();
    await client.query('INSERT INTO article21.loads (layout) VALUES ($1)', ['x']);
    client.release();
    await dead.close();
    const before = await count('loads');
    const next = await engine.load(stream([]), '/', usualVocabulary);
    expect(await count('loads')).toBe(before);
    expect(await living.size()).toBe(1);
    await next.close();
    await living.close();
    expect(await count('loads')).toBe(before - 2);
  });

  it('says that records were removed from the database, and shows no empty list', async () => {
    const file = join(await temporaryFolder(), engine.recordsFile);
    const table = await engine.load(stream([sampleRecord({ id: 'gone' })]), '/', usualVocabulary);
    await table.save(file);
    await table.close();
    const opened = await engine.open(file, usualVocabulary);
    await database.use((client) =>
      client.query('TRUNCATE article21.loads, article21.records, article21.entries'),
    );
    for (const ask of [() => opened.page(everything), () => opened.record('gone'), () => opened.size()])
      await expect(ask()).rejects.toThrow(/^load \d+ has been removed from the database/);
    const again = await engine.open(file, usualVocabulary);
    expect(await again.record('gone')).toEqual(sampleRecord({ id: 'gone' }));
    await again.close();
  });
});
