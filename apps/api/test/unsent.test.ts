import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usualLimits } from '../src/connections.ts';
import { createHttpServer } from '../src/http-server.ts';
import { createProblems } from '../src/problems.ts';
import { createUnsent } from '../src/unsent.ts';

/** A connection that takes nothing. */
const stuck = () => new Duplex({ read() {}, write() {} });

/** An answer of which everything that is written waits until it is taken. */
class Answer extends EventEmitter {
  writableLength = 0;
  write(piece: string): boolean {
    this.writableLength += piece.length;
    return false;
  }
  end(piece: string): this {
    this.writableLength += piece.length;
    return this;
  }
}

const limits = { client: 100, all: 250, rate: 10, patience: 60_000 };

/** Answers for clients that are named, of so many bytes. */
function answers() {
  const unsent = createUnsent(limits);
  return (client: string, bytes: number, socket = stuck()) => {
    const answer = new Answer();
    const response = answer as unknown as ServerResponse;
    unsent.follow(response, socket, client);
    response.end('x'.repeat(bytes));
    return { socket, response, taken: () => answer.emit('close') };
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is not taken', () => {
  it('is bounded for each client: where most waits is cut off', () => {
    const answer = answers();
    const [small, large, last] = [answer('a', 30), answer('a', 60), answer('a', 20)];
    const other = answer('b', 100);
    expect([small, large, last, other].map(({ socket }) => socket.destroyed)).toEqual([
      false,
      true,
      false,
      false,
    ]);
    // What was cut off, and what was taken, makes room.
    last.taken();
    expect(answer('a', 70).socket.destroyed).toBe(false);
  });

  it('is bounded for all clients together', () => {
    const answer = answers();
    const all = ['a', 'b', 'c', 'd'].map((client, i) => answer(client, 70 + i));
    expect(all.map(({ socket }) => socket.destroyed)).toEqual([false, false, false, true]);
  });

  it('counts all that waits on one connection, also what has not had its turn', () => {
    const answer = answers();
    const pipelined = stuck();
    for (const bytes of [30, 30]) answer('a', bytes, pipelined);
    const other = answer('a', 50);
    expect([pipelined.destroyed, other.socket.destroyed]).toEqual([true, false]);
  });

  it('may be a single answer of whatever size', () => {
    expect(answers()('a', 1_000).socket.destroyed).toBe(false);
  });

  it('must be taken at a least rate, however little is taken now and then', () => {
    const { socket, response, taken } = answers()('a', 100);
    vi.advanceTimersByTime(69_000);
    socket.emit('drain');
    expect(socket.destroyed).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect([socket.destroyed, response.writableLength]).toEqual([true, 100]);
    taken();
  });

  it('is nothing of an answer that was taken', () => {
    const { socket, taken } = answers()('a', 100);
    taken();
    vi.advanceTimersByTime(1e7);
    expect(socket.destroyed).toBe(false);
  });

  it('counts what is written piece by piece', () => {
    const unsent = createUnsent(limits);
    const [first, second] = [stuck(), stuck()];
    for (const [socket, pieces] of [
      [first, 2],
      [second, 3],
    ] as const) {
      const response = new Answer() as unknown as ServerResponse;
      unsent.follow(response, socket, 'a');
      for (let i = 0; i < pieces; i++) response.write('x'.repeat(25));
    }
    expect([first.destroyed, second.destroyed]).toEqual([false, true]);
  });
});

it('a server cuts off who reads nothing of large answers, and answers others', async () => {
  vi.useRealTimers();
  const large = Buffer.alloc(48 * 2 ** 20);
  const hono = new Hono().get('*', (c) => (c.req.path === '/large' ? c.body(large) : c.text('small')));
  const problems = createProblems('https://article21.example', () => 'id');
  const unsent = { ...usualLimits().unsent, client: 64 * 2 ** 20 };
  const { server } = createHttpServer({ hono, problems }, { ...usualLimits(), unsent });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const ends: Promise<unknown>[] = [];
  const sockets: Socket[] = [];
  const ask = async (path: string) => {
    const accepted = once(server, 'connection') as Promise<[Socket]>;
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    sockets.push(socket);
    const [served] = await accepted;
    ends.push(once(served, 'close'));
    return socket;
  };
  // Nobody reads these: one of the two is cut off, whichever has more waiting.
  for (let i = 0; i < 2; i++) await ask('/large');
  await Promise.race(ends);
  const other = await ask('/small');
  expect(String((await once(other, 'data'))[0])).toMatch(/^HTTP\/1.1 200 /);
  for (const socket of sockets) socket.destroy();
  server.close();
  await Promise.all(ends);
});
