import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type DatasetReading,
  exactly,
  type RestrictionRecord,
  type Source,
  type SourceTable,
  usualVocabulary,
} from '@article21/model';
import { engine, nodeFs, openStore, type Store } from '@article21/store';
import { signServed } from '../../src/editions/sign.ts';
import type { Net } from '../../src/follow/origin.ts';
import { printPublicKey, readPublicKey, readSecretKey } from '../../src/seal/index.ts';

/** Stands in the text and the quotation of the internal source; it must never leave. */
export const CANARY = 'canary-2c9e-never-shown';
export const ADDRESS = 'https://origin.example/kz/';

export function makeKey() {
  const { privateKey } = generateKeyPairSync('ed25519');
  const secret = readSecretKey(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), null);
  return { secret, line: printPublicKey(secret), publicKey: readPublicKey(printPublicKey(secret)) };
}
export type Key = ReturnType<typeof makeKey>;

export interface Folder {
  path: string;
  store: Store;
  remove(): void;
}

export function makeFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'article21-follow-'));
  // Without the machine's slow syncing.
  const fs = { ...nodeFs, sync: async () => {} };
  const store = openStore({ dataDir: join(path, 'data'), engine: engine('memory'), fs });
  return { path, store, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Publishes so many records of a small dataset with a public and an internal source, and signs it. */
export async function publish(
  { path, store }: Folder,
  key: Key,
  detentions: number,
  dataset = 'made',
): Promise<string> {
  const folder = join(path, `${dataset}-${detentions}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'note.txt'), `${dataset} ${detentions} ${CANARY}`);
  const result = await store.publish(folder, async () => ({ reading: readingOf(detentions, dataset) }));
  if (!result.ok) throw new Error('the made dataset has issues');
  await sign(store, key);
  return result.id;
}

export async function sign(store: Store, key: Key): Promise<void> {
  await signServed(store, key.secret, { at() {}, end() {} });
}

/** How an origin answers a path below its address, where it does not answer as it should. */
export type Fault = (path: string, init: RequestInit) => Promise<Response> | Response | null;

/** An origin that breaks down after so many answers. */
export function answersOnly(most: number): Fault {
  let left = most;
  return () => {
    left -= 1;
    return left < 0 ? new Response('', { status: 500 }) : null;
  };
}

export interface Served extends Net {
  /** The paths that were asked for. */
  asked: string[];
  fault: Fault | null;
  /** Lets time pass. */
  pass(ms: number): Promise<void>;
}

/** The editions of a store, as a server has them, over a network and with a clock that are the test's. */
export function serve({ store }: Pick<Folder, 'store'>): Served {
  const timers = new Set<{ at: number; then(): void }>();
  let time = 0;
  const served: Served = {
    asked: [],
    fault: null,
    ended: new Promise(() => {}),
    after(ms, then) {
      const timer = { at: time + ms, then };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async pass(ms) {
      time += ms;
      for (const timer of [...timers].filter(({ at }) => at <= time).sort((a, b) => a.at - b.at)) {
        if (timers.delete(timer)) timer.then();
      }
      await new Promise((resolve) => setTimeout(resolve));
    },
    async fetch(address, init) {
      const path = address.slice(ADDRESS.length);
      served.asked.push(path);
      const faulty = served.fault?.(path, init);
      if (faulty) return faulty;
      const body =
        path === 'editions/current.minisig'
          ? await store.editions.statement()
          : await store.editions.piece(path.split('/').at(-1) ?? '');
      return new Response(typeof body === 'string' ? body : (body as Uint8Array<ArrayBuffer> | null), {
        status: body === null ? 404 : 200,
      });
    },
  };
  return served;
}

function readingOf(detentions: number, dataset: string): DatasetReading {
  const records = [...Array.from({ length: detentions }, (_, i) => recordOf(i)), hidden];
  return {
    meta: {
      name: dataset,
      language: 'en',
      title: 'Made for a test',
      version: `1.0.${detentions}`,
      created: '2026-11-23',
      synthetic: false,
      licenses: [{ name: 'CC0-1.0' }],
    },
    places: [
      {
        id: 'kz',
        kind: 'country',
        parent: null,
        country: 'KZ',
        lat: null,
        lon: null,
        name_en: 'Kazakhstan',
        name_ru: 'Казахстан',
        name_kk: 'Қазақстан',
        aliases: [],
        wikidata: null,
      },
    ],
    sources: [
      source('statement', 'public'),
      source('notebook', 'internal'),
      { ...source('list', 'public'), kind: 'table' },
      { ...source('diary', 'internal'), kind: 'table' },
    ],
    assemblies: [],
    coverage: [],
    annotations: [],
    tables: new Map([
      ['list', tableOf(['Town', 'Taken'], ['Almaty', '1'])],
      ['diary', tableOf(['Day', 'Words'], ['1', CANARY])],
    ]),
    texts: new Map([
      ['statement', `Somebody was detained. ${detentions}`],
      ['notebook', CANARY],
    ]),
    async *records() {
      yield* records;
    },
    issues: () => [],
    conversions: () => [],
    vocabulary: usualVocabulary,
    tallies: () => [{ file: 'records.csv', rows: records.length, accepted: records.length, refused: 0 }],
  };
}

function tableOf(...rows: string[][]): SourceTable {
  return {
    header: rows[0] ?? [],
    headerRow: 1,
    lastRow: rows.length,
    row: (number) => rows[number - 1] ?? [],
  };
}

function recordOf(i: number): RestrictionRecord {
  const day = `2012-04-${10 + i}`;
  const evidence = {
    kind: 'quotation' as const,
    source: 'statement',
    quote: 'Somebody was detained.',
    stated: 'Somebody',
    start: 0,
    end: 22,
    prefix: null,
    suffix: null,
  };
  return {
    id: `d-${i}`,
    kind: 'detention',
    place: 'kz',
    date: day,
    charted: { from: day, to: day, day: null, by: 'day', approximate: false },
    assembly: null,
    phase: null,
    count: { notation: '1', ...exactly(1) },
    amount: null,
    days: null,
    basis: 'incident',
    note: null,
    evidence: [evidence],
  };
}

const hidden: RestrictionRecord = {
  ...recordOf(15),
  id: 'hidden',
  evidence: [
    {
      kind: 'quotation',
      source: 'notebook',
      quote: CANARY,
      stated: CANARY,
      prefix: CANARY,
      suffix: CANARY,
      start: 0,
      end: 5,
    },
  ],
};

function source(id: string, visibility: Source['visibility']): Source {
  return {
    id,
    kind: 'text',
    visibility,
    title: id,
    publisher: 'Somebody',
    date: '2012',
    url: null,
    language: 'en',
    rights: 'Quoted.',
    file: `sources/${id}-secret-name.txt`,
    sheet: null,
  };
}
