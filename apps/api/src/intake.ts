import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ClientAddress } from './client-address.ts';

/** How many requests may arrive in one turn of the event loop before the others wait for the next. */
const MOST = 64;
/** On how many of the connections that wait reading goes on in one turn: each may bring all that it is allowed at once. */
const RESUMED = 4;

/**
 * Spreads requests that arrive all together over several turns of the event loop: node reads whatever has come on all
 * connections before it does anything else, and thousands of requests sent at one moment would let everybody wait until
 * the last of them is read. The clients take turns, so one with few connections does not wait for one with many.
 */
export function spreadRequests(server: Server, clientAddress: ClientAddress): void {
  const open = new Map<Duplex, string>();
  /** The connections that are not read from, of each client; who is first has its turn next. */
  const waiting = new Map<string, Set<Duplex>>();
  let count = 0;
  let isDue = false;

  server.on('connection', (socket) => {
    const client = clientAddress(socket.remoteAddress, undefined);
    open.set(socket, client);
    socket.once('close', () => {
      open.delete(socket);
      const held = waiting.get(client);
      if (held?.delete(socket) && held.size === 0) waiting.delete(client);
    });
  });
  server.on('request', arrived);
  server.on('checkExpectation', arrived);

  function arrived(): void {
    if (count === 0)
      setImmediate(() => {
        count = 0;
      });
    count += 1;
    if (count === MOST) hold();
  }

  function hold(): void {
    for (const [socket, client] of open) {
      const held = waiting.get(client) ?? new Set();
      if (held.has(socket)) continue;
      waiting.set(client, held.add(socket));
      socket.pause();
    }
    callNext();
  }

  function callNext(): void {
    if (isDue) return;
    isDue = true;
    setImmediate(resumeSome);
  }

  function resumeSome(): void {
    isDue = false;
    for (let i = 0; i < RESUMED; i++) takeNext(waiting)?.resume();
    if (waiting.size > 0) callNext();
  }
}

/** Takes out a connection of the client that is first, which is last then. */
function takeNext(waiting: Map<string, Set<Duplex>>): Duplex | undefined {
  const [first] = waiting;
  if (!first) return undefined;
  const [client, held] = first;
  const [socket] = held;
  waiting.delete(client);
  if (socket) held.delete(socket);
  if (held.size > 0) waiting.set(client, held);
  return socket;
}
