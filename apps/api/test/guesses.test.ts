import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadSnapshot } from '@article21/answers';
import { endpoints } from '@article21/contract';
import { readDataset } from '@article21/ingest';
import { snapshotFiles } from '@article21/static-site/write';
import type { Store } from '@article21/store';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { appOf, storeIn, temporaryFolder } from './fixture.ts';

/** Somebody who guesses these words, and knows all else of the dataset, must not be able to tell that he is right. */
const SAID = 'We hid at the house of the baker.';

const files = (internal: string): Record<string, string> => ({
  'datapackage.json': JSON.stringify({
    name: 'guessed',
    title: 'Guessed',
    version: '1.0.0',
    created: '2026-03-21',
    licenses: [{ name: 'CC-BY-4.0' }],
  }),
  'places.csv': `id,kind,parent,country,lat,lon,name_en,name_ru,name_kk,aliases,wikidata
osh,city,,KG,40.5,72.8,Osh,Ош,Ош,,
`,
  'sources.csv': `id,title,publisher,date,url,language,visibility,rights,file
open,Report,Monitor,2026-03-20,,en,public,Quoted with attribution,sources/open.txt
secret,Testimony,Monitor,2026-03-20,,en,internal,Not to be shown,${internal}
`,
  'sources/open.txt': 'Two people were held.\n',
  'sources/secret.txt': `${SAID}\n`,
  // What people leave beside.
  'drafts/secret (copy).txt': `${SAID}\n`,
  'records.csv': `id,kind,place,date,assembly,phase,count,amount,days,basis,note
a,detention,osh,2026-03-01,,,2,,,incident,
b,detention,osh,2026-03-02,,,?,,,incident,
`,
  'evidence.csv': `record,source,quote,stated
a,open,Two people were held,Two people
b,secret,${SAID},hid
`,
});

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
beforeEach(async () => {
  folder = await temporaryFolder();
  store = storeIn(folder.path);
});
afterEach(() => folder.remove());

it.each([
  'sources/secret.txt',
  './sources/secret.txt',
  'sources//secret.txt',
  'sources/./secret.txt',
  'link.txt',
  'more/secret.txt',
])('no guess at an internal text can be confirmed by anything that is published: %s', async (name) => {
  const dataset = await writeDataset(name);
  const result = await store.publish(dataset, async (dir) => {
    const outcome = await readDataset(dir);
    return outcome.ok ? { reading: outcome.reading } : { issues: outcome.issues };
  });
  expect(result).toMatchObject({ ok: true });
  const told = await everythingPublished();
  expect(told).toContain('"open"');
  for (const guess of await guesses(dataset)) expect([guess, told.includes(guess)]).toEqual([guess, false]);
});

async function writeDataset(name: string): Promise<string> {
  const dataset = join(folder.path, 'dataset');
  for (const [path, text] of Object.entries(files(name))) {
    await mkdir(dirname(join(dataset, path)), { recursive: true });
    await writeFile(join(dataset, path), text);
  }
  await symlink('sources/secret.txt', join(dataset, 'link.txt'));
  await mkdir(join(dataset, 'more'));
  await symlink('../sources/secret.txt', join(dataset, 'more/secret.txt'));
  return dataset;
}

/** All answers of the server, and all files of a mirror. */
async function everythingPublished(): Promise<string> {
  const { hono, close } = appOf(store);
  const said: string[] = [];
  const paths = Object.values(endpoints).flatMap(({ path }) =>
    ['a', 'b', 'open', 'secret', 'current'].map((id) => path.replace('{id}', id)),
  );
  for (const path of new Set([...paths, '/api', '/openapi.json', '/healthz'])) {
    const response = await hono.request(path);
    said.push(JSON.stringify([...response.headers]), await response.text());
  }
  await close();
  const snapshot = await store.open((await store.current()) ?? '');
  const loaded = { ...(await loadSnapshot(snapshot)), snapshot };
  const changes = { refusal: { kind: 'not-found' as const, message: 'first' } };
  for await (const { path, data } of snapshotFiles({ loaded, changes, retractions: [], tell: () => {} }))
    said.push(path, Buffer.from(data).toString());
  await snapshot.close();
  return said.join('\n');
}

/** What somebody can compute who guesses the words: hashes of each file in which they stand, and of the whole. */
async function guesses(dataset: string): Promise<string[]> {
  const entries = await readdir(dataset, { recursive: true, withFileTypes: true });
  const found: string[] = [SAID, 'house of the baker', 'secret.txt', 'link.txt'];
  const lines: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if ((await lstat(path)).isDirectory()) continue;
    const text = await readFile(path);
    const hex = createHash('sha256').update(text).digest('hex');
    lines.push(`${hex}  ${path.slice(dataset.length + 1)}\n`);
    if (!/baker|secret/.test(text.toString())) continue;
    for (const algorithm of ['sha256', 'sha512', 'sha1', 'md5'])
      for (const encoding of ['hex', 'base64', 'base64url'] as const)
        found.push(createHash(algorithm).update(text).digest(encoding).slice(0, 20));
    found.push(`"bytes":${text.length},`);
  }
  const whole = createHash('sha256').update(lines.sort().join('')).digest('hex');
  return [...found, whole.slice(0, 16)];
}
