import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RestrictionRecord, usualVocabulary } from '@article21/model';
import { engine } from '../engines/index.ts';

/** The bytes of a Parquet file of these records, a row each. Throws when two share an id. */
export async function writeParquet(records: AsyncIterable<RestrictionRecord>): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'article21-parquet-'));
  try {
    const table = await engine('duckdb').load(records, folder, usualVocabulary);
    try {
      const file = join(folder, 'written.parquet');
      await table.save(file);
      return await readFile(file);
    } finally {
      await table.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
