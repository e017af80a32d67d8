import { createClient } from '@article21/contract/client';
import { LOCAL_COUNTS_LIMIT } from '@article21/contract/local-counts';
import { words } from '@article21/messages';
import { createMirrorFetch } from '@article21/static-site';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf, CANARY, publishMade, storeIn, temporaryFolder } from '../fixture.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
const { hono, close } = appOf(store);
let small = '';
let large = '';

beforeAll(async () => {
  large = await publishMade(store, folder.path, { detentions: LOCAL_COUNTS_LIMIT, called: 'large' });
  small = await publishMade(store, folder.path);
});
afterAll(async () => {
  await close();
  await folder.remove();
});

describe('what a browser counts by itself', () => {
  it('is counted as the API counts it', async () => {
    const read = async (name: string) => (await hono.request(`/snapshots/${small}/${name}`)).arrayBuffer();
    const near = createClient(createMirrorFetch(read, words));
    const api = createClient(hono.request);
    for (const asked of [
      { measure: ['detentions'], by: ['place'] },
      { measure: ['detentions', 'fines'], by: ['period'], every: 'week', lang: 'kk' },
      { place: ['almaty'], lang: 'ru' },
    ] as const)
      expect(await near.counts(asked)).toEqual(await api.counts(asked));
  });

  it('says nothing of what is internal', async () => {
    const about = await (await hono.request(`/snapshots/${small}/about.json`)).text();
    expect(about).toContain(small);
    expect(about).not.toContain(CANARY);
  });

  it('is a snapshot of a few thousand records, which never changes', async () => {
    for (const name of ['about.json', 'cells.bin']) {
      const reply = await hono.request(`/snapshots/${small}/${name}`);
      expect([reply.status, reply.headers.get('cache-control')]).toEqual([
        200,
        'public, max-age=31536000, s-maxage=60, immutable',
      ]);
      const refused = await hono.request(`/snapshots/${large}/${name}`);
      expect(refused.status).toBe(404);
      expect(await refused.text()).toContain('ask /api/v1/counts');
    }
  });

  it('is refused for what is no snapshot, and with what is no question', async () => {
    for (const id of ['2001-01-01-0123456789abcdef', '..', '__proto__', 'current'])
      expect((await hono.request(`/snapshots/${id}/about.json`)).status).toBe(404);
    expect((await hono.request(`/snapshots/${small}/about.json?x=1`)).status).toBe(400);
    expect((await hono.request(`/snapshots/${small}/records.parquet`)).status).toBe(404);
  });
});
