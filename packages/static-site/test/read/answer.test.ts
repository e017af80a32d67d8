import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HttpProblem, type LoadedSnapshot, loadSnapshot, problemOf, routes } from '@article21/answers';
import { changesFor } from '@article21/answers/changes';
import { endpoints, packed } from '@article21/contract';
import { ApiProblem, createClient, type Fetch } from '@article21/contract/client';
import { readDataset } from '@article21/ingest';
import { words } from '@article21/messages';
import { engine, openStore, type Snapshot } from '@article21/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotFiles } from '../../src/write/index.ts';
import { collect, mirrorOf } from '../files.ts';

const dataset = dirname(
  createRequire(import.meta.url).resolve('@article21/dataset/data/kazakhstan-2012/datapackage.json'),
);
let folder: string;
let snapshot: Snapshot;
let loaded: LoadedSnapshot;
let fetch: Fetch;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'article21-mirror-'));
  const store = openStore({ dataDir: folder, engine: engine('memory') });
  const published = await store.publish(dataset, (dir) => readDataset(dir));
  if (!published.ok) throw new Error('the embedded dataset has issues');
  snapshot = await store.open(published.id);
  loaded = await loadSnapshot(snapshot);
  const changes = await changesFor(null, loaded);
  const files = await collect(snapshotFiles({ loaded, changes, retractions: [], tell: () => {} }));
  fetch = mirrorOf(files, snapshot.id);
});
afterAll(async () => {
  await snapshot.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the snapshot itself answers, as the API does. */
async function answered(address: string): Promise<string> {
  const url = new URL(address, 'http://api.invalid');
  for (const route of routes) {
    const path = new RegExp(
      `^${route.endpoint.path.replace(/\./g, '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`,
    );
    const found = path.exec(url.pathname);
    if (!found) continue;
    try {
      const params = { ...found.groups };
      const understood = await route.read({ params, search: url.searchParams, loaded, words });
      const body = await understood.answer();
      if (body instanceof Uint8Array) return Buffer.from(body).toString('base64');
      return typeof body === 'string' ? body : JSON.stringify(body);
    } catch (error) {
      if (error instanceof HttpProblem) return JSON.stringify(problemOf(error, ''));
      throw error;
    }
  }
  throw new Error(`no route has ${address}`);
}

async function mirrored(address: string): Promise<string> {
  const reply = await fetch(address, {});
  return packed.has(reply.headers.get('content-type') ?? '')
    ? Buffer.from(await reply.arrayBuffer()).toString('base64')
    : Buffer.from(await reply.arrayBuffer()).toString();
}

describe('a mirror answers what the API answers', () => {
  const ofSnapshot = routes.flatMap(({ endpoint }) => endpoint.requests);

  it.each([
    ...ofSnapshot,
    '/api/v1/counts',
    '/api/v1/counts?by=place,period&every=week&lang=kk',
    '/api/v1/counts?measure=detentions&place=almaty&from=2012-04&to=2012-06&phase=after,unstated',
    '/api/v1/counts?basis=summary&by=period&every=quarter&lang=ru',
    '/api/v1/counts.csv?by=place',
    '/api/v1/counts.sheet.csv?by=place&lang=ru',
    '/api/v1/counts.xlsx?by=place,period&lang=kk',
    '/api/v1/records?limit=7',
    '/api/v1/records?measure=detentions&at=almaty',
    '/api/v1/records?basis=summary&undated=month',
    '/api/v1/sources/kibhr-iphr-nhc-2012',
    '/api/v1/measures?lang=kk',
    '/api/v1/places',
    '/api/v1/snapshot',
  ])('%s', async (address) => {
    expect(await mirrored(address)).toBe(await answered(address));
  });

  it.each([
    '/api/v1/counts?mesure=detentions',
    '/api/v1/counts?place=atlantis',
    '/api/v1/counts?by=period&every=day&from=0001&to=9999',
    '/api/v1/records?cursor=x',
    '/api/v1/records/none',
    '/api/v1/sources/none',
  ])('and refuses what it refuses: %s', async (address) => {
    const reply = await fetch(address, {});
    expect(reply.ok).toBe(false);
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
    expect(await reply.text()).toBe(await answered(address));
  });

  it('to the typed client, in pages too', async () => {
    const client = createClient(fetch);
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { records: { id: string }[]; next: string | null } = await client.records({
        limit: 5,
        cursor,
      });
      ids.push(...page.records.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    const all = await client.records({ limit: 200 });
    expect(ids).toEqual(all.records.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(20);
  });
});

describe('what only a mirror answers', () => {
  it('is that it holds one snapshot, and by which name', async () => {
    const client = createClient(fetch);
    const { current, snapshots } = await client.snapshots();
    expect([current, snapshots.map(({ id }) => id)]).toEqual([snapshot.id, [snapshot.id]]);
    expect((await client.snapshot({ snapshot: snapshot.id })).id).toBe(snapshot.id);
    expect(endpoints.snapshots.answer.safeParse(await client.snapshots()).success).toBe(true);
  });

  it('is a 404 for another snapshot, and for what no mirror has', async () => {
    const other = '2001-01-01-0123456789abcdef';
    const client = createClient(fetch);
    await expect(client.counts({ snapshot: other })).rejects.toThrow(ApiProblem);
    await expect(client.counts({ snapshot: other })).rejects.toThrow(`holds ${snapshot.id} alone`);
    await expect(client.changes(other)).rejects.toThrow('in this mirror');
    await expect(client.changes(snapshot.id, { since: other })).rejects.toThrow('in this mirror');
    await expect(client.source('__proto__')).rejects.toThrow('there is nothing at /api/v1/sources/__proto__');
    await expect(client.chartSvg()).rejects.toThrow('there is nothing at /chart.svg in a mirror');
  });

  it('is what changed, as it was when it was made', async () => {
    const answer = await createClient(fetch).changes(snapshot.id);
    expect(endpoints.changes.answer.safeParse(answer).success).toBe(true);
    expect(answer).toMatchObject({ since: null, totals: { added: snapshot.manifest.records } });
  });

  it('ends when its reader does not wait any more', async () => {
    const signal = AbortSignal.abort();
    await expect(fetch('/api/v1/places', { signal })).rejects.toThrow(/abort/i);
  });

  it('rejects while a file cannot be read, and answers once it can', async () => {
    let broken = true;
    const { createMirrorFetch } = await import('../../src/index.ts');
    const files = await collect(
      snapshotFiles({
        loaded,
        changes: await changesFor(null, loaded),
        retractions: [],
        tell: () => {},
      }),
    );
    const shaky = createMirrorFetch(async (name) => {
      const bytes = files.get(`snapshots/${snapshot.id}/${name}`);
      if (broken || !bytes) throw new TypeError('Failed to fetch');
      return bytes.slice().buffer;
    }, words);
    await expect(async () => shaky('/api/v1/counts', {})).rejects.toThrow('Failed to fetch');
    broken = false;
    expect((await shaky('/api/v1/counts', {})).ok).toBe(true);
  });
});
