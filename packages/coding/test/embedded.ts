import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { readDataset } from '@article21/ingest';
import type { RestrictionRecord } from '@article21/model';

const manifest = '@article21/dataset/data/kazakhstan-2012/datapackage.json';

/** The embedded dataset, with its coding. */
export async function readEmbedded() {
  const outcome = await readDataset(dirname(createRequire(import.meta.url).resolve(manifest)));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const records: RestrictionRecord[] = [];
  for await (const record of outcome.reading.records()) records.push(record);
  const { places, texts, sources } = outcome.reading;
  return { records, places, texts, sources: sources.map(({ id }) => id) };
}
