import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf, publishMade, storeIn, temporaryFolder } from '../fixture.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
let now = 0;
const { hono, close } = appOf(store, { now: () => now });

beforeAll(async () => {
  await publishMade(store, folder.path);
});
afterAll(async () => {
  await close();
  await folder.remove();
});

describe('one picture', () => {
  it('is drawn once where many ask for it at the same time', async () => {
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
    now += 1000;
    expect((await get('')).text).toContain(id);
    const before = await get(`&snapshot=${id}`);
    expect(before.caching).toContain('immutable');
    expect((await get('')).text).toBe(before.text);
    const next = await publishMade(store, folder.path, { detentions: 5 });
    now += 1000;
    expect((await get('')).text).toContain(next);
    expect(await get(`&snapshot=${id}`)).toEqual(before);
    const anew = appOf(store, { build: 'another' });
    const again = await anew.hono.request(`/chart.svg?measure=detentions&snapshot=${id}`);
    expect(await again.text()).toBe(before.text);
    await anew.close();
  });
});
