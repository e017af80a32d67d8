import { problemSchema } from '@article21/contract';
import { createRenderer } from '@article21/render';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDrawing } from '../../src/image/drawing.ts';
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

describe('more pictures than can be drawn', () => {
  /** Asks for 60 pictures and something else while nothing can be drawn, until all have been refused that will be. */
  async function sixtyWhileHeld(path: (i: number) => string) {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const renderer = createRenderer();
    const drawing = createDrawing({ atOnce: 2, renderer: () => held.then(() => renderer) });
    const app = appOf(store, { drawing });
    let answered = 0;
    let allRefused = () => {};
    const refusals = new Promise<void>((resolve) => {
      allRefused = resolve;
    });
    const pictures = Array.from({ length: 60 }, async (_, i) => {
      const response = await app.hono.request(path(i));
      answered += 1;
      if (answered === 60 - 2 - 30) allRefused();
      return response;
    });
    for (const other of ['/healthz', '/api/v1/counts?measure=detentions'])
      expect((await app.hono.request(other)).status).toBe(200);
    await refusals;
    release();
    const responses = await Promise.all(pictures);
    expect(app.reported).toEqual([]);
    expect((await app.hono.request(path(59))).status).toBe(200);
    await app.close();
    const withStatus = (wanted: number) => responses.filter(({ status }) => status === wanted);
    return { drawn: withStatus(200), refused: withStatus(503) };
  }

  it('are refused in part, and told when to come again, while all else is answered', async () => {
    const { drawn, refused } = await sixtyWhileHeld((i) => `/chart.png?width=${400 + i}&height=300`);
    expect([drawn.length, refused.length]).toEqual([32, 28]);
    for (const response of refused) {
      expect(response.headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(problemSchema.parse(await response.json()).type).toMatch(/#busy$/);
    }
  });

  it('are refused alike where they are embeds, by a page', async () => {
    const { drawn, refused } = await sixtyWhileHeld((i) => `/embed?title=${i}`);
    expect([drawn.length, refused.length]).toEqual([32, 28]);
    for (const response of refused) {
      expect(response.headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const html = await response.text();
      expect(html).toContain('Too many charts are being drawn');
      expect(html).toContain(`<meta http-equiv="refresh" content="${response.headers.get('retry-after')}">`);
    }
  });

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
