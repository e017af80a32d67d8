import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engine, isSnapshotDamaged, openStore } from '../../src/index.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { everything, temporaryFolder } from '../samples.ts';

async function opened(id: 'duckdb' | 'memory') {
  const dataDir = await temporaryFolder();
  const store = openStore({ dataDir, engine: engine(id) });
  const published = await store.publish(await sampleDataset(), readSample);
  if (!published.ok) throw new Error('the sample has issues');
  const snapshot = await store.open(published.id);
  return { store, snapshot, file: join(dataDir, 'snapshots', published.id, 'records.parquet') };
}

describe('the Parquet file of a snapshot', () => {
  it('is the stored one, compared with its hash', async () => {
    const { store, snapshot, file } = await opened('duckdb');
    const stored = await readFile(file);
    expect(stored.equals(await snapshot.parquet(null))).toBe(true);
    await snapshot.close();
    stored[stored.length >> 1] = ~(stored[stored.length >> 1] ?? 0);
    await writeFile(file, stored);
    const other = await store.open(snapshot.id);
    const refused = await other.parquet(null).catch((error: unknown) => error);
    expect(isSnapshotDamaged(refused)).toBe(true);
  });

  it('is written of other records, the same bytes each time, also where none is stored', async () => {
    const { snapshot } = await opened('memory');
    const { records } = await snapshot.records(everything);
    async function* some() {
      yield* records.slice(0, 3);
    }
    const written = await snapshot.parquet(some());
    expect(Buffer.from(written).subarray(0, 4).toString()).toBe('PAR1');
    expect(Buffer.from(await snapshot.parquet(some())).equals(written)).toBe(true);
    await expect(snapshot.parquet(null)).rejects.toThrow('are kept in records.ndjson');
  });
});
