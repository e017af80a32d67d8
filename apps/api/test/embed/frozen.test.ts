import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf, BASE_URL, publishMade, storeIn, temporaryFolder } from '../fixture.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
let now = 0;
const { hono, close } = appOf(store, { now: () => now });
let id = '';

beforeAll(async () => {
  id = await publishMade(store, folder.path, { detentions: 3 });
});
afterAll(async () => {
  await close();
  await folder.remove();
});

const forms = [
  ...['/embed', '/chart.svg', '/chart.png', '/chart.pdf', '/chart.pptx', '/chart.csv', '/chart.json'],
  ...['/api/v1/counts', '/api/v1/counts.csv', '/api/v1/counts.xlsx', '/api/v1/records'],
];

async function bytesOf(app: typeof hono, path: string, query: string) {
  const response = await app.request(`${path}?measure=detentions&${query}`);
  expect([path, response.status]).toEqual([path, 200]);
  const { headers } = response;
  return {
    bytes: Buffer.from(await response.arrayBuffer()).toString('base64'),
    caching: headers.get('cache-control'),
    etag: headers.get('etag'),
  };
}

describe('an address that names its snapshot', () => {
  it('answers the same bytes after two later publications, in every form', async () => {
    const frozen = `snapshot=${id}`;
    const before = await Promise.all(forms.map((path) => bytesOf(hono, path, frozen)));
    const living = await Promise.all(forms.map((path) => bytesOf(hono, path, '')));
    for (const { caching } of before)
      expect(caching).toBe('public, max-age=31536000, s-maxage=60, immutable');
    await publishMade(store, folder.path, { detentions: 5 });
    const last = await publishMade(store, folder.path, { detentions: 8 });
    now += 1000;
    expect(await (await hono.request('/api/v1/counts')).json()).toMatchObject({ snapshot: last });
    expect(await Promise.all(forms.map((path) => bytesOf(hono, path, frozen)))).toEqual(before);
    for (const [i, path] of forms.entries()) {
      const later = await bytesOf(hono, path, '');
      expect([path, later.bytes === living[i]?.bytes, later.etag === living[i]?.etag]).toEqual([
        path,
        false,
        false,
      ]);
    }
    // Nothing that is kept in memory makes them so.
    const anew = appOf(store);
    expect(await Promise.all(forms.map((path) => bytesOf(anew.hono, path, frozen)))).toEqual(before);
    await anew.close();
  });

  it('is what oEmbed passes on', async () => {
    const url = encodeURIComponent(`${BASE_URL}/?measure=detentions&snapshot=${id}`);
    const first = await (await hono.request(`/oembed?url=${url}`)).text();
    await publishMade(store, folder.path, { detentions: 9 });
    expect(await (await hono.request(`/oembed?url=${url}`)).text()).toBe(first);
    expect(first).toContain(`snapshot=${id}`);
  });
});
