import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readDataset } from '@article21/ingest';
import type { RestrictionRecord } from '@article21/model';

const manifest = '@article21/dataset/data/kazakhstan-2012/datapackage.json';

export type Dataset = Awaited<ReturnType<typeof readFolder>>;

/** The embedded dataset, with its coding. */
export function readEmbedded(): Promise<Dataset> {
  return readFolder(dirname(createRequire(import.meta.url).resolve(manifest)));
}

/** An invented statement of one page in a language, with its coding: nothing that it tells has happened. */
export function readInvented(language: string): Promise<Dataset> {
  return readFolder(join(import.meta.dirname, 'invented', language));
}

async function readFolder(folder: string) {
  const outcome = await readDataset(folder);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const records: RestrictionRecord[] = [];
  for await (const record of outcome.reading.records()) records.push(record);
  const { issues } = outcome.reading.found();
  if (issues.length > 0) throw new Error(JSON.stringify(issues));
  const { places, texts, sources } = outcome.reading;
  return { records, places, texts, attributes: [], sources: sources.map(({ id }) => id) };
}
