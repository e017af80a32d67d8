import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { problemSchema } from '@article21/contract';
import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { type Limits, usualLimits } from '../src/connections.ts';
import { createHttpServer } from '../src/http-server.ts';
import { createProblems } from '../src/problems.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A thing that is not ready before it is let go. */
function held() {
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release };
}

/** Serves `/held`, which is answered when it is let go, and everything else at once. */
async function serving(limits: Partial<Limits> = {}) {
  const { until, release } = held();
  const asked: string[] = [];
  let arrived = (_path: string) => {};
  const hono = new Hono().get('*', async (c) => {
    asked.push(c.req.path);
    arrived(c.req.path);
    if (c.req.path === '/held') await until;
    return c.text(`answer to ${c.req.path}\n`);
  });
  const problems = createProblems('https://article21.example', () => 'id');
  const { server, stop } = createHttpServer({ hono, problems }, { ...usualLimits(), ...limits });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ends.push(
    release,
    () => server.close(),
    () => server.closeAllConnections(),
  );
  const arrival = () =>
    new Promise<string>((resolve) => {
      arrived = resolve;
    });
  return { server, stop, asked, release, arrival, port: (server.address() as AddressInfo).port };
}

function dial(port: number, localAddress = '127.0.0.1'): Socket {
  const socket = connect({ port, host: '127.0.0.1', localAddress, allowHalfOpen: true });
  // Most of these are cut off by the server, which is what is tested.
  socket.on('error', () => {});
  ends.push(() => socket.destroy());
  return socket;
}

const ask = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
const statuses = (said: string) => [...said.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status);
/** When nothing more is read from the next connection. */
const pause = (server: Server) =>
  once(server, 'connection').then(([socket]: Socket[]) => socket && once(socket, 'pause'));
const closings = (server: Server, expected: number) =>
  new Promise<void>((resolve) => {
    let closed = 0;
    server.on('connection', (socket) =>
      socket.once('close', () => {
        closed += 1;
        if (closed === expected) resolve();
      }),
    );
  });

describe('requests without end on one connection', () => {
  it('are answered up to the limit, and the connection is closed with those answers whole', async () => {
    const { server, port, asked, release } = await serving({ maxPipelined: 16 });
    const socket = dial(port);
    const full = pause(server);
    let read = 0;
    server.on('request', () => {
      read += 1;
    });
    socket.write(ask('/held').repeat(60_000));
    await full;
    release();
    const said = await text(socket);
    // What came with the first of them is read, 64 KB at a time, and no more.
    expect(read).toBeLessThan(6_000);
    expect(asked).toHaveLength(16);
    expect(statuses(said)).toEqual(Array(16).fill('200'));
    expect(said.match(/answer to \/held/g)).toHaveLength(16);
  });

  it('hold up nobody else, and leave the limit as it was for the next', async () => {
    const { server, port, asked, release } = await serving({ maxPipelined: 3 });
    const greedy = dial(port);
    const full = pause(server);
    greedy.write(ask('/held').repeat(1_000));
    await full;
    const polite = dial(port);
    polite.write(`${ask('/a')}${ask('/b')}GET /c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(statuses(await text(polite))).toEqual(['200', '200', '200']);
    release();
    expect(statuses(await text(greedy))).toEqual(['200', '200', '200']);
    expect(asked.filter((it) => it === '/held')).toHaveLength(3);
  });

  it('that come one after another are all answered', async () => {
    const { port } = await serving({ maxPipelined: 1 });
    const socket = dial(port);
    for (const path of ['/a', '/b', '/c']) {
      socket.write(ask(path));
      let said = '';
      while (!said.endsWith(`answer to ${path}\n`)) said += String(await once(socket, 'data'));
      expect(statuses(said)).toEqual(['200']);
    }
  });
});

const soon = { headersTimeout: 40, requestTimeout: 40 };
const often = { connectionsCheckingInterval: 10, lingerTimeout: 10 };

describe('300 connections that are never finished', () => {
  it.each([
    ['say nothing', ''],
    ['stop in the middle of a header', 'GET / HTTP/1.1\r\nHost: x\r\nx: '],
    ['promise a body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n1'],
    ['are no HTTP', 'GARBAGE\r\n\r\n'],
  ])('and %s are all closed, while others are answered', async (_, sent) => {
    const { server, port } = await serving(often);
    const all = closings(server, 300);
    // Their own ends stay open for ever.
    const sockets = Array.from({ length: 300 }, () => dial(port));
    for (const socket of sockets) socket.write(sent);
    // Of one who asks from the same address the time would pass, too, in which the connections before theirs are read.
    const other = dial(port, '127.0.0.2');
    other.write('GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(statuses(await text(other))).toEqual(['200']);
    // Their time is up only now: on a slow machine it would otherwise be over for the one who asks, too.
    Object.assign(server, soon);
    await all;
    for (const socket of sockets) socket.destroy();
  });

  it('and are told so in words', async () => {
    const { port } = await serving({ ...often, ...soon, lingerTimeout: 10_000 });
    const socket = dial(port);
    socket.write('GET / HTTP/1.1\r\n');
    const [, body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(problemSchema.parse(JSON.parse(body))).toMatchObject({ status: 408 });
  });
});

describe('the number of connections', () => {
  it('is limited: one more is closed, and there is room again when one has ended', async () => {
    const { port, arrival, release } = await serving({ connections: 2 });
    const held = [dial(port), dial(port)];
    for (const socket of held) {
      const arrived = arrival();
      socket.write(ask('/held'));
      await arrived;
    }
    const third = dial(port);
    third.write(ask('/a'));
    expect(await text(third).catch(() => '')).toBe('');
    release();
    const [first] = held;
    first?.end();
    expect(statuses(first ? await text(first) : '')).toEqual(['200']);
    first?.destroy();
    const fourth = dial(port);
    fourth.write('GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(statuses(await text(fourth))).toEqual(['200']);
  });

  it.each([
    [96, 32],
    [1_024, 960],
    [1_000_000, 2_500],
    [Number.POSITIVE_INFINITY, 2_500],
    [40, 16],
  ])('leaves files for the program: with %s descriptors it is %i', (descriptors, connections) => {
    expect(usualLimits(descriptors).connections).toBe(connections);
  });
});

describe('a server that is told to stop', () => {
  const never = { answer: 1e6, take: 1e6 };

  it('finishes what is being answered, and takes nothing more', async () => {
    const { port, stop, arrival, release } = await serving();
    const socket = dial(port);
    const arrived = arrival();
    socket.write(ask('/held'));
    await arrived;
    const idle = dial(port);
    await once(idle, 'connect');
    const stopped = stop(never);
    // Asked after the signal, on the connection that is being answered.
    socket.write(ask('/a'));
    expect(await text(idle)).toBe('');
    const refused = dial(port);
    expect(await once(refused, 'error')).toMatchObject([{ code: 'ECONNREFUSED' }]);
    release();
    const said = await text(socket);
    expect(statuses(said)).toEqual(['200']);
    expect(said).toMatch(/\r\nConnection: close\r\n[\s\S]*\r\n\r\nanswer to \/held\n$/i);
    socket.destroy();
    await stopped;
  });

  it('answers what is not ready in time with a whole 503', async () => {
    const { port, stop, arrival } = await serving();
    const socket = dial(port);
    const arrived = arrival();
    socket.write(ask('/held'));
    await arrived;
    const stopped = stop({ answer: 0, take: 1e6 });
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 503 [\s\S]*\r\nConnection: close/i);
    expect(problemSchema.parse(JSON.parse(body))).toMatchObject({ status: 503 });
    socket.destroy();
    await stopped;
  });

  it('waits for nobody who takes no answer', async () => {
    const { port, stop, arrival } = await serving();
    const socket = dial(port);
    const arrived = arrival();
    socket.write(`${ask('/held')}GET /unfinished`);
    await arrived;
    await stop({ answer: 1e6, take: 0 });
    expect(await text(socket).catch(() => '')).toBe('');
  });
});
