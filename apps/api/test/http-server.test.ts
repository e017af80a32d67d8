import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { problemSchema } from '@article21/contract';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHttpServer } from '../src/http-server.ts';
import { appOf, publishMade, storeIn, temporaryFolder } from './fixture.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
const app = appOf(store);
const { server } = createHttpServer(app);

beforeAll(async () => {
  await publishMade(store, folder.path);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  expect(app.reported).toEqual([]);
  server.close();
  await app.close();
  await folder.remove();
});

/** What the server writes to whoever writes this. */
async function said(request: string): Promise<{ status: number; type: string | undefined; body: string }> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(request);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  const type = /^content-type: (.*)$/im.exec(head)?.[1];
  return { status: Number(head.split(' ')[1]), type, body };
}

const close = 'Connection: close\r\n\r\n';

it.each([
  ['what is no HTTP', 'GARBAGE\r\n\r\n', 400],
  ['a header that is none', `GET /healthz HTTP/1.1\r\nHost: x\r\nno header\r\n${close}`, 400],
  ['no Host', `GET /healthz HTTP/1.1\r\n${close}`, 400],
  ['a second Host', `GET /healthz HTTP/1.1\r\nHost: x\r\nHost: y\r\n${close}`, 400],
  ['the same Host twice', `GET /healthz HTTP/1.1\r\nHost: x\r\nhost: x\r\n${close}`, 400],
  ['a Host that is none', `GET /healthz HTTP/1.1\r\nHost: a b\r\n${close}`, 400],
  ['an address that is none', `GET * HTTP/1.1\r\nHost: x\r\n${close}`, 400],
  ['an address of 5 KB', `GET /${'a'.repeat(5_000)} HTTP/1.1\r\nHost: x\r\n${close}`, 414],
  ['an address of 20 KB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n${close}`, 431],
  ['headers of 20 KB', `GET / HTTP/1.1\r\nHost: x\r\nx: ${'a'.repeat(20_000)}\r\n${close}`, 431],
])('%s is a problem, too', async (_, request, expected) => {
  const { status, type, body } = await said(request);
  expect([status, type]).toEqual([expected, 'application/problem+json']);
  expect(problemSchema.parse(JSON.parse(body))).toMatchObject({ status: expected });
});

it('a connection outlives those of proxies, which would lose a request on one that is just being closed', async () => {
  const { headers } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/healthz`);
  expect(headers.get('keep-alive')).toBe('timeout=75');
});

it('an expectation that nobody promises to fulfil is passed over', async () => {
  const { status } = await said(`GET /healthz HTTP/1.1\r\nHost: x\r\nExpect: 200-maybe\r\n${close}`);
  expect(status).toBe(200);
});

it('nothing is written into the middle of an answer', async () => {
  // An answer of which the second half is never ready: garbage can but come into its middle.
  const half = new ReadableStream<Uint8Array>({
    start: (it) => it.enqueue(new TextEncoder().encode('first')),
  });
  const hono = new Hono().get('/', () => new Response(half, { headers: { 'content-length': '10' } }));
  const { server: held } = createHttpServer({ ...app, hono });
  held.listen(0, '127.0.0.1');
  await once(held, 'listening');
  const socket = connect((held.address() as AddressInfo).port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  let heard = '';
  for await (const piece of socket) {
    const before = heard;
    heard += piece;
    if (!before.endsWith('first') && heard.endsWith('first')) socket.write('GARBAGE\r\n\r\n');
  }
  held.close();
  expect(heard).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\nfirst$/);
});

it('what is no HTTP after a whole answer is a problem of its own', async () => {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const answered = once(server, 'request').then(([, response]) => once(response, 'close'));
  socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
  await answered;
  let heard = '';
  socket.write('GARBAGE\r\n\r\n');
  for await (const piece of socket) heard += piece;
  expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
});
