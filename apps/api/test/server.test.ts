import { type ChildProcess, spawn } from 'node:child_process';
import { appendFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { Agent, createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@article21/conventions/free-port';
import { engine, openStore } from '@article21/store';
import { decode } from 'fast-png';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from './fixture.ts';
import { publishKazakhstan } from './kazakhstan.ts';
import { madeFiles } from './made-files.ts';

const ROOT =
  'Started as root, who may change every file of this machine: start it as a user of its own, as apps/api/deploy/article21.service does.\n';
/** What is said before anything else, depending on where these tests are run. */
const beginnings = [...(process.geteuid?.() === 0 ? [ROOT] : [])];
const withoutBeginnings = (said: string) => beginnings.reduce((rest, line) => rest.replace(line, ''), said);

const root = fileURLToPath(new URL('..', import.meta.url));
// Inside the package, because what is not bundled is found from there.
const outDir = join(root, '.test/built/api/dist');
/** Where the program looks for the dashboard. */
const dashboard = join(root, '.test/built/dashboard/dist');
const published = await temporaryFolder();
let id = '';
const children: ChildProcess[] = [];
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  id = await publishKazakhstan(openStore({ dataDir: published.path, engine: engine('duckdb') }));
  await mkdir(join(dashboard, 'assets'), { recursive: true });
  for (const [name, { encoded }] of madeFiles) await writeFile(join(dashboard, name), encoded.identity);
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
});
afterAll(() => published.remove());
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await folder.remove();
});

/** Starts the built program as an operator does. */
function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [join(outDir, 'server.js')], {
    env: { PATH: process.env.PATH ?? '', DATA_DIR: folder.path, ...env },
  });
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    said.out += data;
  });
  child.stderr.on('data', (data) => {
    said.err += data;
  });
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? signal)),
  );
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => /^https?:.*\n$/m.test(said.out) && resolve());
    child.on('exit', () => reject(new Error(said.err)));
  });
  // Only some tests wait for it.
  ready.catch(() => {});
  return { child, said, ended, ready };
}

async function occupied(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

/** An answer, headers and all, to a request that says it is for another host. */
function claiming(host: string, port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { host, 'x-forwarded-host': host };
    get({ port, path, headers }, async (answer) => {
      let text = JSON.stringify(answer.headers);
      for await (const piece of answer) text += piece;
      resolve(text);
    }).on('error', reject);
  });
}

/** The status of a whole answer; null where none began, and 1 where it was cut short. */
function wholeStatus(agent: Agent, port: number, path: string): Promise<number | null> {
  return new Promise((resolve) => {
    const asked = get({ agent, host: '127.0.0.1', port, path }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.complete ? (answer.statusCode ?? 1) : 1));
      answer.once('error', () => resolve(1));
    });
    asked.once('error', () => resolve(null));
  });
}

/** How it ends, and what it says: by itself; on a machine that needs nine seconds for a question to its engine, killed. */
const ending = (how: unknown) =>
  how === 'SIGKILL' ? [how, expect.stringMatching(/^Killed itself 9 seconds after/)] : [0, ''];

const publish = () => cp(published.path, folder.path, { recursive: true });

describe('the running service', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'serves, says where in its last line, and ends cleanly on %s',
    async (signal) => {
      await publish();
      const port = await freePort();
      const { child, said, ended, ready } = run({ PORT: String(port) });
      await ready;
      expect(said.out.trimEnd().split('\n').at(-1)).toBe(`http://localhost:${port}`);
      const response = await fetch(`http://localhost:${port}/api/v1/counts?measure=arrest_days`);
      expect(await response.json()).toMatchObject({ totals: [{ low: 30 }] });
      const records = `http://localhost:${port}/api/v1/records`;
      const head = await fetch(records, { method: 'HEAD' });
      // Nothing is made for it: how long it would be is not known before somebody asks for it.
      expect([head.status, head.headers.get('content-length')]).toEqual([200, null]);
      const { length } = Buffer.from(await (await fetch(records)).arrayBuffer());
      expect(length).toBeGreaterThan(1000);
      const again = await fetch(records, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
      expect(Number(again.headers.get('content-length'))).toBe(length);
      child.kill(signal);
      const how = await ended;
      expect([how, withoutBeginnings(said.err)]).toEqual(ending(how));
    },
  );
});

// To start a service and warm it up takes longer than to ask it.
it('a service under a path names its configured address and no other, whatever a request claims, and its pages find what they load', async () => {
  await publish();
  const port = await freePort();
  const { said, ready } = run({ PORT: String(port), BASE_URL: 'https://article21.example/kz' });
  await ready;
  expect(said.out).toMatch(/https:\/\/article21\.example\/kz\n$/);
  for (const path of ['/openapi.json', '/api', '/nope', '/api/v1/counts?x=1']) {
    const answer = await claiming('evil.example', port, `/kz${path}`);
    expect(answer).toContain('https://article21.example/kz');
    expect(answer).not.toContain('evil');
  }
  await expectPages(port, '/kz');
});

it('the built service finds its fonts and libraries, and draws, and its pages find what they load', async () => {
  await publish();
  const port = await freePort();
  const { said, ready } = run({ PORT: String(port) });
  await ready;
  const ask = (path: string) => fetch(`http://localhost:${port}${path}?measure=detentions&chart=map`);
  const drawing = await ask('/chart.svg');
  expect(drawing.status).toBe(200);
  expect(await drawing.text()).toContain('At least about 15 detentions');
  const image = await ask('/chart.png');
  expect(image.status).toBe(200);
  expect(decode(new Uint8Array(await image.arrayBuffer())).width).toBe(960);
  await expectPages(port, '');
  // Who is not told that it was started as root is some other user: `withoutBeginnings` takes nothing else away.
  expect(said.err.includes(ROOT)).toBe(process.geteuid?.() === 0);
});

/** From any depth. */
async function expectPages(port: number, path: string): Promise<void> {
  const address = `http://localhost:${port}${path}`;
  for (const page of ['/', '/methods', '/records/2012-04-28-almaty-detention-3', '/sources/none']) {
    const html = await (await fetch(address + page)).text();
    expect([page, /<script type="module" src="([^"]*)"/.exec(html)?.[1]]).toEqual([
      page,
      `${path}/assets/index-1a2b.js`,
    ]);
  }
  expect((await fetch(`${address}/assets/index-1a2b.js`)).status).toBe(200);
}

it('a service that is told to end while it makes slides answers all or nothing, and ends in time', async () => {
  await publish();
  const port = await freePort();
  const { child, said, ended, ready } = run({ PORT: String(port) });
  await ready;
  const show = Array.from({ length: 12 }, (_, i) => `measure=detentions&by=place&title=${i}`);
  const addresses = ['/healthz', ...show.map((query) => `/chart.pptx?${query}`)];
  const asked = addresses.map(async (path) => {
    const response = await fetch(`http://localhost:${port}${path}`).catch(() => null);
    if (!response) return 'refused';
    const length = Number(response.headers.get('content-length'));
    const bytes = await response.arrayBuffer().catch(() => new ArrayBuffer(0));
    return bytes.byteLength === length ? `whole ${response.status}` : 'half';
  });
  // It answers by now, and the slides are waiting for each other.
  await asked[0];
  child.kill('SIGTERM');
  for (const answer of await Promise.all(asked))
    expect(['refused', 'whole 200', 'whole 503']).toContain(answer);
  const how = await ended;
  expect([how, withoutBeginnings(said.err)]).toEqual(ending(how));
  await expect(fetch(`http://localhost:${port}/healthz`)).rejects.toThrow();
});

it('a service that is told to end under load loses no request that it took, and ends by itself', async () => {
  await publish();
  const port = await freePort();
  const { child, said, ended, ready } = run({ PORT: String(port) });
  await ready;
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const answers: (number | null)[] = [];
  let isOver = false;
  const load = Array.from({ length: 16 }, async (_, client) => {
    for (let at = client; !isOver; at += 16) {
      // Half of them was asked before, half never.
      const period = at % 2 ? '' : `&from=2012-04-${10 + (at % 20)}&to=${2013 + at}-01-01`;
      answers.push(await wholeStatus(agent, port, `/api/v1/counts?measure=detentions${period}`));
    }
  });
  while (answers.length < 100) await new Promise((resolve) => setImmediate(resolve));
  child.kill('SIGTERM');
  const how = await ended;
  isOver = true;
  await Promise.all(load);
  agent.destroy();
  // Null: not taken any more, so that whoever asked may ask another server; 503 says so, where two seconds were too few.
  expect(answers.filter((answer) => ![200, 503, null].includes(answer))).toEqual([]);
  expect(new Set(answers.slice(0, 100))).toEqual(new Set([200]));
  expect(answers).toContain(null);
  expect([how, withoutBeginnings(said.err)]).toEqual(ending(how));
});

describe('a service that cannot start', () => {
  /** One sentence on standard error, no stack, nothing served. */
  async function refusal(env: Record<string, string> = {}): Promise<string> {
    const { said, ended } = run({ PORT: String(await freePort()), ...env });
    expect(await ended).toBe(1);
    expect(said.out).toBe('');
    expect(said.err).not.toMatch(/\n\s+at /);
    return withoutBeginnings(said.err).trimEnd();
  }

  it('says that its port is in use', async () => {
    await publish();
    const { server, port } = await occupied();
    const [sentence, cause] = (await refusal({ PORT: String(port) })).split('\n');
    expect(sentence).toBe(`port ${port} is in use: stop what uses it, or set PORT to another one`);
    expect(cause).toMatch(
      /^ {2}caused by Error: listen EADDRINUSE.* \(code EADDRINUSE, errno -?\d+, syscall listen/,
    );
    await new Promise((resolve) => server.close(resolve));
  });

  it('says that nothing has been published', async () => {
    expect(await refusal()).toMatch(/^nothing has been published in .*npm start.*article21 -- publish/);
  });

  it('says that what is current points nowhere', async () => {
    await publish();
    await writeFile(join(folder.path, 'current'), '2012-09-25-3f9c0a417d2be586\n');
    expect(await refusal()).toMatch(
      /current points nowhere: there is no snapshot 2012-09-25-3f9c0a417d2be586; .*rollback/,
    );
  });

  it('says that what is current is not the name of a snapshot', async () => {
    await publish();
    await writeFile(join(folder.path, 'current'), '../../etc\n');
    expect(await refusal()).toMatch(/current is malformed/);
  });

  it.each(['records.parquet', 'cells.bin', 'catalogue.json', 'manifest.json'])(
    'refuses to serve a snapshot in which one byte of %s was flipped',
    async (name) => {
      await publish();
      const file = join(folder.path, 'snapshots', id, name);
      const bytes = await readFile(file);
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      await writeFile(file, bytes);
      const sentence = await refusal();
      expect(sentence).toContain(`snapshot ${id} is damaged: ${name}`);
      expect(sentence).toMatch(/article21 -- verify`.*article21 -- rollback/);
    },
  );

  it('refuses a snapshot that something was added to', async () => {
    await publish();
    await appendFile(join(folder.path, 'snapshots', id, 'extra'), 'x');
    expect(await refusal()).toMatch(/is damaged: extra is not in the manifest/);
  });

  it('says which setting is wrong', async () => {
    expect(await refusal({ PORT: 'http' })).toBe('PORT is not a port: http (a number from 1 to 65535)');
    expect(await refusal({ BASE_URL: 'here' })).toMatch(/^BASE_URL is not the address of a site: here/);
  });

  it('says that its data folder is a file', async () => {
    const file = join(folder.path, 'file');
    await writeFile(file, '');
    expect(await refusal({ DATA_DIR: file })).toMatch(/a file stands where a folder is needed/);
  });
});
