import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, inflateSync } from 'node:zlib';
import { loadSnapshot } from '@article21/answers';
import { type CountsAnswer, endpoints } from '@article21/contract';
import { readDataset, writePublicEdition } from '@article21/ingest';
import { snapshotFiles } from '@article21/static-site/write';
import { engine, openStore } from '@article21/store';
import { DuckDBInstance } from '@duckdb/node-api';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf, BASE_URL, temporaryFolder } from './fixture.ts';
import { madeFiles } from './made-files.ts';
import { facts, SHOWN, writeProtected } from './protected-people.ts';

const folder = await temporaryFolder();
const data = join(folder.path, 'data');
const store = openStore({ dataDir: data, engine: engine('duckdb') });
const { hono, close, reported } = appOf(store, { files: madeFiles });
let raw: string;
let edition: Awaited<ReturnType<typeof writePublicEdition>>;

beforeAll(async () => {
  raw = await writeProtected(folder.path);
  const target = join(folder.path, 'edition');
  await mkdir(target);
  const title = () => 'Withheld';
  edition = await writePublicEdition(target, () => readDataset(raw), { title });
  const result = await store.publish(
    target,
    async (dir) => {
      const outcome = await readDataset(dir);
      return outcome.ok ? { reading: outcome.reading } : { issues: outcome.issues };
    },
    { note: 'a public edition' },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
});
afterAll(async () => {
  await close();
  await folder.remove();
});

/** What somebody finds who looks for what is protected: words, facts, and hashes of the files that hold them. */
async function foundIn(said: string): Promise<string[]> {
  const words = [...new Set(said.match(/zqcanary\d+/gi) ?? [])];
  return [...words, ...[...facts, ...(await hashes())].filter((it) => said.includes(it))];
}

let known: string[] | null = null;
async function hashes(): Promise<string[]> {
  if (known) return known;
  const files = await readdir(raw, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const file of files.filter((it) => it.isFile())) {
    const bytes = await readFile(join(file.parentPath, file.name));
    if (![/zqcanary/, ...facts].some((it) => bytes.toString().match(it))) continue;
    for (const encoding of ['hex', 'base64', 'base64url'] as const)
      found.push(createHash('sha256').update(bytes).digest(encoding).slice(0, 20));
  }
  known = found;
  return found;
}

/** All that stands in a file: what packages hold, what streams of a PDF hold, what Parquet says. */
async function textsIn(bytes: Uint8Array): Promise<string> {
  const plain = Buffer.from(bytes).toString('utf8');
  if (plain.startsWith('PK')) {
    const parts = Object.entries(unzipSync(bytes)).map(async ([name, part]) => [name, await textsIn(part)]);
    return (await Promise.all(parts)).flat().join('\n');
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return textsIn(gunzipSync(bytes));
  if (plain.startsWith('%PDF')) return plain + pdfTexts(Buffer.from(bytes));
  return plain.startsWith('PAR1') ? parquetTexts(bytes) : plain;
}

function pdfTexts(file: Buffer): string {
  const text = file.toString('latin1');
  const streams = [...text.matchAll(/\/Length (\d+)[^\n]*>>\nstream\n/g)];
  return streams
    .map((it) => {
      const from = it.index + it[0].length;
      const part = file.subarray(from, from + Number(it[1]));
      // A stream that is packed begins as zlib's do.
      return (part[0] === 0x78 ? inflateSync(part) : part).toString('latin1');
    })
    .join('\n');
}

function addressOf(path: string, id: string, query: string): string {
  if (path === '/oembed') return `/oembed?url=${encodeURIComponent(`${BASE_URL}/embed?${query}`)}`;
  return `${path.replace('{id}', id)}?${query}`;
}

let files = 0;
async function parquetTexts(bytes: Uint8Array): Promise<string> {
  files += 1;
  const path = join(folder.path, `${files}.parquet`);
  await writeFile(path, bytes);
  const connection = await (await DuckDBInstance.create()).connect();
  const read = await connection.runAndReadAll(`SELECT to_json(it)::VARCHAR FROM read_parquet('${path}') it`);
  connection.closeSync();
  return read.getRows().join('\n');
}

describe('what a policy protects', () => {
  it('is in the dataset, so that this test can fail', async () => {
    const all = await Promise.all(
      (await readdir(raw, { recursive: true, withFileTypes: true }))
        .filter((it) => it.isFile())
        .map(async (it) => it.name + (await readFile(join(it.parentPath, it.name), 'utf8'))),
    );
    const words = new Set(all.join('').match(/zqcanary\d+/g));
    expect(words.size).toBe(38);
    expect(facts.filter((it) => !all.join('').includes(it))).toEqual([]);
    expect(edition).toMatchObject({ ok: true, effects: { ids: new Set(['zqcanary29', 'zqcanary32']) } });
  });

  it('is in no file of the store: snapshot, manifest, Parquet, log', async () => {
    const names: string[] = [];
    for (const file of await readdir(data, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const said = await textsIn(await readFile(join(file.parentPath, file.name)));
      expect([file.name, await foundIn(`${file.name}\n${said}`)]).toEqual([file.name, []]);
      names.push(file.name);
    }
    expect(names).toEqual(expect.arrayContaining(['log.jsonl', 'manifest.json', 'records.parquet']));
  });

  it('is in no answer of any route, picture, slide, sheet, zip or page', async () => {
    const records = await (await hono.request('/api/v1/records')).text();
    const ids = [...records.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id as string);
    const withheld = ids.filter((id) => id.startsWith('withheld-')).slice(0, 1);
    const known = [...withheld, 'open', 'both', 'withheld-text', 'current'];
    const pages = ['/', '/data', '/methods', '/sources', `/records/${withheld[0]}`, '/openapi.json', '/api'];
    // What is drawn takes longest, and has the same words whatever is asked.
    const drawn = /^\/(?:chart\.|embed|oembed|$)/;
    const answered = new Set<string>();
    let shown = false;
    for (const path of [...Object.values(endpoints).map(({ path }) => path), ...pages])
      for (const id of path.includes('{id}') ? known : [''])
        for (const query of drawn.test(path) ? ['place=east&lang=ru'] : ['', 'place=east&lang=ru']) {
          const asked = addressOf(path, id, query);
          const response = await hono.request(asked);
          if (response.ok) answered.add(path);
          const said = await textsIn(new Uint8Array(await response.arrayBuffer()));
          const found = await foundIn(`${JSON.stringify([...response.headers])}\n${said}`);
          // What was asked for may be said again; nothing else.
          expect([asked, found.filter((it) => !asked.includes(it))]).toEqual([asked, []]);
          shown ||= said.includes(SHOWN);
        }
    const unanswered = Object.values(endpoints).flatMap(({ path }) => (answered.has(path) ? [] : [path]));
    expect(unanswered).toEqual([]);
    expect([shown, withheld.length, reported]).toEqual([true, 1, []]);
  });

  it('is in no file of a mirror', async () => {
    const snapshot = await store.open((await store.current()) ?? '');
    const loaded = { ...(await loadSnapshot(snapshot)), snapshot };
    const changes = { refusal: { kind: 'not-found' as const, message: 'first' } };
    for await (const { path, data } of snapshotFiles({ loaded, changes, retractions: [], tell: () => {} }))
      expect([path, await foundIn(path + (await textsIn(Buffer.from(data))))]).toEqual([path, []]);
    await snapshot.close();
  });

  it('is said to be protected, on the page of methods in each language', async () => {
    // A number and what it counts stand on one line.
    for (const [path, text] of [
      ['/methods', 'To protect people, 2 records are shown without their words'],
      ['/methods?lang=ru', 'Чтобы защитить людей, 2 записи показаны без их слов'],
      ['/methods?lang=kk', 'Адамдарды қорғау үшін 2 жазба сөздерінсіз көрсетілген'],
    ] as const)
      expect((await (await hono.request(path)).text()).replaceAll('\u00a0', ' ')).toContain(text);
  });

  it('leaves no day of its month and no city of its region that could be called zero', async () => {
    const asked = '/api/v1/counts?measure=detentions&by=place,period&every=day';
    const { possible } = (await (await hono.request(asked)).json()) as CountsAnswer;
    const may = expect.objectContaining({ from: '2012-05-01', to: '2012-05-31' });
    for (const place of ['semey', 'east'])
      expect(possible?.find((it) => it.place === place)?.spans).toEqual([may]);
  });
});
