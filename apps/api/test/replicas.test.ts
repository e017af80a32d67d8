import { rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { freePort } from '@article21/conventions/free-port';
import { openStoreAt } from '@article21/store';
import { HOW, hasPostgres, newServer, type PostgresServer } from '@article21/store/test-postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClientAddress } from '../src/client-address.ts';
import type { Running } from '../src/serve.ts';
import { start } from '../src/start.ts';
import { publishMade, temporaryFolder } from './fixture.ts';

describe.skipIf(!hasPostgres)(`servers that share a database (${HOW})`, () => {
  let server: PostgresServer;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let url = '';
  const replicas: { port: number; said: string[]; cacheDir: string; running: Running }[] = [];

  beforeAll(async () => {
    if (!hasPostgres) return;
    server = newServer();
    url = server.database();
    folder = await temporaryFolder();
    await publishMade(writer(), folder.path, { detentions: 1 });
    for (const name of ['a', 'b']) replicas.push(await replica(name));
  });
  afterAll(async () => {
    for (const { running } of replicas) await running.stop();
    server?.stop();
    await folder?.remove();
  });

  const writer = () =>
    openStoreAt({ storeUrl: url, cacheDir: join(folder.path, 'writer'), engine: 'duckdb' });

  async function replica(name: string) {
    const port = await freePort();
    const said: string[] = [];
    const cacheDir = join(folder.path, name);
    const note = (line: string) => void said.push(line);
    const running = await start(
      {
        port,
        host: '127.0.0.1',
        store: { storeUrl: url, cacheDir, engine: 'duckdb' },
        baseUrl: `http://127.0.0.1:${port}`,
        clientAddress: createClientAddress([]),
        metricsPort: null,
      },
      { dashboard: join(folder.path, 'none'), version: '0', build: 'test', thread: null },
      { say: note, warn: note },
    );
    return { port, said, cacheDir, running };
  }

  const counted = async ({ port }: { port: number }) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/counts?measure=detentions`);
    const { totals, snapshot } = (await answer.json()) as { totals: { records: number }[]; snapshot: string };
    return [snapshot, totals[0]?.records];
  };
  const ready = async ({ port }: { port: number }) => (await fetch(`http://127.0.0.1:${port}/readyz`)).json();
  const everywhere = (snapshot: string) =>
    until(async () => (await Promise.all(replicas.map(counted))).every(([id]) => id === snapshot));

  it('all serve what is published or rolled back to', async () => {
    const [before] = await counted(replicas[0] ?? { port: 0 });
    const id = await publishMade(writer(), folder.path, { detentions: 2 });
    await everywhere(id);
    await writer().rollback(String(before));
    await everywhere(String(before));
    for (const it of replicas)
      expect(it.said).toContain(`Serving snapshot ${before} from the database ${name()}`);
  });

  const name = () => `${server.socket}/${new URL(url).pathname.slice(1)}`;

  it('go on while the database is away, say so, and follow it again without being started anew', async () => {
    const [one] = replicas;
    if (!one) throw new Error('there are two');
    const before = await counted(one);
    // Meanwhile readers ask both, for what was asked before and for what never was.
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    const readers = askingAll(8, async (at) => {
      const { port } = replicas[at % replicas.length] ?? one;
      const period = at % 3 === 0 ? `&from=2012-04-${10 + (at % 20)}&to=${2013 + at}-01-01` : '';
      return (await got(agent, port, `/api/v1/counts?measure=detentions${period}`)) ?? 0;
    });
    await readers.hear(50);
    server.stop();
    for (const it of replicas) await until(async () => 'problem' in ((await ready(it)) as object));
    await readers.hear(50);
    expect(await ready(one)).toEqual({
      status: 'ready',
      snapshot: before[0],
      problem: 'the database cannot be asked: what is published meanwhile is not seen',
    });
    expect(one.said.at(-1)).toMatch(
      /^the database \S+ .*; what is served goes on being served, and what others/,
    );
    expect(await counted(one)).toEqual(before);
    for (const path of ['/healthz', '/api/v1/records', '/api/v1/snapshots', '/', '/sources/statement'])
      expect([path, (await fetch(`http://127.0.0.1:${one.port}${path}`)).status < 500]).toEqual([path, true]);
    await expect(publishMade(writer(), folder.path, { detentions: 3 })).rejects.toThrow('does not answer');
    server.start();
    await everywhere(await publishMade(writer(), folder.path, { detentions: 3 }));
    for (const it of replicas) await until(async () => !('problem' in ((await ready(it)) as object)));
    await readers.hear(50);
    expect((await readers.end()).filter((status) => status !== 200)).toEqual([]);
    agent.destroy();
    await rm(one.cacheDir, { recursive: true });
    expect((await counted(one))[1]).toBe(5);
    await until(async () => (await fetch(`http://127.0.0.1:${one.port}/healthz`)).status === 200);
  });

  it('finish what they were asked when they are told to end: behind a proxy no request is lost', async () => {
    const [ending, staying] = replicas;
    if (!ending || !staying) throw new Error('there are two');
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    // As nginx does: what one did not answer, or not in time, is asked of the other; half an answer would be a failure.
    const readers = askingAll(8, async (at) => {
      const path = `/api/v1/counts?measure=detentions&from=2012-04-${10 + (at % 20)}`;
      const status = await got(agent, ending.port, path);
      return status === null || status === 503 ? ((await got(agent, staying.port, path)) ?? 0) : status;
    });
    await readers.hear(50);
    await ending.running.stop();
    await readers.hear(50);
    expect((await readers.end()).filter((status) => status !== 200)).toEqual([]);
    agent.destroy();
    await expect(fetch(`http://127.0.0.1:${ending.port}/healthz`)).rejects.toThrow();
  });
});

/** So many readers, each of whom asks one thing after another until they are ended. */
function askingAll(count: number, ask: (at: number) => Promise<number>) {
  const answers: number[] = [];
  let isOver = false;
  const asking = Array.from({ length: count }, async (_, reader) => {
    for (let at = reader; !isOver; at += count) answers.push(await ask(at));
  });
  return {
    /** Waits until so many more answers have come. */
    hear: async (more: number) => {
      const before = answers.length;
      await until(async () => answers.length > before + more);
    },
    /** All answers, the last ones too. */
    end: async () => {
      isOver = true;
      await Promise.all(asking);
      return answers;
    },
  };
}

/** The status of a whole answer; null where none began, and 1 where it was cut short. */
function got(agent: Agent, port: number, path: string): Promise<number | null> {
  return new Promise((resolve) => {
    const asked = request({ agent, host: '127.0.0.1', port, path }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.complete ? (answer.statusCode ?? 1) : 1));
      answer.on('error', () => resolve(1));
    });
    asked.on('error', () => resolve(null));
    asked.end();
  });
}

/** Waits until something holds: what a notification tells is known at no certain moment. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
