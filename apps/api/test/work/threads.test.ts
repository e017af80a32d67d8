import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endpoints } from '@article21/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobRequest } from '../../src/jobs/index.ts';
import { createThreads } from '../../src/work/threads.ts';
import { appOf, BASE_URL, publishMade, storeIn, temporaryFolder } from '../fixture.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let program = '';

/** A thread that dies of some jobs: as one that is killed, as one whose memory is full, by an error that nobody catches. */
const PROGRAM = `
export async function runJobInThread({ job: { kind, input } }) {
  const about = JSON.stringify(input);
  if (about.includes('exit')) process.exit(7);
  if (about.includes('uncaught')) setTimeout(() => { throw new Error('nobody catches it'); });
  if (about.includes('uncaught')) await new Promise(() => {});
  for (const all = []; about.includes('memory'); ) all.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
  return { made: { plain: new TextEncoder().encode('made'), packed: null } };
}`;

beforeAll(async () => {
  folder = await temporaryFolder();
  program = join(folder.path, 'thread.mjs');
  await writeFile(program, PROGRAM);
  await publishMade(storeIn(folder.path), folder.path);
});
afterAll(() => folder.remove());

const settings = () => ({ location: { dataDir: folder.path }, baseUrl: BASE_URL, index: null });
const limits = { atOnce: 2, mostMemory: 64 };
const jobOf = (snapshot: string): JobRequest => ({
  job: { kind: 'searchIndex', input: { snapshot } },
  ...{ encoding: 'identity', effort: 'usual' },
});

describe.each([
  ['is ended', 'exit', 'exited with code: 7'],
  ['runs into an error that nobody catches', 'uncaught', 'nobody catches it'],
  ['needs more memory than it may have', 'memory', 'memory'],
])('a thread that %s', (_, how, told) => {
  it('fails the job that it was doing, and another thread takes its place', async () => {
    const threads = createThreads(program, settings(), storeIn(folder.path), limits);
    const jobs = [how, 'a', how, how, 'b', 'c'].map((it) => threads.runJob(jobOf(it)));
    const done = await Promise.allSettled(jobs);
    expect(done.map(({ status }) => status === 'fulfilled')).toEqual([false, true, false, false, true, true]);
    const [first] = done.flatMap((it) => (it.status === 'rejected' ? [String(it.reason)] : []));
    expect(first).toContain(told);
    await threads.close();
  });

  it('answers whoever asked with 500, once in the log, and the next as always', async () => {
    const threads = createThreads(program, settings(), storeIn(folder.path), limits);
    const app = appOf(storeIn(folder.path), { threads });
    const address = (title: string) => `${endpoints.chartSvg.path}?measure=detentions&title=${title}`;
    const failed = await app.hono.request(address(how));
    expect([failed.status, failed.headers.get('content-type')]).toEqual([500, 'application/problem+json']);
    expect(await failed.text()).not.toContain(told);
    expect(app.reported.map(String)).toEqual([expect.stringContaining(told)]);
    const next = await app.hono.request(address('next'));
    expect([next.status, await next.text()]).toEqual([200, 'made']);
    expect(app.reported).toHaveLength(1);
    await threads.close();
    await app.close();
  });
});
