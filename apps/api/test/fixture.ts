import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { words } from '@article21/messages';
import {
  type Annotation,
  type DatasetReading,
  exactly,
  type Kind,
  type Place,
  type RestrictionRecord,
  type Source,
  unstated,
  usualVocabulary,
} from '@article21/model';
import { engine, openStore, type Store } from '@article21/store';
import { type App, createApp, type Deps } from '../src/app.ts';

/** Stands in the text and the quotations of the internal source; it must never leave. */
export const CANARY = 'canary-7f3b-never-shown';

export const BASE_URL = 'https://article21.example';

/** The address of an endpoint's path, filled in with what the made dataset has. */
export function addressOf(path: string): string {
  return path
    .replace('/records/{id}', '/records/d-0')
    .replace('/snapshots/{id}', '/snapshots/current')
    .replace('/oembed', `/oembed?url=${encodeURIComponent(`${BASE_URL}/embed?measure=detentions`)}`)
    .replace('{id}', 'statement');
}

/** A folder that is removed with `remove`. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'article21-api-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export function storeIn(path: string): Store {
  return openStore({ dataDir: join(path, 'data'), engine: engine('memory') });
}

export interface Made {
  /** How many detentions the dataset has; each version of it is another snapshot. */
  detentions?: number;
  synthetic?: boolean;
  /** The name of the dataset; another one is another dataset, and is called so. */
  dataset?: string;
  /** What tells this version from another of as many detentions, and what is other in it. */
  called?: string;
  edit?(records: RestrictionRecord[]): RestrictionRecord[];
  internal?: readonly string[];
  /** What Almaty is called, in every language. */
  almaty?: string;
}

/** Publishes a small dataset with one public and one internal source; answers the snapshot's id. */
export async function publishMade(store: Store, path: string, made: Made = {}): Promise<string> {
  const { detentions = 3, called = '' } = made;
  const folder = join(path, `made-${detentions}${called}`);
  await mkdir(join(folder, 'sources'), { recursive: true });
  await writeFile(join(folder, 'note.txt'), JSON.stringify(made));
  for (const [id, text] of texts) await writeFile(join(folder, 'sources', `${id}.txt`), text);
  const result = await store.publish(folder, async () => ({ reading: readingOf(detentions, made) }));
  if (!result.ok) throw new Error('the made dataset has issues');
  return result.id;
}

/** The patience of a page that waits until everything is made, however long that takes. */
const forEver = () => new Promise<never>(() => {});

/** The application over a store, with everything around it under the test's control. */
export function appOf(store: Deps['store'], deps: Partial<Deps> = {}): App & { reported: unknown[] } {
  const reported: unknown[] = [];
  const app = createApp({
    store,
    words,
    baseUrl: BASE_URL,
    version: '0.0.0',
    build: 'test',
    files: null,
    now: () => 0,
    patience: forEver,
    report: (error) => {
      reported.push(error);
      return '00000000-0000-4000-8000-000000000000';
    },
    ...deps,
  });
  return { ...app, reported };
}

const texts = new Map([
  ['statement', 'Somebody was detained.'],
  ['notebook', `Somebody was detained, says ${CANARY}.`],
]);

function readingOf(
  detentions: number,
  {
    synthetic = false,
    dataset = 'made',
    edit = (it) => it,
    internal = ['notebook'],
    almaty = 'Almaty',
  }: Made,
): DatasetReading {
  const records = edit([
    ...Array.from({ length: detentions }, (_, i) => recordOf(`d-${i}`, 'detention', `2012-04-${10 + i}`)),
    { ...recordOf('unnumbered', 'detention', '2012-04-28'), count: { notation: '?', ...unstated } },
    { ...recordOf('warned', 'warning', '2012-05-02'), place: 'almerek' },
    undatedRecord,
    hidden,
  ]);
  return {
    meta: {
      name: dataset,
      language: 'en',
      title: dataset === 'made' ? 'Made for a test' : `Dataset ${dataset}`,
      version: `1.0.${detentions}`,
      created: '2026-11-23',
      synthetic,
      licenses: [{ name: 'CC0-1.0' }],
    },
    places: [
      place('kz', 'country', null, 'Kazakhstan'),
      place('almaty', 'city', 'kz', almaty),
      place('almerek', 'settlement', 'almaty', 'Almerek'),
    ],
    sources: ['statement', 'notebook'].map((id) => source(id, internal.includes(id) ? 'internal' : 'public')),
    assemblies: [],
    coverage: [{ place: 'kz', from: '2012-04-01', to: '2012-06-30', source: 'notebook' }],
    annotations: [remark],
    texts,
    tables: new Map(),
    async *records() {
      yield* records;
    },
    issues: () => [],
    conversions: () => [],
    vocabulary: usualVocabulary,
    tallies: () => [{ file: 'records.csv', rows: records.length, accepted: records.length, refused: 0 }],
  };
}

function recordOf(id: string, kind: Kind, day: string): RestrictionRecord {
  const evidence = {
    kind: 'quotation' as const,
    source: 'statement',
    quote: 'Somebody was detained.',
    stated: 'Somebody',
    start: 0,
    end: 22,
  };
  return {
    id,
    kind,
    place: 'almaty',
    date: day,
    charted: { from: day, to: day, day: null, by: 'day', approximate: false },
    assembly: null,
    phase: null,
    count: { notation: '1', ...exactly(1) },
    amount: null,
    days: null,
    basis: 'incident',
    note: null,
    evidence: [{ ...evidence, prefix: null, suffix: null }],
  };
}

const remark: Annotation = {
  date: '2012-04-28',
  place: null,
  text_en: 'A rally',
  text_ru: 'Митинг',
  text_kk: 'Митинг',
  source: null,
};

const undatedRecord: RestrictionRecord = {
  ...recordOf('undated', 'detention', '2012-04-30'),
  date: '2012-04-20/2012-05-10',
  charted: { from: '2012-04-20', to: '2012-05-10', day: null, by: 'interval', approximate: false },
};

const hidden: RestrictionRecord = {
  ...recordOf('hidden', 'fine', '2012-05-03'),
  count: { notation: '1', ...exactly(1) },
  amount: { notation: '? EUR', currency: 'EUR', ...unstated, cents: unstated, rates: [] },
  evidence: [
    {
      kind: 'quotation',
      source: 'notebook',
      quote: CANARY,
      stated: CANARY,
      prefix: CANARY,
      suffix: CANARY,
      start: 28,
      end: 51,
    },
  ],
};

function place(id: string, kind: Place['kind'], parent: string | null, name: string): Place {
  const names = { name_en: name, name_ru: name, name_kk: name };
  return { id, kind, parent, country: 'KZ', lat: null, lon: null, ...names, aliases: [], wikidata: null };
}

function source(id: string, visibility: Source['visibility']): Source {
  const about = {
    title: id,
    publisher: 'Somebody',
    date: '2012',
    url: null,
    language: 'en',
    rights: 'Quoted.',
  };
  return { id, kind: 'text', visibility, ...about, file: `sources/${id}.txt`, sheet: null };
}
