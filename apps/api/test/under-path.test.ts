import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endpoints } from '@article21/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpServer } from '../src/http-server.ts';
import { appOf, publishMade, storeIn, temporaryFolder } from './fixture.ts';
import { madeFiles } from './made-files.ts';

/** Two datasets behind one proxy, each with a program of its own. */
const sites = ['/kz', '/kg'] as const;
type Site = (typeof sites)[number];

/** The configuration that the README gives to an operator. */
const readme = await readFile(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');
const [, documented = ''] = /```nginx\n([\s\S]*?)```/.exec(readme) ?? [];
/** Debian keeps it where only the administrator's shell looks. */
const PATH = `${process.env.PATH}:/usr/sbin`;
const hasNginx = spawnSync('nginx', ['-v'], { env: { PATH } }).status === 0;

async function portOf(server: Server): Promise<number> {
  if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

/** A proxy that passes on whatever is asked under a site's path as it is, and knows nothing else. */
function plainProxy(ports: Record<Site, number>): Server {
  return createServer((asked, answer) => {
    const [, named] = /^(\/\w+)(?=[/?]|$)/.exec(asked.url ?? '') ?? [];
    const site = sites.find((it) => it === named);
    if (!site) return answer.writeHead(404).end('the proxy has nothing there');
    const { method, headers, url } = asked;
    const passed = request({ port: ports[site], host: '127.0.0.1', path: url, method, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    return asked.pipe(passed);
  });
}

/** Starts nginx with the documented locations. */
async function nginx(folder: string, port: number, ports: Record<Site, number>): Promise<ChildProcess> {
  const locations = documented
    .replaceAll('127.0.0.1:4321', `127.0.0.1:${ports['/kz']}`)
    .replaceAll('127.0.0.1:4322', `127.0.0.1:${ports['/kg']}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((it) => `${it}_temp_path ${folder}/${it};`)
    .join(' ');
  const text = `daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events {} http { access_log off; ${temporary} server { listen 127.0.0.1:${port}; ${locations} } }`;
  await writeFile(join(folder, 'nginx.conf'), text);
  const options = { env: { PATH }, stdio: 'ignore' as const };
  const child = spawn(
    'nginx',
    ['-e', join(folder, 'error.log'), '-p', folder, '-c', join(folder, 'nginx.conf')],
    options,
  );
  await listening(port, child);
  return child;
}

/** Waits until somebody answers on a port. */
async function listening(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`);
    const reached = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (reached) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The page of the API has examples of the embedded dataset, which is not the one of this test. */
const examples = new Set(
  [endpoints.record, endpoints.source, endpoints.sourceRows].flatMap(({ requests }) =>
    requests.map((it) => `/kz${it}`),
  ),
);

interface Found {
  address: string;
  /** The answer that it stands in; null of what the test asks for by itself. */
  from: string | null;
}

/** Every address in a text that leads to this host or is without one. */
function addressesIn(text: string, base: string): string[] {
  const plain = text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const attributes = [...plain.matchAll(/\b(?:href|src|srcset|content|action)="([^"]*)"/g)].map(
    ([, it]) => it ?? '',
  );
  const rooted = attributes.filter((it) => /^\/(?!\/)/.test(it));
  const absolute = plain.match(/https?:\/\/127\.0\.0\.1[^\s"'<>\\`)]*/g) ?? [];
  return [...rooted, ...absolute].map((it) => new URL(it, base).href.replace(/#.*$/, ''));
}

const starts = [
  ...['', 'sources', 'methods', 'data', 'present', 'presentation', 'sources/statement', 'records/d-0'],
  ...[
    'api',
    'openapi.json',
    'robots.txt',
    'sitemap.xml',
    'nothing-here',
    '?snapshot=2001-01-01-0123456789abcdef',
  ],
  ...['embed?measure=detentions&by=place&controls=1', 'embed?measure=x', 'chart.svg?measure=detentions'],
  'api/v1/counts.xlsx?by=place',
];

const proxies = [
  ['a proxy that passes paths on', true],
  ['nginx as the README configures it (where it is skipped: apt-get install nginx-light)', hasNginx],
] as const;

for (const [name, isThere] of proxies)
  describe.skipIf(!isThere)(`a site under a path, behind ${name}`, () => {
    let folder: Awaited<ReturnType<typeof temporaryFolder>>;
    const close: (() => unknown)[] = [];
    let origin = '';

    beforeAll(async () => {
      folder = await temporaryFolder();
      const front = createServer();
      const port = await portOf(front);
      origin = `http://127.0.0.1:${port}`;
      const ports = { '/kz': 0, '/kg': 0 };
      for (const site of sites) {
        const store = storeIn(join(folder.path, site));
        await publishMade(store, folder.path, { called: site.slice(1), almaty: `Almaty of ${site}` });
        const app = appOf(store, { baseUrl: origin + site, files: madeFiles });
        const { server } = createHttpServer(app);
        ports[site] = await portOf(server);
        close.push(() => server.close(), app.close);
      }
      await once(front.close(), 'close');
      if (name.startsWith('nginx')) {
        const child = await nginx(folder.path, port, ports);
        close.push(() => child.kill('SIGTERM'));
      } else {
        const proxy = plainProxy(ports);
        await once(proxy.listen(port, '127.0.0.1'), 'listening');
        close.push(() => proxy.close());
      }
    });
    afterAll(async () => {
      for (const end of close) await end();
      await folder.remove();
    });

    const get = (address: string, init: RequestInit = {}) =>
      fetch(new URL(address, origin), { headers: { accept: 'text/html' }, redirect: 'manual', ...init });

    it('names in every answer only addresses under its path, and something is at each', async () => {
      const site = '/kz';
      const asked = new Set<string>();
      const wrong: string[] = [];
      const pending = starts.map((it): Found => ({ address: `${origin}${site}/${it}`, from: null }));
      // Of very many views that only differ in their query, a few of each page are enough.
      const perPath = new Map<string, number>();
      for (let next = pending.pop(); next; next = pending.pop()) {
        const { address, from } = next;
        const { pathname } = new URL(address);
        const seen = perPath.get(pathname) ?? 0;
        if (asked.has(address) || (seen >= 2 && from !== null)) continue;
        perPath.set(pathname, seen + 1);
        asked.add(address);
        const response = await get(address, { redirect: 'follow' });
        const isThere = response.status === 200 || from === null;
        if (!isThere || !`${pathname}/`.startsWith(`${site}/`))
          wrong.push(`${response.status} ${address} in ${from}`);
        const text = await response.text();
        const found = addressesIn(text, address).filter((it) => !examples.has(it.slice(origin.length)));
        pending.push(...found.map((it) => ({ address: it, from: address })));
      }
      expect(wrong).toEqual([]);
      const paths = [...asked].map((it) => new URL(it).pathname);
      for (const path of ['assets/index-1a2b.js', 'embed-frame.js', 'oembed', 'chart.png', 'sitemap.xml'])
        expect(paths).toContain(`${site}/${path}`);
    });

    it.each(sites)('%s names itself in what others keep of it', async (site) => {
      const home = `${origin}${site}`;
      const page = await (await get(`${site}/?measure=detentions&lang=en`)).text();
      expect(page).toContain(`<link rel="canonical" href="${home}/?measure=detentions&amp;lang=en">`);
      expect(page).toContain(`type="application/json+oembed" href="${home}/oembed?url=`);
      expect(page).toContain(`content="${home}/chart.png?`);
      expect(page).toContain(`<meta name="article21-path" content="${site}">`);
      expect(page).toContain(`src="${site}/assets/index-1a2b.js"`);
      expect(page).toContain(`Almaty of ${site}`);
      expect(await (await get(`${site}/`)).text()).toContain(`"url":"${home}/data?snapshot=`);
      expect(await (await get(`${site}/robots.txt`)).text()).toContain(`Sitemap: ${home}/sitemap.xml`);
      const openApi = (await (await get(`${site}/openapi.json`)).json()) as { servers: { url: string }[] };
      expect(openApi.servers).toEqual([{ url: home }]);
      expect(await (await get(`${site}/chart.svg?measure=detentions`)).text()).toContain(`${home}/?measure=`);
      const embed = await (await get(`${site}/embed?measure=detentions`)).text();
      expect(embed).toContain(`<script type="module" crossorigin src="${site}/embed-frame.js">`);
      expect(embed).toContain(`<a href="${home}/?measure=detentions`);
      const refused = await get(`${site}/api/v1/counts?by=city`);
      expect(((await refused.json()) as { type: string }).type).toBe(`${home}/api#invalid-query`);
    });

    it.each(sites)('%s tells how its own charts are embedded, and no others', async (site) => {
      const ask = (url: string) => get(`${site}/oembed?url=${encodeURIComponent(url)}`);
      for (const url of [
        `${origin}${site}/?measure=fines`,
        `${origin}${site}/embed?measure=fines`,
        '/embed?measure=fines',
      ]) {
        const answer = (await (await ask(url)).json()) as { html: string; thumbnail_url: string };
        expect(answer.html).toContain(`src="${origin}${site}/embed?measure=fines"`);
        expect(answer.thumbnail_url).toContain(`${origin}${site}/chart.png?`);
      }
      const other = site === '/kz' ? '/kg' : '/kz';
      for (const url of [
        `${origin}/?measure=fines`,
        `${origin}${other}/`,
        `${origin}${site}`,
        `${origin}${site}x/`,
      ])
        expect([url, (await ask(url)).status]).toEqual([url, 404]);
    });

    it.each(sites)(
      '%s without its slash, and with one too many, leads to the right address',
      async (site) => {
        for (const [from, to] of [
          [`${site}/methods/?lang=ru`, `${site}/methods?lang=ru`],
          [`${site}/sources/statement/`, `${site}/sources/statement`],
        ] as const) {
          const { status, headers } = await get(from);
          expect([status, new URL(headers.get('location') ?? '', origin + from).href]).toEqual([
            308,
            origin + to,
          ]);
        }
      },
    );
  });

describe('what a site under a path is asked outside of it', () => {
  const site = 'https://example.org/kz';
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let app: ReturnType<typeof appOf>;

  beforeAll(async () => {
    folder = await temporaryFolder();
    const store = storeIn(folder.path);
    await publishMade(store, folder.path);
    app = appOf(store, { baseUrl: site, files: madeFiles });
  });
  afterAll(async () => {
    await app.close();
    await folder.remove();
  });

  it.each(['/', '/methods', '/kzx/', '/api/v1/counts', '/assets/index-1a2b.js', '/healthz', '/embed'])(
    'at %s is answered with where the site is',
    async (path) => {
      const response = await app.hono.request(path);
      expect(response.status).toBe(404);
      expect(((await response.json()) as { detail: string }).detail).toBe(
        `there is nothing at ${path}: this site is at ${site}/, and what stands before it passes on the whole path`,
      );
      if (path.startsWith('/api/') || path.startsWith('/assets/')) return;
      const page = await app.hono.request(path, { headers: { accept: 'text/html' } });
      expect(page.status).toBe(404);
      expect(await page.text()).toContain('<a href="/kz/" class="button">');
    },
  );

  it('at its path without a slash leads to it', async () => {
    const { status, headers } = await app.hono.request('/kz?measure=fines');
    expect([status, headers.get('location')]).toEqual([308, '/kz/?measure=fines']);
  });
});
