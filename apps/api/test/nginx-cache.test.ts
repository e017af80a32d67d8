import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { freePort } from '@article21/conventions/free-port';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpServer } from '../src/http-server.ts';
import { appOf, publishMade, storeIn, temporaryFolder } from './fixture.ts';
import { madeFiles } from './made-files.ts';

const shipped = fileURLToPath(new URL('../deploy/replicas.nginx.conf', import.meta.url));
/** Debian keeps nginx where only the administrator's shell looks. */
const PATH = `${process.env.PATH}:/usr/sbin`;
const hasNginx = spawnSync('nginx', ['-v'], { env: { PATH } }).status === 0;

interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

describe.skipIf(!hasNginx)(
  'two replicas behind nginx (where it is skipped: apt-get install nginx-light)',
  () => {
    const close: (() => unknown)[] = [];
    const seen: IncomingMessage[] = [];
    const retracted: string[] = [];
    const replicas: number[] = [];
    const stops: (() => Promise<void>)[] = [];
    let port = 0;
    let id = '';
    let store: ReturnType<typeof storeIn>;
    let path = '';

    /** The application on a port of its own; what it is asked is written down. */
    async function replica(): Promise<number> {
      const app = appOf(store, {
        files: madeFiles,
        baseUrl: 'https://example.org',
        now: () => performance.now(),
      });
      const { server, stop } = createHttpServer(app);
      server.on('request', (asked) => seen.push(asked));
      await once(server.listen(0, '127.0.0.1'), 'listening');
      stops.push(() => stop({ answer: 0, take: 0 }));
      close.push(app.close);
      return (server.address() as AddressInfo).port;
    }

    beforeAll(async () => {
      const folder = await temporaryFolder();
      path = folder.path;
      store = storeIn(path);
      id = await publishMade(store, path);
      const [first, second] = [await replica(), await replica()];
      replicas.push(first, second);
      port = await freePort();
      const front = join(path, 'front');
      await mkdir(front);
      const child = await startNginx(front, { port, first, second });
      const ended = once(child, 'exit');
      close.push(
        () => child.kill('SIGTERM'),
        () => ended,
        folder.remove,
      );
      // nginx listens before it takes what was sent.
      while ((await get('/healthz').catch(() => null))?.status !== 200) expect(child.exitCode).toBeNull();
    });
    afterAll(async () => {
      for (const stop of stops) await stop();
      for (const end of close) await end();
    });

    const get = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
      ask(port, address, headers, method);
    /** How often the program is asked, and what is answered, for so many requests one after another. */
    async function asked(times: number, address: string, headers: Record<string, string> = {}) {
      const before = seen.length;
      const answers: Answered[] = [];
      for (let i = 0; i < times; i++) answers.push(await get(address, headers));
      return { times: seen.length - before, answers };
    }

    it.each([
      ['data', () => `/api/v1/counts?measure=detentions&snapshot=${id}`],
      ['pictures', () => `/chart.svg?measure=detentions&snapshot=${id}`],
      ['embeds', () => `/embed?measure=detentions&snapshot=${id}`],
      ['small snapshots', () => `/snapshots/${id}/cells.bin`],
      ['files of the program', () => '/assets/index-1a2b.js'],
    ])('%s that never change are asked of a replica once a minute', async (_what, address) => {
      const { times, answers } = await asked(5, address());
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
      expect(times).toBe(1);
      expect(answers.map(({ headers }) => headers['x-cache'])).toEqual(['MISS', 'HIT', 'HIT', 'HIT', 'HIT']);
      expect(new Set(answers.map(({ body }) => body.toString('hex'))).size).toBe(1);
      expect(answers[4]?.headers['cache-control']).toBe('public, max-age=31536000, s-maxage=60, immutable');
    });

    it('what is served now is asked for anew each second at most, and not sent again where it is unchanged', async () => {
      const addresses = [
        '/?measure=detentions&lang=ru',
        '/chart.svg?measure=detentions',
        '/embed?measure=detentions',
        '/api/v1/counts?measure=detentions',
      ];
      const all = () => Promise.all(addresses.map((address) => get(address)));
      const first = await all();
      const before = seen.length;
      const began = performance.now();
      let repeated = 0;
      let last = first;
      // Together: a second passes for all of them.
      while (performance.now() - began < 1_500 || repeated < 50) {
        last = await all();
        repeated += 1;
      }
      // A second of nginx's clock may begin just now, and one may have just ended.
      const seconds = Math.ceil((performance.now() - began) / 1_000);
      const reached = seen.slice(before);
      expect(addresses).toEqual(expect.arrayContaining([...new Set(reached.map(({ url }) => url))]));
      for (const [i, address] of addresses.entries()) {
        const asked = reached.filter(({ url }) => url === address);
        expect(asked.length, address).toBeLessThanOrEqual(Math.min(seconds + 1, repeated - 1));
        const etag = first[i]?.headers.etag;
        expect(asked.every(({ headers }) => headers['if-none-match'] === etag)).toBe(true);
        expect([last[i]?.status, last[i]?.body]).toEqual([200, first[i]?.body]);
        expect(last[i]?.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
      }
    });

    it('a reader who has it is told so by nginx itself', async () => {
      const address = `/api/v1/counts?measure=detentions&snapshot=${id}`;
      const { etag = '' } = (await get(address)).headers;
      const { times, answers } = await asked(2, address, { 'if-none-match': etag });
      expect([times, answers.map(({ status }) => status)]).toEqual([0, [304, 304]]);
    });

    it('each encoding and each language is kept apart, and encodings are not by how browsers write them', async () => {
      const address = `/api/v1/places?snapshot=${id}`;
      const plain = await get(address);
      const packed = await get(address, { 'accept-encoding': 'gzip, deflate, br, zstd' });
      expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([
        undefined,
        'br',
      ]);
      const { times, answers } = await asked(1, address, {
        'accept-encoding': 'br;q=1.0, gzip;q=0.8, *;q=0.1',
      });
      expect([times, answers[0]?.headers['content-encoding']]).toEqual([0, 'br']);
      const refusing = await get(address, { 'accept-encoding': 'gzip, br;q=0' });
      expect(refusing.headers['content-encoding']).toBe('gzip');
      const russian = await get('/', { 'accept-language': 'ru' });
      const english = await get('/', { 'accept-language': 'en' });
      expect(russian.body.toString()).toContain('lang="ru"');
      expect(english.body.toString()).toContain('lang="en"');
    });

    it('HEAD is passed on as it is, and has no body', async () => {
      const { status, body } = await get('/chart.svg?measure=fines', {}, 'HEAD');
      expect([status, body.length, seen.at(-1)?.method]).toEqual([200, 0, 'HEAD']);
    });

    it('what is refused, and the state of a replica, is asked for each time; what is measured is for nobody', async () => {
      expect((await asked(3, '/api/v1/counts?x=1')).times).toBe(3);
      expect((await asked(3, '/readyz')).times).toBe(3);
      expect((await asked(3, '/nowhere')).times).toBe(3);
      const hidden = await asked(1, '/metrics');
      expect([hidden.times, hidden.answers[0]?.status]).toEqual([0, 404]);
    });

    it('who asks is told to the replica, and a claim is not', async () => {
      await get('/api/v1/counts?measure=fines', { 'x-forwarded-for': '203.0.113.9' });
      expect(seen.at(-1)?.headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', host: 'example.org' });
    });

    it('a publication is seen as soon as what is kept is asked for anew', async () => {
      const shown = async () => JSON.parse((await get('/api/v1/snapshot')).body.toString()).id as string;
      expect(await shown()).toBe(id);
      const next = await publishMade(store, path, { detentions: 4 });
      // It ends when it is seen, within two seconds: nginx counts in whole ones.
      while ((await shown()) !== next) expect(await shown()).toMatch(new RegExp(`^(?:${id}|${next})$`));
    });

    it('what is retracted is taken out of what is kept, and told by nginx itself from then on', async () => {
      const page = `/?measure=detentions&snapshot=${id}`;
      expect((await get(page)).status).toBe(200);
      await store.retract([id], { reason: 'wrong' });
      // It ends when nginx has asked for it anew, which it does after a second.
      while ((await get(page)).status !== 410) expect((await get(page)).status).toBeOneOf([200, 410]);
      const data = `/api/v1/counts?measure=fines&snapshot=${id}`;
      // A replica that has not looked yet would answer as before, and nginx keep that.
      for (const replica of replicas)
        while ((await ask(replica, data, {}, 'GET')).status !== 410)
          expect((await ask(replica, page, {}, 'GET')).status).toBeOneOf([200, 410]);
      expect((await get(data)).status).toBe(410);
      const { times, answers } = await asked(2, data);
      expect([times, answers.map(({ status, headers }) => [status, headers['x-cache']])]).toEqual([
        0,
        [
          [410, 'HIT'],
          [410, 'HIT'],
        ],
      ]);
      retracted.push(page, data);
    });

    it('with one replica stopped nobody notices, and with all of them what was read is served still', async () => {
      const read = [
        '/?measure=detentions',
        '/data',
        '/sources/statement',
        '/embed?measure=detentions',
        '/chart.svg?measure=detentions',
        '/chart.png?measure=detentions',
        '/api/v1/counts?measure=detentions',
      ];
      const before = await Promise.all(read.map((address) => get(address)));
      await stops.shift()?.();
      for (const address of [...read, '/chart.svg?measure=detentions&by=place'])
        expect([address, (await get(address)).status]).toEqual([address, 200]);
      await stops.shift()?.();
      // What is kept is asked for anew after its second, and then it is told that there is nobody to ask.
      for (const address of read)
        while ((await get(address)).headers['x-cache'] !== 'STALE')
          expect((await get(address)).status).toBe(200);
      for (const [i, address] of read.entries()) {
        const { status, headers, body } = await get(address);
        expect([address, status, headers['x-cache']]).toEqual([address, 200, 'STALE']);
        expect(body.equals(before[i]?.body ?? Buffer.alloc(0))).toBe(true);
      }
      expect((await get('/chart.svg?measure=fines&by=place')).status).toBe(502);
      for (const address of retracted) expect([address, (await get(address)).status]).toEqual([address, 410]);
    });
  },
);

function ask(port: number, path: string, headers: Record<string, string>, method: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    request(
      { host: '127.0.0.1', port, path, method, headers: { host: 'example.org', ...headers } },
      async (answer) =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: await buffer(answer) }),
    )
      .on('error', reject)
      .end();
  });
}

/** The shipped configuration, on free ports of the loopback, with as many requests as a test needs. */
async function startNginx(
  folder: string,
  { port, first, second }: { port: number; first: number; second: number },
) {
  const configured = (await readFile(shipped, 'utf8'))
    .replaceAll(/^ *listen \[::\].*\n/gm, '')
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('api-1:4321', `127.0.0.1:${first}`)
    .replace('api-2:4321', `127.0.0.1:${second}`)
    .replace('rate=50r/s', 'rate=100000r/s')
    .replaceAll('/var/cache/nginx/article21', join(folder, 'cache'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((it) => `${it}_temp_path ${folder}/${it};`)
    .join(' ');
  const written = join(folder, 'nginx.conf');
  const around = `daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;\nevents {}\n`;
  await writeFile(written, `${around}http { access_log off; ${temporary}\n${configured}}\n`);
  const child = spawn('nginx', ['-e', join(folder, 'error.log'), '-p', folder, '-c', written], {
    env: { PATH },
    stdio: 'ignore',
  });
  return child;
}
