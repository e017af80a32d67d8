import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, request as requestPlain } from 'node:http';
import { Agent, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { endpoints } from '@article21/contract';
import { freePort } from '@article21/conventions/free-port';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClientAddress } from '../src/client-address.ts';
import { readConfiguration } from '../src/configuration.ts';
import { createHttpServer } from '../src/http-server.ts';
import { addressOf, appOf, publishMade, storeIn, temporaryFolder } from './fixture.ts';
import { madeFiles } from './made-files.ts';

const shipped = (name: string) =>
  readFile(fileURLToPath(new URL(`../deploy/${name}`, import.meta.url)), 'utf8');
/** Debian keeps proxies where only the administrator's shell looks. */
const PATH = `${process.env.PATH}:/usr/sbin`;
const isThere = (program: string, ...args: string[]) =>
  spawnSync(program, args, { env: { PATH } }).status === 0;

/** Says from which address a request of a test comes, which a proxy on another machine would see by itself. */
const ADDRESS = 'x-address-of-the-test';

interface Front {
  folder: string;
  /** Of the proxy, with TLS and without, and of the program. */
  tls: number;
  plain: number;
  program: number;
}

interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Asks a proxy over TLS. */
function ask(
  tls: number,
  path: string,
  {
    agent,
    headers = {},
    method = 'GET',
  }: { agent: Agent; headers?: Record<string, string>; method?: string },
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: tls,
      path,
      method,
      headers: { host: `localhost:${tls}`, ...headers },
      servername: 'localhost',
    };
    const asked = request({ ...options, rejectUnauthorized: false, agent }, async (answer) =>
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) }),
    );
    asked.on('error', reject).end(method === 'POST' ? 'x'.repeat(5_000) : undefined);
  });
}

/** The statuses of so many requests, whose sender takes another of these addresses each time. */
async function statusesOf(
  { tls }: Front,
  { path, addresses, requests }: { path: string; addresses: readonly string[]; requests: number },
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const statuses: number[] = [];
  for (let i = 0; i < requests; i++) {
    const headers = { [ADDRESS]: addresses[i % addresses.length] ?? '' };
    statuses.push((await ask(tls, path, { agent, headers })).status);
  }
  agent.destroy();
  return statuses;
}

/** Addresses that are one client each: of one /64 network, and of IPv4, also over a socket of IPv6. */
const clients: [string, ...string[]][] = [
  ['2001:db8:0:a::1', '2001:db8:0:a:b::2', '2001:db8:0:a:ffff:a0a:a0a:a0a', '2001:db8:0:a::'],
  ['203.0.113.7', '::ffff:203.0.113.7'],
];
const others = ['2001:db8:0:b::1', '::ffff:203.0.113.8', '203.0.113.9', '10.10.10.10'];

/** A client is refused once its requests are used up, whichever of its addresses it takes; others are not. */
async function expectOneClient(front: Front, path: string, burst: number, addresses: readonly string[]) {
  const statuses = await statusesOf(front, { path, addresses, requests: burst + 10 });
  expect(statuses.filter((it) => it === 200)).toHaveLength(burst + 1);
  expect(new Set(statuses.slice(burst + 1))).toEqual(new Set([429]));
  const beside = await statusesOf(front, { path, addresses: others, requests: others.length });
  expect(beside).toEqual(others.map(() => 200));
}

/** The shipped configuration, listening on free ports of the loopback, with a certificate of its own. */
async function startNginx(
  { folder, tls, plain, program }: Front,
  file = 'nginx.conf',
): Promise<ChildProcess> {
  const certificate = join(folder, 'certificate.pem');
  const key = join(folder, 'key.pem');
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  spawnSync('openssl', [...made, '-subj', '/CN=example.org', '-keyout', key, '-out', certificate]);
  const configured = (await shipped(file))
    .replaceAll(/^ *listen \[::\].*\n/gm, '')
    .replaceAll('listen 443 ssl', `listen 127.0.0.1:${tls} ssl`)
    .replaceAll('listen 80;', `listen 127.0.0.1:${plain};`)
    .replaceAll('127.0.0.1:4321', `127.0.0.1:${program}`)
    // So that no machine is too slow to reach the limit.
    .replace(/rate=\d+r\/s/, 'rate=1r/m')
    .replaceAll('/var/cache/nginx/article21', join(folder, 'cache'))
    .replaceAll('/var/www/article21', join(folder, 'mirror'))
    .replaceAll(/ssl_certificate .*;/g, `ssl_certificate ${certificate};`)
    .replaceAll(/ssl_certificate_key .*;/g, `ssl_certificate_key ${key};`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((it) => `${it}_temp_path ${folder}/${it};`)
    .join(' ');
  const written = join(folder, 'nginx.conf');
  const around = `daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;\nevents {}\n`;
  // Requests of a test come from whatever address it says.
  const from = `set_real_ip_from 127.0.0.1; real_ip_header ${ADDRESS};`;
  await writeFile(written, `${around}http { access_log off; ${from} ${temporary}\n${configured}}\n`);
  return spawn('nginx', ['-e', join(folder, 'error.log'), '-p', folder, '-c', written], { env: { PATH } });
}

async function startCaddy(
  { folder, tls, plain, program }: Front,
  shippedAs = 'Caddyfile',
): Promise<ChildProcess> {
  const configured = (await shipped(shippedAs))
    .replace('\tservers {', `\tadmin off\n\tskip_install_trust\n\thttp_port ${plain}\n\tservers {`)
    .replace('\nexample.org {', `\nhttps://localhost:${tls} {\n\tbind 127.0.0.1\n\ttls internal`)
    .replace('127.0.0.1:4321', `127.0.0.1:${program}`)
    .replaceAll('/var/www/article21', join(folder, 'mirror'));
  const file = join(folder, 'Caddyfile');
  await writeFile(file, configured);
  const env = { PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], { env });
}

const proxies = [
  {
    name: 'nginx (where it is skipped: apt-get install nginx-light openssl)',
    runs: isThere('nginx', '-v') && isThere('openssl', 'version'),
    start: (front: Front) => startNginx(front),
    // What a proxy that has no such thing does is none of its tests.
    hasCache: true,
    hasLimits: true,
  },
  {
    name: 'Caddy (where it is skipped: apt-get install caddy)',
    runs: isThere('caddy', 'version'),
    start: startCaddy,
    hasCache: false,
    hasLimits: false,
  },
];

describe.each(proxies)('behind $name', ({ runs, start, hasCache, hasLimits }) => {
  describe.skipIf(!runs)('as it is configured in deploy', () => {
    const close: (() => unknown)[] = [];
    const seen: IncomingHttpHeaders[] = [];
    const agent = new Agent({ keepAlive: true });
    let front: Front;
    let id = '';

    beforeAll(async () => {
      const folder = await temporaryFolder();
      const store = storeIn(folder.path);
      id = await publishMade(store, folder.path);
      const app = appOf(store, { files: madeFiles, baseUrl: 'https://example.org' });
      const { server, stop } = createHttpServer(app);
      server.on('request', ({ headers }) => seen.push(headers));
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const program = (server.address() as AddressInfo).port;
      front = { folder: join(folder.path, 'front'), tls: await freePort(), plain: await freePort(), program };
      await mkdir(front.folder);
      const child = await start(front);
      const ended = once(child, 'exit');
      close.push(
        () => agent.destroy(),
        () => child.kill('SIGTERM'),
        () => ended,
        stop,
        app.close,
        folder.remove,
      );
      await listening(child);
    });
    afterAll(async () => {
      for (const end of close) await end();
    });

    async function listening(child: ChildProcess): Promise<void> {
      let said = '';
      child.stderr?.on('data', (piece) => {
        said += piece;
      });
      for (;;) {
        if (child.exitCode !== null) throw new Error(`the proxy ended with ${child.exitCode}: ${said}`);
        if (
          await get('/healthz').then(
            ({ status }) => status === 200,
            () => false,
          )
        )
          return;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }

    const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      ask(front.tls, path, { agent, headers, method });

    it('TLS ends, and pages, pictures and data come as the program answers them', async () => {
      const page = await get('/?measure=detentions');
      expect([page.status, page.headers['strict-transport-security']]).toEqual([200, 'max-age=31536000']);
      expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(page.body).toContain('https://example.org/');
      const picture = await get('/chart.svg?measure=detentions');
      expect([picture.status, picture.headers['access-control-allow-origin']]).toEqual([200, '*']);
      const { etag = '' } = (await get('/api/v1/counts')).headers;
      expect((await get('/api/v1/counts', { 'if-none-match': etag })).status).toBe(304);
      const problem = await get('/api/v1/counts?x=1');
      expect([problem.status, problem.headers['content-type']]).toEqual([400, 'application/problem+json']);
      expect((await get('/', {}, 'POST')).status).toBeGreaterThanOrEqual(400);
    });

    it('without TLS a reader is led to it', async () => {
      const location = await new Promise<string | undefined>((resolve, reject) => {
        const options = {
          host: '127.0.0.1',
          port: front.plain,
          path: '/data?lang=ru',
          headers: { host: 'localhost' },
        };
        requestPlain(options, (answer) => resolve(answer.resume().headers.location))
          .on('error', reject)
          .end();
      });
      expect(location).toMatch(/^https:\/\/.*\/data\?lang=ru$/);
    });

    it('the program hears who asks, and nothing that a reader claims', async () => {
      const forged = {
        'x-forwarded-for': '203.0.113.9',
        forwarded: 'for=203.0.113.9;host=evil.example',
      };
      await get('/healthz', forged);
      const heard = seen.at(-1);
      const said = heard?.['x-forwarded-for'];
      expect([said, heard?.host, heard?.forwarded || undefined]).toEqual([
        '127.0.0.1',
        'example.org',
        undefined,
      ]);
      // On this machine all are the proxy's own address; from elsewhere it is the reader's.
      expect(createClientAddress(['127.0.0.1'])('127.0.0.1', '198.51.100.7')).toBe('198.51.100.7');
      expect(createClientAddress(['127.0.0.1'])('127.0.0.1', String(said))).toBe('127.0.0.1');
    });

    if (hasCache)
      it('what never changes is asked of the program once, and all else each time', async () => {
        const asked = async (path: string) => {
          const before = seen.length;
          for (let i = 0; i < 3; i++) expect((await get(path)).status).toBe(200);
          return seen.length - before;
        };
        expect(await asked(`/api/v1/places?snapshot=${id}`)).toBe(1);
        expect(await asked('/api/v1/places')).toBe(3);
        expect(await asked('/healthz')).toBe(3);
      });

    if (hasLimits)
      it('one address has so many requests, and is told when it has had them', async () => {
        const statuses: number[] = [];
        for (let i = 0; i < 110; i++) statuses.push((await get('/healthz')).status);
        expect(new Set(statuses)).toEqual(new Set([200, 429]));
        // Whoever has had them all is refused, and not the one who comes first.
        expect([statuses[0], statuses.at(-1)]).toEqual([200, 429]);
      });

    if (hasLimits)
      it.each(clients.map((addresses) => ({ addresses })))(
        'all addresses of a network are one client, as they are to the program: $addresses',
        async ({ addresses }) => {
          const client = createClientAddress([]);
          expect(new Set(addresses.map((it) => client(it, undefined))).size).toBe(1);
          await expectOneClient(front, '/healthz', 100, addresses);
        },
      );
  });
});

describe.skipIf(!proxies[0]?.runs)('who leaves, behind nginx', () => {
  it('is given up by the program, too, whatever takes it long (where it is skipped: apt-get install nginx-light openssl)', async () => {
    const { path: folder, remove } = await temporaryFolder();
    // Answers that it is there, and nothing else.
    const program = createServer(({ url }, response) => {
      if (url === endpoints.health.path) response.end();
    });
    await once(program.listen(0, '127.0.0.1'), 'listening');
    const { port } = program.address() as AddressInfo;
    const front = { folder, tls: await freePort(), plain: await freePort(), program: port };
    const child = await startNginx(front);
    const agent = new Agent();
    while ((await ask(front.tls, endpoints.health.path, { agent }).catch(() => null)) === null)
      expect(child.exitCode).toBe(null);
    // What the program has in memory, and answers at once, nginx keeps.
    const inMemory = ['annotations', 'assemblies', 'coverage', 'measures', 'outlines', 'places', 'snapshot'];
    const passed: string[] = [endpoints.health.path, ...inMemory.map((it) => `/api/v1/${it}`)];
    const paths = Object.values(endpoints).flatMap(({ path }) => (passed.includes(path) ? [] : [path]));
    for (const path of [
      ...paths,
      '/',
      '/data',
      '/records/{id}',
      '/snapshots/2012-09-25-0123456789abcdef/cells.bin',
    ]) {
      const address = addressOf(path);
      const arrives = once(program, 'request');
      const asked = request({
        host: '127.0.0.1',
        port: front.tls,
        path: `${address}${address.includes('?') ? '&' : '?'}snapshot=2012-09-25-0123456789abcdef`,
        rejectUnauthorized: false,
        agent: false,
      });
      const left = once(asked.end(), 'close').catch(() => {});
      const [, response] = await arrives;
      const givenUp = once(response, 'close');
      asked.destroy();
      await left;
      await givenUp;
    }
    agent.destroy();
    child.kill('SIGTERM');
    await once(child, 'exit');
    await once(program.close(), 'close');
    await remove();
  });
});

const mirrors = [
  {
    name: 'nginx (where it is skipped: apt-get install nginx-light openssl)',
    runs: proxies[0]?.runs,
    start: (front: Front) => startNginx(front, 'mirror.nginx.conf'),
    hasLimits: true,
  },
  {
    name: 'Caddy (where it is skipped: apt-get install caddy)',
    runs: proxies[1]?.runs,
    start: (front: Front) => startCaddy(front, 'mirror.Caddyfile'),
    hasLimits: false,
  },
];

describe.each(mirrors)('the mirror in place of the program, of $name', ({ runs, start, hasLimits }) => {
  it.skipIf(!runs)(
    'is framed by nobody, draws nothing else than was asked for, and what was retracted is gone',
    async () => {
      const { path: folder, remove } = await temporaryFolder();
      const [good, bad] = ['2012-09-25-0123456789abcdef', '2012-09-25-fedcba9876543210'];
      const pages = {
        'index.html': 'the charts',
        'data/index.html': 'the data',
        'chart.svg': 'the picture',
        'ru/card.png': 'картинка',
        [`snapshots/${good}/about.json`]: '{}',
        [`snapshots/${bad}/retracted.json`]: '{"reason":"other"}',
        [`snapshots/${bad}/index.html`]: 'withdrawn',
        [`ru/snapshots/${bad}/index.html`]: 'отозвано',
      };
      for (const [path, data] of Object.entries(pages)) {
        await mkdir(join(folder, 'mirror', dirname(path)), { recursive: true });
        await writeFile(join(folder, 'mirror', path), data);
      }
      const front = { folder, tls: await freePort(), plain: await freePort(), program: 0 };
      const child = await start(front);
      const agent = new Agent({ keepAlive: true });
      const get = async (path: string) => {
        const { status, body, headers } = await ask(front.tls, path, { agent });
        expect(headers['content-security-policy']).toBe("frame-ancestors 'none'");
        return [path, status, body];
      };
      while ((await ask(front.tls, '/', { agent }).catch(() => null)) === null)
        expect(child.exitCode).toBe(null);
      const expected = [
        ['/', 200, 'the charts'],
        ['/data/', 200, 'the data'],
        ['/chart.svg', 200, 'the picture'],
        ['/ru/card.png', 200, 'картинка'],
        [`/?snapshot=${good}`, 200, 'the charts'],
        [`/snapshots/${good}/about.json`, 200, '{}'],
        ['/?snapshot=../../x', 200, 'the charts'],
        ...['', 'index.html', 'about.json', 'texts/statement.txt', 'retracted.json'].map((file) => [
          `/snapshots/${bad}/${file}`,
          410,
          'withdrawn',
        ]),
        ...['/', '/data/', '/sources/statement/', '/api/v1/counts'].map((path) => [
          `${path}?lang=ru&snapshot=${bad}`,
          410,
          'withdrawn',
        ]),
        [`/ru/snapshots/${bad}/`, 410, 'отозвано'],
      ];
      const answered = [];
      for (const [path] of expected) answered.push(await get(String(path)));
      expect(answered).toEqual(expected);
      const computed = ['/chart.svg?measure=fines', `/ru/card.png?snapshot=${good}`, '/api/v1/counts'];
      for (const path of computed) expect(await get(path)).toEqual([path, 404, expect.anything()]);
      if (hasLimits) await expectOneClient(front, '/', 200, clients[0] ?? []);
      agent.destroy();
      child.kill('SIGTERM');
      await once(child, 'exit');
      await remove();
    },
  );
});

it.each(['nginx.conf', 'mirror.nginx.conf'])('%s shares out all that it limits by client', async (file) => {
  const keys = [...(await shipped(file)).matchAll(/^limit_\w+_zone (\S+) /gm)].map(([, key]) => key);
  expect(keys).toEqual(['$article21_client', '$article21_client']);
});

it('the replicas of compose.yaml believe its nginx, and nobody else, about who asks', async () => {
  const compose = await shipped('compose.yaml');
  const [, trusted] = /TRUST_PROXY: (\S+)/.exec(compose) ?? [];
  const [, nginx] = /\n {2}nginx:\n[\s\S]*?ipv4_address: ([\d.]+)/.exec(compose) ?? [];
  expect(trusted).toMatch(/^[\d.]+$/);
  expect(nginx).toBe(trusted);
});

describe('the unit of systemd', async () => {
  const unit = await shipped('article21.service');
  const env = Object.fromEntries(
    [...unit.matchAll(/^Environment=(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  );

  it('sets what the program reads, and stands behind a proxy of this machine', () => {
    const nowhere = { dataDir: '/nowhere', cacheDir: '/nowhere' };
    const { host, baseUrl, store, clientAddress } = readConfiguration(env, nowhere);
    const kept = { dataDir: '/var/lib/article21' };
    expect([host, baseUrl, store]).toEqual(['127.0.0.1', 'https://example.org', kept]);
    expect(clientAddress('127.0.0.1', '198.51.100.7')).toBe('198.51.100.7');
  });

  it('gives it time to end, and files that only a group reads', () => {
    expect(unit).toMatch(/^TimeoutStopSec=12$/m);
    expect(unit).toMatch(/^UMask=0027$/m);
    expect(unit).toMatch(/^StateDirectoryMode=0750$/m);
  });

  // Of Debian 12 and later: earlier ones cannot judge a unit that is not installed.
  const judges = isThere('systemd-analyze', 'security', '--offline=true', '--help');
  it.skipIf(!judges)('leaves little open (where it is skipped: apt-get install systemd)', async () => {
    const folder = await temporaryFolder();
    const file = join(folder.path, 'article21.service');
    await writeFile(file, unit.replace('/usr/bin/node', process.execPath));
    const args = ['security', '--offline=true', '--no-pager', '--threshold=20', file];
    const { status, stdout } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
    expect([status, /exposure level .*: (\S+)/.exec(stdout)?.[1]]).toEqual([
      0,
      expect.stringMatching(/^[01]\./),
    ]);
    const verified = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    expect([verified.status, verified.stderr]).toEqual([0, '']);
    await folder.remove();
  });
});
