import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Annotation,
  type DatasetReading,
  type Issue,
  type Place,
  type RestrictionRecord,
  type Source,
  type SourceTable,
  usualVocabulary,
} from '@article21/model';
import type { ReadDataset } from '../src/index.ts';
import { sampleRecord, stream, temporaryFolder } from './samples.ts';

const place: Place = {
  id: 'almaty',
  kind: 'city',
  parent: null,
  country: 'KZ',
  lat: 43.24,
  lon: 76.9,
  name_en: 'Almaty',
  name_ru: 'Алматы',
  name_kk: 'Алматы',
  aliases: [],
  wikidata: null,
};

const source = (id: string, visibility: Source['visibility']): Source => ({
  id,
  kind: 'text',
  title: 'A statement',
  publisher: 'KIBHR',
  date: null,
  url: null,
  language: 'en',
  visibility,
  rights: 'quoted',
  file: `texts/${id}.txt`,
  sheet: null,
});

const annotation: Annotation = {
  date: '2012-04-28',
  place: 'almaty',
  text_en: 'A rally',
  text_ru: 'Митинг',
  text_kk: 'Митинг',
  source: null,
};

/** A folder that `readSample` reads: how many records, the day it was made, and whether the letter is internal. */
export async function sampleDataset(
  content: { records?: number; created?: string; issues?: number; title?: string; internal?: boolean } = {},
): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'texts'));
  const { records = 3, created = '2012-09-25', issues = 0, title = 'Sample', internal = true } = content;
  const asked = JSON.stringify({ records, created, issues, title, internal });
  await writeFile(join(folder, 'datapackage.json'), asked);
  await writeFile(join(folder, 'texts', 'statement.txt'), 'one was detained');
  await writeFile(join(folder, 'texts', 'letter.txt'), 'a secret letter');
  return folder;
}

/** Stands in for ingest, which is not this package's to test. */
export const readSample: ReadDataset = async (dir) => {
  const asked = JSON.parse(await readFile(join(dir, 'datapackage.json'), 'utf8')) as {
    records: number;
    created: string;
    issues: number;
    title: string;
    internal: boolean;
  };
  const records = Array.from({ length: asked.records }, (_, i) => sampleRecord({ id: `record-${i}` }));
  const texts = new Map<string, string>();
  for (const id of ['statement', 'letter'])
    texts.set(id, await readFile(join(dir, 'texts', `${id}.txt`), 'utf8'));
  return { reading: readingOf(asked, records, texts) };
};

function readingOf(
  asked: { created: string; issues: number; title: string; internal: boolean },
  records: RestrictionRecord[],
  texts: Map<string, string>,
): DatasetReading {
  const issues: Issue[] = [];
  const issue = { file: 'records.csv', row: 2, column: 'count', stated: 'x', message: 'no', hint: 'mend' };
  return {
    meta: {
      name: 'sample',
      language: 'en',
      title: asked.title,
      version: '1.0.0',
      created: asked.created,
      synthetic: true,
      licenses: [{ name: 'CC-BY-4.0' }],
    },
    places: [place],
    sources: [source('statement', 'public'), source('letter', asked.internal ? 'internal' : 'public')],
    assemblies: [],
    coverage: [{ place: 'almaty', from: '2012-04-01', to: '2012-06-30', source: 'statement' }],
    annotations: [annotation],
    texts,
    tables: new Map(),
    async *records() {
      yield* stream(records);
      for (let i = 0; i < asked.issues; i++) issues.push({ ...issue, code: 'unreadable_quantity' });
    },
    issues: () => issues,
    conversions: () => [],
    vocabulary: usualVocabulary,
    tallies: () => [{ file: 'records.csv', rows: records.length, accepted: records.length, refused: 0 }],
  };
}

/** Reads the sample, with tables as two more sources: a public one, and an internal one. */
export function readTables(table: SourceTable): ReadDataset {
  const list = { kind: 'table' as const, file: 'texts/letter.txt', sheet: '2012' };
  return async (dir) => {
    const outcome = await readSample(dir);
    if (!('reading' in outcome)) return outcome;
    const { reading } = outcome;
    const sources = [
      ...reading.sources,
      { ...source('list', 'public'), ...list },
      { ...source('hidden', 'internal'), ...list },
    ];
    // Ingest gives no internal one; the store would not keep it.
    const tables = new Map([
      ['list', table],
      ['hidden', table],
    ]);
    return { reading: { ...reading, sources, tables } };
  };
}
