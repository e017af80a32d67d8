import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RestrictionRecord, usualVocabulary } from '@article21/model';
import { engine } from '@article21/store';
import { describe, expect, it, onTestFinished } from 'vitest';
import { allRecords } from '../../src/changes/stream.ts';
import { recordsParquet } from '../../src/routes/records-parquet.ts';
import { ask, understand } from '../ask.ts';
import { edited, serveDataset } from '../loaded-dataset.ts';

/** The records that DuckDB finds in a Parquet file. */
async function recordsIn(bytes: Uint8Array): Promise<RestrictionRecord[]> {
  const folder = await mkdtemp(join(tmpdir(), 'article21-answers-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'records.parquet');
  await writeFile(file, bytes);
  const table = await engine('duckdb').open(file, usualVocabulary);
  try {
    return await collected(allRecords(table.page));
  } finally {
    await table.close();
  }
}

function tell(record: RestrictionRecord): RestrictionRecord {
  const evidence = record.evidence.map((it) =>
    it.kind === 'quotation' && it.source === 'diary' ? { ...it, quote: 'three of us were taken' } : it,
  );
  return { ...record, evidence };
}

async function collected<T>(all: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const it of all) found.push(it);
  return found;
}

describe('records as Parquet', () => {
  it('are all of them, without a word of an internal source', async () => {
    const loaded = await serveDataset();
    const { records } = loaded.snapshot;
    // As if the store held what the reading of a dataset keeps back already.
    const telling = async (filter: Parameters<typeof records>[0]) => {
      const page = await records(filter);
      return { ...page, records: page.records.map(tell) };
    };
    const snapshot = { ...loaded.snapshot, records: telling };
    const found = await recordsIn(await ask<Uint8Array>(recordsParquet, { ...loaded, snapshot }));
    expect(found.map(({ id }) => id).sort()).toEqual(['d1', 'd2', 'd3', 'd4', 'f1', 's1', 'w1']);
    const stored = await collected(allRecords(telling));
    expect(JSON.stringify(stored)).toContain('three of us');
    expect(JSON.stringify(found)).not.toContain('three of us');
    const others = (all: readonly RestrictionRecord[]) => all.filter(({ id }) => id !== 'd4');
    expect(others(found)).toEqual(others(stored));
  });

  it('are the stored file where no source is internal, and written anew where one is', async () => {
    const stored = new Uint8Array([80, 65, 82, 49]);
    const asked: boolean[] = [];
    const withStored = async (sources: string | null) => {
      const loaded = await serveDataset(sources === null ? {} : { 'sources.csv': sources });
      const manifest = { ...loaded.snapshot.manifest, recordsFile: 'records.parquet' };
      const parquet = async (records: AsyncIterable<RestrictionRecord> | null) => {
        asked.push(records === null);
        return stored;
      };
      return ask<Uint8Array>(recordsParquet, {
        ...loaded,
        snapshot: { ...loaded.snapshot, manifest, parquet },
      });
    };
    expect(await withStored(edited('sources.csv', ',internal,', ',public,'))).toBe(stored);
    await withStored(null);
    expect(asked).toEqual([true, false]);
  });

  it('are refused where they are too many for one file, before any is read', async () => {
    const loaded = await serveDataset();
    const manifest = { ...loaded.snapshot.manifest, records: 100_001 };
    await expect(
      understand(recordsParquet, { ...loaded, snapshot: { ...loaded.snapshot, manifest } }),
    ).rejects.toMatchObject({ kind: 'too-much', message: expect.stringContaining('100000') });
  });

  it('are a file that is named by its snapshot', async () => {
    const loaded = await serveDataset();
    const { headers } = await understand(recordsParquet, loaded);
    expect(headers).toEqual({
      'Content-Disposition': `attachment; filename="records-${loaded.id}.parquet"`,
    });
  });
});
