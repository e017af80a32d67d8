import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { endpoints } from '@article21/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decisions } from '../src/headers.ts';
import { createHttpServer } from '../src/http-server.ts';
import { appOf, CANARY, publishMade, storeIn, temporaryFolder } from './fixture.ts';
import { madeFiles } from './made-files.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
// Pages do not wait for their pictures, which have tests of their own.
const app = appOf(store, { files: madeFiles, patience: async () => {} });
const { server, stop } = createHttpServer(app);
let id = '';

beforeAll(async () => {
  id = await publishMade(store, folder.path);
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(async () => {
  expect(app.reported).toEqual([]);
  await stop({ answer: 0, take: 0 });
  await app.close();
  await folder.remove();
});

/** Numbers that are the same in every run (mulberry32). */
function createRandom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let it = Math.imul(state ^ (state >>> 15), 1 | state);
    it = (it + Math.imul(it ^ (it >>> 7), 61 | it)) ^ it;
    return ((it ^ (it >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(all: readonly T[]): T => all[below(all.length)] as T;
  return { below, pick };
}
type Random = ReturnType<typeof createRandom>;

/** What no answer may say: of the machine, of the program's inside, of an internal source. */
const inside = [
  CANARY,
  folder.path,
  'node_modules',
  'node:internal',
  '.ts:',
  'at async',
  'SELECT ',
  'duckdb',
  'ENOENT',
];

const hostile = [
  ...[
    '',
    '%00',
    '%zz',
    '%',
    '..',
    '%2e%2e%2f',
    '..%5c',
    '__proto__',
    'constructor',
    'toString',
    '%E2%80%AE',
    '%ud800',
  ],
  ...[
    '<script>',
    "'%20OR%201=1--",
    '";--',
    '$%7B7*7%7D',
    '{{7*7}}',
    '%0d%0aSet-Cookie:%20a=b',
    '\\',
    '//evil.example',
  ],
  ...['-1', '1e999', '9'.repeat(400), 'NaN', '0x10', '2012-02-30', '0000', '99999-01-01', '*', '~', '.'],
  ...['a'.repeat(3_000), ','.repeat(1_000), 'kz,'.repeat(600), '%F0%9F%98%80', '%C0%80', '%FF'],
];
const keys = [
  ...new Set(Object.values(endpoints).flatMap(({ query }) => Object.keys(query))),
  ...[
    'open',
    'at',
    'bucket',
    'show',
    'slide',
    'record',
    'beside',
    'url',
    'format',
    '',
    '__proto__',
    'x[]',
    'a.b',
  ],
];
const known = [
  'detentions',
  'fines',
  'place',
  'period',
  'kz',
  'almaty',
  '2012',
  '2012-04',
  'map',
  'bar',
  'en',
  'ru',
  'day',
  '1',
];

const names = Object.keys(decisions).map((route) => route.replace('*', 'index-1a2b.js'));
const headers = {
  'accept-encoding': ['br', 'gzip;q=9', 'identity;q=0, *;q=0', '*', ';', 'x'.repeat(500)],
  'accept-language': ['ru', 'kk;q=1.5', '*', 'xx-YY-zz', ';;;,', 'e'.repeat(500)],
  accept: ['text/html', 'application/json', '*/*;q=', ''],
  'if-none-match': ['*', '"x"', 'W/"', ',,,', '"'.repeat(300)],
  range: ['bytes=0-1', 'bytes=9-1', 'x'],
  'x-forwarded-for': ['127.0.0.1', '<script>', '1,'.repeat(200)],
  'x-forwarded-host': ['evil.example'],
  forwarded: ['for=evil;host=evil.example'],
  origin: ['https://evil.example', 'null'],
  cookie: ['a=b'],
  'content-length': ['0'],
} as const;
const methods = ['GET', 'GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'POST', 'DELETE'];

interface FuzzRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
}

function ask(random: Random): FuzzRequest {
  const { below, pick } = random;
  const part = () => (below(3) === 0 ? pick(hostile) : pick(['statement', 'd-0', 'current', id]));
  const value = () => [pick(known), pick(hostile), id, `${pick(known)},${pick(hostile)}`][below(4)];
  const route = below(12) === 0 ? `/${pick(hostile)}` : pick(names).replace(/:\w+/g, part);
  const query = Array.from({ length: below(5) }, () => `${pick(keys)}=${value()}`).join(
    pick(['&', '&', '&&', ';']),
  );
  const path = `${route}${query === '' ? '' : '?'}${query}`.replace(/[\s"<>\\^`{|}]/g, encodeURIComponent);
  const sent = Object.entries(headers).filter(() => below(6) === 0);
  return {
    method: pick(methods),
    path,
    headers: Object.fromEntries(sent.map(([name, values]) => [name, pick<string>(values)])),
  };
}

/** What is wrong with an answer; null where nothing is. */
function wrongWith(status: number, text: string, type: string | null): string | null {
  if (status >= 500 && status !== 501) return `status ${status}`;
  // A Parquet file names the program that wrote it, as the format asks for.
  const mayName = type === 'application/vnd.apache.parquet' ? 'duckdb' : null;
  const said = inside.find((it) => it !== mayName && text.includes(it));
  return said === undefined ? null : `says “${said}”`;
}

it('thousands of addresses and headers are answered without a fault, and say nothing of the inside', async () => {
  const random = createRandom(21);
  const wrong: unknown[] = [];
  const statuses = new Map<number, number>();
  for (let i = 0; i < 2_000; i++) {
    const { path, ...init } = ask(random);
    const response = await app.hono.request(`http://x${path}`, init);
    const text =
      Buffer.from(await response.arrayBuffer()).toString('latin1') + JSON.stringify([...response.headers]);
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    const problem = wrongWith(response.status, text, response.headers.get('content-type'));
    if (problem) wrong.push([problem, init.method, path.slice(0, 300)]);
  }
  expect(wrong).toEqual([]);
  // They reach what is behind the first check, too.
  for (const status of [200, 400, 404, 405])
    expect([status, (statuses.get(status) ?? 0) > 50]).toEqual([status, true]);
});

/** A request, or bytes that are almost one. */
function almostRequest(random: Random): { text: string; isWhole: boolean } {
  const { below, pick } = random;
  const { method, path, headers: sent } = ask(random);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: x',
    ...Object.entries(sent).map(([name, it]) => `${name}: ${it}`),
  ];
  const text = `${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`;
  const at = below(text.length);
  const breaks = [
    '',
    '\r\n',
    '\n',
    '\0',
    ':',
    ' ',
    '\u0080',
    'Host: y\r\n',
    'Transfer-Encoding: chunked\r\n',
    'HTTP/9.9',
  ];
  if (below(2) === 0) return { text, isWhole: true };
  return { text: text.slice(0, at) + pick(breaks) + text.slice(at + below(3)), isWhole: false };
}

it('hundreds of them, broken in the middle, are answered by a real server without a fault, or closed', async () => {
  const random = createRandom(12);
  const { port } = server.address() as AddressInfo;
  const wrong: unknown[] = [];
  const unanswered: string[] = [];
  for (let i = 0; i < 250; i++) {
    const { text: request, isWhole } = almostRequest(random);
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.setEncoding('latin1').on('data', (piece) => {
      said += piece;
    });
    socket.on('error', () => {});
    // What is not a whole request when all has been sent never will be; who has sent a whole one waits for the answer, which
    // ends the connection.
    if (isWhole) socket.write(request, 'latin1');
    else socket.end(request, 'latin1');
    await once(socket, 'close');
    if (isWhole && said === '') unanswered.push(request.slice(0, 300));
    for (const [, status] of said.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)) {
      const problem = wrongWith(Number(status), said, null);
      if (problem) wrong.push([problem, request.slice(0, 300)]);
    }
  }
  expect(wrong).toEqual([]);
  expect(unanswered).toEqual([]);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
});
