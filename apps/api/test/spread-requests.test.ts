import { EventEmitter, once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Hono } from 'hono';
import { afterEach, expect, it } from 'vitest';
import { createClientAddress } from '../src/client-address.ts';
import { createConnections, usualLimits } from '../src/connections.ts';
import { createHttpServer } from '../src/http-server.ts';
import { createProblems } from '../src/problems.ts';
import { spreadRequests } from '../src/spread-requests.ts';
import { createRequesterOf } from '../src/work/requester.ts';
import { createScheduler } from '../src/work/scheduler.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A server that has these connections, all of them read from. */
async function serverWith(clients: readonly string[]) {
  const server = new EventEmitter();
  let accepted = 0;
  const limits = { ...usualLimits(), connectionsOfClient: 1000 };
  const clientAddress = createClientAddress(['10.9.0.0/16']);
  const connections = createConnections(server as unknown as Server, limits, clientAddress);
  spreadRequests(server as unknown as Server, connections, {
    isProxy: clientAddress.isProxy,
    accepted() {
      accepted += 1;
    },
  });
  const connect = (remoteAddress: string) => {
    const socket = Object.assign(new PassThrough(), { remoteAddress });
    server.emit('connection', socket);
    return socket;
  };
  const sockets = clients.map(connect);
  for (let i = 0; i < 2 + clients.length; i++) await nextTurn();
  const arrive = (requests: number) => {
    for (let i = 0; i < requests; i++) server.emit('request');
  };
  return { sockets, connect, arrive, accepted: () => accepted };
}

it('reads from nobody else when so many requests have arrived in one turn', async () => {
  const { sockets, arrive } = await serverWith(['10.0.0.1', '10.0.0.1', '10.0.0.2']);
  arrive(63);
  expect(sockets.some((socket) => socket.isPaused())).toBe(false);
  arrive(1);
  expect(sockets.every((socket) => socket.isPaused())).toBe(true);
});

it('goes on with one connection of each client in turn, and with all in the end', async () => {
  const many = Array.from({ length: 7 }, () => '10.0.0.1');
  const { sockets, arrive } = await serverWith([...many, '10.0.0.2', '10.0.0.3']);
  const resumed: string[] = [];
  for (const socket of sockets)
    socket.on('resume', () => resumed.push(socket.remoteAddress.slice('10.0.0.'.length)));
  arrive(64);
  sockets[0]?.emit('close');
  for (let i = 0; i < 8; i++) await nextTurn();
  expect(resumed.join('')).toBe('12311111');
});

it('goes on with all connections of a proxy within a few turns: each brings one request, of anybody', async () => {
  const { sockets, arrive } = await serverWith(Array.from({ length: 100 }, () => '10.9.0.1'));
  const readFrom = () => sockets.filter((socket) => !socket.isPaused()).length;
  arrive(64);
  const resumed = [];
  for (let turn = 0; turn < 4; turn++) {
    await nextTurn();
    resumed.push(readFrom());
  }
  expect(resumed).toEqual([32, 64, 96, 100]);
});

it('goes on with a reader who asks directly as soon beside a proxy with many connections', async () => {
  const proxied = Array.from({ length: 100 }, () => '10.9.0.1');
  const { sockets, arrive } = await serverWith([...proxied.slice(0, 20), '10.0.0.1', ...proxied.slice(20)]);
  arrive(64);
  await nextTurn();
  expect(sockets[20]?.isPaused()).toBe(false);
});

it('holds nobody where few requests arrive in each of many turns', async () => {
  const { sockets, arrive } = await serverWith(['10.0.0.1']);
  for (let turn = 0; turn < 3; turn++) {
    arrive(63);
    await nextTurn();
  }
  expect(sockets[0]?.isPaused()).toBe(false);
});

it('reads from nobody while one connection after another is accepted, but in every 256th turn', async () => {
  const { connect, accepted } = await serverWith([]);
  const sockets: PassThrough[] = [];
  const isRead = () => sockets.some((socket) => socket.readableFlowing === true);
  for (let i = 0; i < 256; i++) {
    sockets.push(connect('10.0.0.1'));
    await nextTurn();
    expect(isRead()).toBe(false);
  }
  for (let i = 0; i < 44; i++) {
    sockets.push(connect('10.0.0.1'));
    await nextTurn();
  }
  expect(isRead()).toBe(true);
  // What else waits has its turn then, too.
  expect(accepted()).toBe(299);
});

it('reads the request of a newcomer before those of all who connected earlier', async () => {
  const order: string[] = [];
  const hono = new Hono().get('*', (c) => {
    order.push(c.req.path);
    return c.text('an answer');
  });
  const { server } = createHttpServer({ hono, problems: createProblems('https://a.example', () => 'id') });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ends.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  const { port } = server.address() as AddressInfo;
  const ask = (localAddress: string, path: string, requests: number) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress });
    ends.push(() => socket.destroy());
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(requests));
    return answered(socket, requests);
  };
  const many = Array.from({ length: 100 }, () => ask('127.0.0.1', '/many', 10));
  await Promise.all([...many, ask('127.0.0.2', '/newcomer', 1)]);
  expect(order).toHaveLength(1001);
  expect(order.indexOf('/newcomer')).toBeLessThan(100);
});

it('answers a newcomer before those who ask for more, by the same proxy', async () => {
  const order: string[] = [];
  const clientAddress = createClientAddress(['127.0.0.1']);
  const turns = createScheduler({
    requesterOf: createRequesterOf(clientAddress),
    now: () => performance.now(),
  });
  const hono = new Hono()
    .use((c, next) => turns.run(c, next))
    .get('*', (c) => {
      order.push(c.req.path);
      return c.text('an answer');
    });
  const problems = createProblems('https://a.example', () => 'id');
  const { server } = createHttpServer({ hono, problems, clientAddress, skipTurn: turns.skipTurn });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ends.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  const { port } = server.address() as AddressInfo;
  const sockets = await Promise.all(Array.from({ length: 300 }, () => dial(port)));
  const newcomer = await dial(port);
  const ask = (socket: Socket, path: string, client: string) => {
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${client}\r\n\r\n`);
    return answered(socket, 1);
  };
  await Promise.all([
    ...sockets.map((socket) => ask(socket, '/many', '203.0.113.1')),
    ask(newcomer, '/newcomer', '198.51.100.1'),
  ]);
  expect(order).toHaveLength(301);
  // All are read within ten turns, in each of which one is answered.
  expect(order.indexOf('/newcomer')).toBeLessThan(40);
});

it('answers all that was sent together', async () => {
  const hono = new Hono().get('*', (c) => c.text('an answer'));
  const { server } = createHttpServer({ hono, problems: createProblems('https://a.example', () => 'id') });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ends.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  const { port } = server.address() as AddressInfo;
  const sockets = await Promise.all(Array.from({ length: 40 }, () => dial(port)));
  const answers = sockets.map((socket) => answered(socket, 15));
  for (const socket of sockets) socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(15));
  expect(await Promise.all(answers)).toEqual(sockets.map(() => 15));
});

async function dial(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' });
  ends.push(() => socket.destroy());
  await once(socket, 'connect');
  return socket;
}

/** How many answers came, when all have. */
function answered(socket: Socket, all: number): Promise<number> {
  let count = 0;
  return new Promise((resolve) => {
    socket.setEncoding('latin1').on('data', (text: string) => {
      count += text.split('HTTP/1.1 200').length - 1;
      if (count === all) resolve(count);
    });
  });
}
