import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ClientAddress } from './client-address.ts';
import type { Connections } from './connections.ts';

/** When so many requests have arrived in one turn of the event loop, all connections are paused. */
const MAX_REQUESTS = 64;
/** In each turn connections are resumed that may bring this many requests together. */
const RESUMED_REQUESTS = 32;
/** How many requests a connection may bring at once. A proxy sends the next one when it has the answer to the one before. */
const REQUESTS_OF_READER = 16;
const REQUESTS_OF_PROXY = 1;
/** After so many turns that accepted a connection, about 25 ms, paused connections are resumed all the same. */
const MAX_ACCEPTED = 256;

/**
 * Spreads a burst of requests over several turns of the event loop. Node reads everything that has arrived on all
 * connections before it does anything else, so after thousands of requests sent at one moment everybody would wait until
 * the last of them is read. Connections are paused and resumed, one client after the other, so that a client with few
 * connections does not wait for one with many. A connection of a proxy carries requests of anybody: each of them is resumed
 * like a client of its own, and `Turns` decides who is answered first once the requests are read.
 *
 * New connections come first, because Node accepts one connection in a turn of the event loop: behind hundreds of them a
 * newcomer would wait for as many turns, whatever is done in each. `accepted` is called for each of them, so that no other
 * work is begun in its turn. `connections` must follow the server already.
 */
export function spreadRequests(
  server: Server,
  { open }: Pick<Connections, 'open'>,
  { isProxy, accepted }: { isProxy: ClientAddress['isProxy']; accepted(): void },
): void {
  const paused: Paused = new Map();
  /** The connections of proxies. */
  const proxied = new WeakSet<Duplex>();
  let count = 0;
  let isDue = false;
  /** How many turns in a row accepted a connection, and whether this one did. */
  let acceptedInRow = 0;
  let hasAccepted = false;

  server.on('connection', (socket) => {
    const client = open.get(socket);
    if (isProxy(socket.remoteAddress)) proxied.add(socket);
    hasAccepted = true;
    if (acceptedInRow + 1 < MAX_ACCEPTED) accepted();
    // In the next tick, because Node begins to read from it only then.
    process.nextTick(() => {
      if (client === undefined || !open.has(socket)) return;
      pause(socket, client);
      callNext();
    });
    if (client === undefined) return;
    socket.once('close', () => {
      const queue = queueOf(socket, client);
      const held = paused.get(queue);
      if (held?.delete(socket) && held.size === 0) paused.delete(queue);
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
    if (count < MAX_REQUESTS) return;
    for (const [socket, client] of open) pause(socket, client);
    callNext();
  }

  function queueOf(socket: Duplex, client: string): string | Duplex {
    return proxied.has(socket) ? socket : client;
  }

  function pause(socket: Duplex, client: string): void {
    const queue = queueOf(socket, client);
    const held = paused.get(queue) ?? new Set();
    if (held.has(socket)) return;
    paused.set(queue, held.add(socket));
    socket.pause();
  }

  function callNext(): void {
    if (isDue) return;
    isDue = true;
    setImmediate(resumeSome);
  }

  function resumeSome(): void {
    isDue = false;
    acceptedInRow = hasAccepted ? acceptedInRow + 1 : 0;
    hasAccepted = false;
    if (acceptedInRow > 0 && acceptedInRow < MAX_ACCEPTED) {
      callNext();
      return;
    }
    acceptedInRow = 0;
    for (let requests = 0; requests < RESUMED_REQUESTS; ) {
      const socket = nextOf(paused);
      if (!socket) break;
      socket.resume();
      requests += proxied.has(socket) ? REQUESTS_OF_PROXY : REQUESTS_OF_READER;
    }
    if (paused.size > 0) callNext();
  }
}

/** The paused connections by client, those of a proxy each by itself; the first of the map is resumed next. */
type Paused = Map<string | Duplex, Set<Duplex>>;

/** Removes a connection of the first client, which becomes the last. */
function nextOf(paused: Paused): Duplex | undefined {
  const [first] = paused;
  if (!first) return undefined;
  const [client, held] = first;
  const [socket] = held;
  paused.delete(client);
  if (socket) held.delete(socket);
  if (held.size > 0) paused.set(client, held);
  return socket;
}
