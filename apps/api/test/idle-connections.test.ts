import { EventEmitter } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createClientAddress } from '../src/client-address.ts';
import { createConnections } from '../src/connections.ts';

/** A server of so many connections, on which sockets come from whom they say. */
function serverOf(connections: number, connectionsOfClient = connections, proxies: string[] = []) {
  const server = new EventEmitter();
  const limits = { connections, connectionsOfClient, maxPipelined: 16, lingerTimeout: 0 };
  const { admit } = createConnections(server as unknown as Server, limits, createClientAddress(proxies));
  return {
    connect(remoteAddress: string) {
      const socket = Object.assign(new Duplex({ read() {}, write() {} }), { remoteAddress });
      server.emit('connection', socket);
      return socket;
    },
    /** Answers something on it, until it is told to end. */
    answer(socket: Duplex) {
      const response = new EventEmitter();
      admit(
        { socket } as IncomingMessage,
        response as ServerResponse,
        (socket as { remoteAddress?: string }).remoteAddress ?? '',
      );
      return () => response.emit('close');
    },
    /** Whether a request of somebody behind a proxy is answered on it, and what ends that. */
    ask(socket: Duplex, client: string) {
      const response = new EventEmitter();
      const admitted = admit({ socket } as IncomingMessage, response as ServerResponse, client);
      return { admitted, end: () => response.emit('close') };
    },
  };
}

describe('when there is no more room for connections', () => {
  it('the longest idle of whoever has most is closed, and nobody is shut out', () => {
    const { connect } = serverOf(10);
    const other = connect('203.0.113.1');
    const many = Array.from({ length: 30 }, () => connect('203.0.113.2'));
    const [late, later] = [connect('203.0.113.3'), connect('203.0.113.4')];
    expect([other, late, later].map(({ destroyed }) => destroyed)).toEqual([false, false, false]);
    expect(many.map(({ destroyed }) => destroyed)).toEqual([
      ...Array(23).fill(true),
      ...Array(7).fill(false),
    ]);
  });

  it('the addresses of one IPv6 network are one', () => {
    const { connect } = serverOf(10);
    const others = ['203.0.113.1', '203.0.113.2'].map(connect);
    const many = Array.from({ length: 30 }, (_, i) => connect(`2001:db8:1:2::${i}`));
    expect(others.map(({ destroyed }) => destroyed)).toEqual([false, false]);
    expect(many.filter(({ destroyed }) => destroyed)).toHaveLength(22);
  });

  it('nothing is closed on which something is being answered: where that is each, who comes is', () => {
    const { connect, answer } = serverOf(4);
    const busy = Array.from({ length: 3 }, () => connect('203.0.113.2'));
    const ends = busy.map(answer);
    const idle = connect('203.0.113.1');
    const end = answer(idle);
    expect(connect('203.0.113.5').destroyed).toBe(true);
    expect([...busy, idle].map(({ destroyed }) => destroyed)).toEqual([false, false, false, false]);
    end();
    // Of those that are idle again, the one that has been for longest.
    ends[1]?.();
    ends[0]?.();
    const next = connect('203.0.113.4');
    expect([...busy, idle, next].map(({ destroyed }) => destroyed)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  it('nothing is closed as long as there is room', () => {
    const { connect } = serverOf(10);
    const all = Array.from({ length: 10 }, () => connect('203.0.113.2'));
    expect(all.some(({ destroyed }) => destroyed)).toBe(false);
  });
});

describe('the connections of one client', () => {
  const MANY = '203.0.113.2';

  it('are a part of all, also while something is answered on each: others find room', () => {
    const { connect, answer } = serverOf(20, 5);
    const many = Array.from({ length: 30 }, () => {
      const socket = connect(MANY);
      if (!socket.destroyed) answer(socket);
      return socket;
    });
    expect(many.map(({ destroyed }) => destroyed)).toEqual([
      ...Array(5).fill(false),
      ...Array(25).fill(true),
    ]);
    const others = Array.from({ length: 15 }, (_, i) => connect(`198.51.100.${i}`));
    expect(others.some(({ destroyed }) => destroyed)).toBe(false);
  });

  it('make room among themselves: the longest idle of them goes for a new one', () => {
    const { connect, answer } = serverOf(20, 3);
    const [first, second, third] = [connect(MANY), connect(MANY), connect(MANY)];
    if (first) answer(first);
    const fourth = connect(MANY);
    expect([first, second, third, fourth].map((it) => it?.destroyed)).toEqual([false, true, false, false]);
  });

  it('are counted anew when some have ended', async () => {
    const { connect } = serverOf(20, 3);
    const [first] = [connect(MANY), connect(MANY), connect(MANY)];
    first?.destroy();
    await new Promise((resolve) => first?.once('close', resolve));
    const next = [connect(MANY), connect(MANY)];
    expect(next.map(({ destroyed }) => destroyed)).toEqual([false, false]);
  });

  it('are not so limited of a proxy, by which many ask', () => {
    const { connect } = serverOf(20, 3, ['127.0.0.1']);
    const all = Array.from({ length: 20 }, () => connect('::ffff:127.0.0.1'));
    expect(all.some(({ destroyed }) => destroyed)).toBe(false);
  });

  it('are as many for each client of a proxy, while something is answered on them', () => {
    const { connect, ask } = serverOf(20, 3, ['127.0.0.1']);
    const asked = Array.from({ length: 5 }, () => ask(connect('127.0.0.1'), MANY));
    expect(asked.map(({ admitted }) => admitted)).toEqual([true, true, true, 'busy', 'busy']);
    const other = connect('127.0.0.1');
    expect(ask(other, '203.0.113.3').admitted).toBe(true);
    // More on the same connection are of no other one.
    expect(ask(other, '203.0.113.3').admitted).toBe(true);
    asked[0]?.end();
    expect(ask(connect('127.0.0.1'), MANY).admitted).toBe(true);
  });
});
