import { rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { openStoreAt } from '@article21/store';
import { HOW, hasPostgres, newServer, type PostgresServer } from '@article21/store/test-postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClientAddress } from '../src/client-address.ts';
import { type Running, start } from '../src/start.ts';
import { publishMade, temporaryFolder } from './fixture.ts';
import { freePort } from './free-port.ts';

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
    server.stop();
    await until(async () => 'problem' in ((await ready(one)) as object));
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
    await until(async () => !('problem' in ((await ready(one)) as object)));
    await rm(one.cacheDir, { recursive: true });
    expect((await counted(one))[1]).toBe(5);
    await until(async () => (await fetch(`http://127.0.0.1:${one.port}/healthz`)).status === 200);
  });

  it('finish what they were asked when they are told to end: behind a proxy no request is lost', async () => {
    const [ending, staying] = replicas;
    if (!ending || !staying) throw new Error('there are two');
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    const answers: number[] = [];
    let isOver = false;
    // As nginx does: what one did not answer at all is asked of the other; half an answer would be a failure.
    const ask = async (at: number) => {
      const path = `/api/v1/counts?measure=detentions&from=2012-04-${10 + (at % 20)}`;
      return (await got(agent, ending.port, path)) ?? (await got(agent, staying.port, path)) ?? 0;
    };
    const load = Array.from({ length: 8 }, async (_, client) => {
      for (let at = client; !isOver; at += 8) answers.push(await ask(at));
    });
    await until(async () => answers.length > 50);
    await ending.running.stop();
    const atEnd = answers.length;
    await until(async () => answers.length > atEnd + 50);
    isOver = true;
    await Promise.all(load);
    agent.destroy();
    expect(answers.filter((status) => status !== 200)).toEqual([]);
    await expect(fetch(`http://127.0.0.1:${ending.port}/healthz`)).rejects.toThrow();
  });
});

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
