import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { endpoints, type Problem, type SnapshotsAnswer } from '@article21/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, appOf, publishMade, storeIn, temporaryFolder } from './fixture.ts';
import { madeFiles } from './made-files.ts';

/** Stands in the record that is retracted, and nowhere else. */
const CANARY = 'kanarienvogel-4c1f';
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

/** A store of its own with a bad snapshot, a good one that is served, and an application that has answered of both. */
async function retracting() {
  const path = join(folder.path, String(Math.random()).slice(2));
  await mkdir(path);
  const store = storeIn(path);
  const bad = await publishMade(store, path, {
    called: 'bad',
    edit: (records) => records.map((it) => ({ ...it, note: CANARY })),
  });
  const good = await publishMade(store, path, { called: 'good' });
  let now = 0;
  const app = appOf(store, { files: madeFiles, now: () => now });
  const tick = (ms: number) => {
    now += ms;
  };
  const ask = (address: string, headers = {}) => app.hono.request(address, { headers });
  return { path, store, bad, good, app, ask, tick };
}

/** Every address at which anything of a snapshot is answered. */
function addressesOf(id: string): string[] {
  const pinned = (path: string) => `${path}${path.includes('?') ? '&' : '?'}snapshot=${id}`;
  const data = Object.values(endpoints)
    .map(({ path }) => path)
    .filter((path) => !/healthz|readyz|oembed|\/snapshots/.test(path))
    .map((path) => pinned(addressOf(path)));
  const chart = encodeURIComponent(`https://article21.example/embed?measure=detentions&snapshot=${id}`);
  const pages = ['/', '/data', '/methods', '/sources', '/sources/statement', '/records/d-0'].map(pinned);
  return [
    ...data,
    ...pages,
    `${endpoints.oembed.path}?url=${chart}`,
    `/api/v1/snapshots/${id}/changes`,
    `/api/v1/snapshots/current/changes?since=${id}`,
    `/snapshots/${id}/about.json`,
    `/snapshots/${id}/cells.bin`,
  ];
}

describe('a snapshot that is retracted while it is served from memory', () => {
  it('is 410 at every address, with the reason, and nothing of it is answered', async () => {
    const { store, bad, good, app, ask, tick } = await retracting();
    const addresses = addressesOf(bad);
    const before = [];
    for (const address of addresses) before.push([address, (await ask(address)).status]);
    expect(before).toEqual(addresses.map((address) => [address, 200]));
    const etag = (await ask(`/api/v1/records?snapshot=${bad}`)).headers.get('etag') ?? '';
    await store.retract([bad], { reason: 'endangers_person' });
    tick(201);
    const after = [];
    for (const address of addresses) {
      const response = await ask(address, { 'if-none-match': etag });
      const { headers } = response;
      const body = await response.text();
      after.push([
        address,
        response.status,
        headers.get('x-robots-tag'),
        headers.get('cache-control'),
        body.includes(CANARY),
      ]);
    }
    // Caches have it in the place of what they kept.
    const kept = 'public, max-age=0, s-maxage=60, must-revalidate';
    expect(after).toEqual(addresses.map((address) => [address, 410, 'noindex', kept, false]));
    expect((await ask(`/api/v1/counts?measure=detentions&snapshot=${good}`)).status).toBe(200);
    expect((await ask('/healthz')).status).toBe(200);
    await app.close();
  });

  it('says why, on which day and where to go on, to programs and in three languages', async () => {
    const { store, bad, good, app, ask, tick } = await retracting();
    await store.retract([bad], { reason: 'court_order' });
    const { at } = (await store.retractions()).get(bad) as { at: string };
    tick(201);
    const problem = await (await ask(`/api/v1/records?snapshot=${bad}`)).json();
    const day = at.slice(0, 10);
    const message = `snapshot ${bad} was retracted on ${day}: a court has ordered it`;
    expect(problem).toEqual({
      type: 'https://article21.example/api#retracted',
      title: 'It was published and has been retracted',
      status: 410,
      detail: message,
      issues: [
        {
          key: 'snapshot',
          code: 'court_order',
          stated: bad,
          message,
          hint: expect.stringContaining('leave it out for the current data'),
          day,
        },
      ],
    });
    await ask('/api/v1/records');
    const later = (await (await ask(`/api/v1/records?snapshot=${bad}`)).json()) as Problem;
    expect(later.issues[0]?.hint).toContain(good);
    const said = { en: 'a court has ordered it', ru: 'так постановил суд', kk: 'сот солай шешкен' };
    for (const [lang, reason] of Object.entries(said)) {
      for (const address of ['/?', '/embed?measure=detentions&']) {
        const page = await (await ask(`${address}snapshot=${bad}&lang=${lang}`)).text();
        expect(page).toContain(reason);
        expect(page).toContain(bad);
      }
      const page = await (await ask(`/?snapshot=${bad}&lang=${lang}`)).text();
      expect(page).toMatch(/<meta name="robots" content="noindex">/);
      expect(page).toMatch(new RegExp(`href="/\\?lang=${lang}"|href="\\./?\\?lang=${lang}"`));
    }
    await app.close();
  });

  it('is 410 also where it is what is served, as of a follower whose origin gives nothing else', async () => {
    const { store, good, app, ask, tick } = await retracting();
    const own = [
      '/',
      '/data',
      '/records/d-0',
      '/api/v1/records',
      '/chart.svg?measure=detentions',
      '/healthz',
    ];
    for (const address of own) expect((await ask(address)).status, address).toBe(200);
    const told = [{ snapshot: good, reason: 'wrong', at: '2026-11-29T10:00:00.000Z' } as const];
    await store.acceptRetractions(told, { by: 'follow', statement: 'signed', after: null });
    tick(201);
    for (const address of [...own, ...addressesOf(good)]) {
      const response = await ask(address);
      const kept = address.includes(good)
        ? 'public, max-age=0, s-maxage=60, must-revalidate'
        : 'public, max-age=0, must-revalidate';
      const told = address === '/healthz' ? 'no-store' : kept;
      expect([response.status, response.headers.get('cache-control')], address).toEqual([410, told]);
      expect(await response.text(), address).not.toContain('d-1');
    }
    const problem = (await (await ask('/api/v1/records')).json()) as Problem;
    expect(problem.issues[0]?.hint).toBe('nothing is served in its place yet: ask again later');
    await app.close();
  });

  it('is not listed any more, and its tombstone alone is left', async () => {
    const { path, store, bad, good, app, ask, tick } = await retracting();
    const listed = async () => {
      const { snapshots } = (await (await ask('/api/v1/snapshots')).json()) as SnapshotsAnswer;
      return snapshots.map(({ id }) => id).sort();
    };
    expect(await listed()).toEqual([bad, good].sort());
    await store.retract([bad], { reason: 'wrong' });
    tick(6_000);
    expect(await listed()).toEqual([good]);
    expect(await readdir(join(path, 'data', 'snapshots'))).toEqual([good]);
    await app.close();
  });
});
