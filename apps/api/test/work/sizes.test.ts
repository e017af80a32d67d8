import { endpoints } from '@article21/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf, BASE_URL, publishMade, storeIn, temporaryFolder } from '../fixture.ts';
import { madeFiles } from '../made-files.ts';
import { heldThreads } from './held-threads.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  await publishMade(storeIn(folder.path), folder.path);
});
afterAll(() => folder.remove());

/** The application on whose answering thread nothing is counted, over threads that say how large every answer is. */
function appThatCountsNothing(groups: number, atOnce = 2) {
  const held = heldThreads(atOnce, { size: JSON.stringify({ groups, series: 1 }) });
  const { threads } = held;
  const app = appOf(storeIn(folder.path), { files: madeFiles, threads, mostToCount: 0 });
  return { ...held, app };
}

const asked = 'measure=detentions&by=place,period';
const embedded = encodeURIComponent(`${BASE_URL}/embed?${asked}`);
const addresses = [
  ...['counts', 'countsColumns', 'countsCsv', 'countsSheetCsv', 'countsXlsx', 'chartJson', 'chartCsv'],
  ...['chartSvg', 'chartPng', 'chartPdf', 'chartPptx', 'embed'],
].map((it) => `${endpoints[it as 'counts'].path}?${asked}`);
addresses.push(`${endpoints.oembed.path}?url=${embedded}`);

describe('how large an answer is', () => {
  it.each(addresses)(
    'is counted by a worker thread before it is refused, for GET and HEAD alike: %s',
    async (it) => {
      for (const method of ['GET', 'HEAD']) {
        const { app, started, release } = appThatCountsNothing(200_000);
        release();
        const { status, headers } = await app.hono.request(it, { method });
        expect([status, headers.get('etag')]).toEqual([400, null]);
        expect(started.map(({ kind }) => kind)).toEqual(['size']);
        await app.close();
      }
    },
  );

  it.each(addresses)('is counted by a worker thread before it is answered, once: %s', async (it) => {
    const { app, started, release } = appThatCountsNothing(7_000);
    release();
    const head = await app.hono.request(it, { method: 'HEAD' });
    expect(started.map(({ kind }) => kind)).toEqual(['size']);
    const answer = await app.hono.request(it);
    expect([head.status, answer.status, answer.headers.get('etag')]).toEqual([
      ...[200, 200],
      head.headers.get('etag'),
    ]);
    expect(started).toHaveLength(2);
    await app.close();
  });

  it('is counted for a page by a worker thread, too, which then draws and writes it', async () => {
    const { app, started, release } = appThatCountsNothing(200_000);
    release();
    expect((await app.hono.request(`/?${asked}`)).status).toBe(200);
    expect(started.map(({ kind }) => kind)).toEqual(['size', 'inline', 'page']);
    await app.close();
  });

  it('waits for its turn among the jobs of worker threads', async () => {
    const { app, started, end, release } = appThatCountsNothing(200_000, 1);
    const first = app.hono.request(`${endpoints.counts.path}?${asked}`);
    const second = app.hono.request(`${endpoints.counts.path}?${asked}&every=day`);
    await expect.poll(() => started.length).toBe(1);
    expect((await app.hono.request(endpoints.measures.path)).status).toBe(200);
    expect(started).toHaveLength(1);
    end();
    expect((await first).status).toBe(400);
    release();
    expect((await second).status).toBe(400);
    expect(started).toHaveLength(2);
    await app.close();
  });
});
