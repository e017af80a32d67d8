import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { usualLimits } from '../src/connections.ts';
import { decisions } from '../src/headers.ts';
import { createHttpServer } from '../src/http-server.ts';
import { createMetrics, createRouteNames } from '../src/metrics.ts';
import { Busy } from '../src/work/refused.ts';
import { appOf, publishMade, storeIn, temporaryFolder } from './fixture.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
const id = await publishMade(store, folder.path);
const routeOf = createRouteNames('/kz', Object.keys(decisions));
const metrics = createMetrics({ now: () => 0, routeOf });
const app = appOf(store, { baseUrl: 'https://example.org/kz' });
// Which snapshot is served has been looked for once, as when a server starts.
await app.current();
const { server, stop } = createHttpServer(app, usualLimits(), metrics);
const state = { fails: false };
const measured = metrics.server(async () => {
  if (state.fails) throw new Error('nothing has been published yet');
  return { snapshot: await app.current(), responseCache: app.responseCache };
});
for (const it of [server, measured]) await once(it.listen(0, '127.0.0.1'), 'listening');
const at = (it: typeof server, path: string) =>
  fetch(`http://127.0.0.1:${(it.address() as AddressInfo).port}${path}`);

afterAll(async () => {
  await new Promise((resolve) => measured.close(resolve));
  await stop();
  await app.close();
  await folder.remove();
});

describe('what is measured', () => {
  it('is how many requests each route answered and how, in the text form of Prometheus', async () => {
    for (const path of [
      '/kz/api/v1/counts',
      '/kz/api/v1/counts',
      '/kz/records/d-0',
      '/kz/api/v1/counts?x=1',
      '/kz/a/b/c',
      '/elsewhere',
    ])
      await (await at(server, path)).arrayBuffer();
    const response = await at(measured, '/metrics');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const lines = (await response.text()).split('\n');
    expect(lines).toContain('article21_requests_total{route="/api/v1/counts",status="200"} 2');
    expect(lines).toContain('article21_requests_total{route="/api/v1/counts",status="400"} 1');
    expect(lines).toContain('article21_requests_total{route="other",status="404"} 2');
    expect(lines).toContain('article21_request_seconds_count{route="/api/v1/counts"} 3');
    expect(lines).toContain('article21_repeated_answers_total 1');
    expect(lines).toContain(`article21_snapshot{id="${id}"} 1`);
    expect(lines.find((it) => it.startsWith('process_resident_memory_bytes '))).toBeDefined();
  });

  it('is how long drawings take, also those that are refused', async () => {
    const made = { plain: Buffer.from(''), packed: null };
    const outcomes = [async () => made, () => Promise.reject(new Busy(1))];
    const threads = metrics.timed({
      atOnce: 1,
      runJob: () => outcomes.shift()?.() ?? Promise.reject(),
      close: async () => {},
    });
    const ordered = { job: { kind: 'picture' } } as Parameters<typeof threads.runJob>[0];
    expect(await threads.runJob(ordered)).toBe(made);
    await expect(threads.runJob(ordered)).rejects.toThrow(Busy);
    const text = await (await at(measured, '/metrics')).text();
    for (const outcome of ['made', 'refused'])
      expect(text).toContain(`article21_job_seconds_count{kind="picture",outcome="${outcome}"} 1`);
  });

  it('is nowhere else, and says why it cannot be told', async () => {
    expect((await at(measured, '/')).status).toBe(404);
    expect((await at(server, '/kz/metrics')).status).toBe(404);
    state.fails = true;
    const response = await at(measured, '/metrics');
    expect([response.status, await response.text()]).toEqual([503, 'nothing has been published yet\n']);
  });

  it('has few names, whatever is asked for', () => {
    expect(routeOf('/kz/sources/x?lang=ru')).toBe('/sources/:id');
    expect(routeOf('/kz/assets/a/b.js')).toBe('/assets/*');
    expect(routeOf('/kz/chartXsvg')).toBe('/:file');
    expect(routeOf('/kzx/')).toBe('other');
  });
});
