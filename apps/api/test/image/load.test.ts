import { problemSchema } from '@article21/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf, publishMade, storeIn, temporaryFolder } from '../fixture.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
const { hono, close, reported } = appOf(store);

beforeAll(async () => {
  await publishMade(store, folder.path);
});
afterAll(async () => {
  await close();
  await folder.remove();
});

describe('more pictures than can be drawn', () => {
  it('are refused in part, and told when to come again, while all else is answered first', async () => {
    const order: string[] = [];
    const asked = async (name: string, path: string) => {
      const response = await hono.request(path);
      order.push(name);
      return response;
    };
    const pictures = Array.from({ length: 60 }, (_, i) =>
      asked('picture', `/chart.png?width=${1000 + i}&height=600`),
    );
    const others = [asked('other', '/healthz'), asked('other', '/api/v1/counts?measure=detentions')];
    for (const response of await Promise.all(others)) expect(response.status).toBe(200);
    const responses = await Promise.all(pictures);
    expect(order.lastIndexOf('other')).toBeLessThan(order.lastIndexOf('picture'));
    const refused = responses.filter(({ status }) => status === 503);
    expect([...new Set(responses.map(({ status }) => status))].sort()).toEqual([200, 503]);
    // One or two are drawn and thirty wait; on a slow machine some are done before the last has asked.
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(29);
    for (const response of refused) {
      expect(response.headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(problemSchema.parse(await response.json()).type).toMatch(/#busy$/);
    }
    expect(reported).toEqual([]);
    expect((await hono.request('/chart.png?width=1059&height=600')).status).toBe(200);
  }, 60_000);

  it('are refused alike where they are embeds, by a page', async () => {
    const order: string[] = [];
    const asked = async (name: string, path: string) => {
      const response = await hono.request(path);
      order.push(name);
      return response;
    };
    const embeds = Array.from({ length: 60 }, (_, i) => asked('embed', `/embed?title=${i}`));
    const others = [asked('other', '/healthz'), asked('other', '/api/v1/counts?measure=fines')];
    for (const response of await Promise.all(others)) expect(response.status).toBe(200);
    const responses = await Promise.all(embeds);
    expect(order.lastIndexOf('other')).toBeLessThan(order.lastIndexOf('embed'));
    const refused = responses.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(29);
    for (const response of refused) {
      expect(response.headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const html = await response.text();
      expect(html).toContain('Too many charts are being drawn');
      expect(html).toContain(`<meta http-equiv="refresh" content="${response.headers.get('retry-after')}">`);
    }
    expect(reported).toEqual([]);
  }, 60_000);

  it('are one picture where all ask for the same', async () => {
    const responses = await Promise.all(
      Array.from({ length: 60 }, () => hono.request('/chart.svg?width=777')),
    );
    expect(responses.every(({ status }) => status === 200)).toBe(true);
  });
});

describe('a frozen picture', () => {
  it('is the same bytes after a later publication, and the open one is not', async () => {
    const id = await publishMade(store, folder.path, { detentions: 4 });
    const get = async (query: string) => {
      const response = await hono.request(`/chart.svg?measure=detentions${query}`);
      return { text: await response.text(), caching: response.headers.get('cache-control') };
    };
    await expect.poll(async () => (await get('')).text).toContain(id);
    const before = await get(`&snapshot=${id}`);
    expect(before.caching).toContain('immutable');
    expect((await get('')).text).toBe(before.text);
    const next = await publishMade(store, folder.path, { detentions: 5 });
    await expect.poll(async () => (await get('')).text).toContain(next);
    expect(await get(`&snapshot=${id}`)).toEqual(before);
    const anew = appOf(store, { build: 'another' });
    const again = await anew.hono.request(`/chart.svg?measure=detentions&snapshot=${id}`);
    expect(await again.text()).toBe(before.text);
    await anew.close();
  });
});
