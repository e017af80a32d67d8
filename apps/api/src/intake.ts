import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ClientAddress } from './client-address.ts';
import type { Connections } from './connections.ts';

/** How many requests may arrive in one turn of the event loop before the others wait for the next. */
const MOST = 64;
/** For how many requests reading goes on in one turn on connections that wait. */
const RESUMED = 32;
/** How many one connection may bring at once, of a reader; a proxy sends the next when it has the answer to the one before. */
const BROUGHT = 16;
const BROUGHT_BY_PROXY = 1;
/** After so many connections in a row everything else has a turn, too: 25 ms, about as long as a long one. */
const MOST_ACCEPTED = 256;

/**
 * Spreads requests that arrive all together over several turns of the event loop: node reads whatever has come on all
 * connections before it does anything else, and thousands of requests sent at one moment would let everybody wait until
 * the last of them is read. The clients take turns, so one with few connections does not wait for one with many. On a connection
 * of a proxy there is a request of anybody: each such connection has turns like a client, and whose request comes first
 * is decided once it was read (`Turns`).
 *
 * New connections come first, because node accepts a single one in a turn of the event loop: behind hundreds of them a
 * newcomer would wait for as many turns, whatever is done in each. `accepted` hears of each, to do nothing else in its turn.
 * `connections` must follow the server already.
 */
export function spreadRequests(
  server: Server,
  { open }: Pick<Connections, 'open'>,
  { isProxy, accepted }: { isProxy: ClientAddress['isProxy']; accepted(): void },
): void {
  const waiting: Waiting = new Map();
  /** Connections of proxies. */
  const proxied = new WeakSet<Duplex>();
  let count = 0;
  let isDue = false;
  /** Connections in a row, one in each turn, and whether this turn has brought another. */
  let inRow = 0;
  let hasAccepted = false;

  server.on('connection', (socket) => {
    const client = open.get(socket);
    if (isProxy(socket.remoteAddress)) proxied.add(socket);
    hasAccepted = true;
    if (inRow + 1 < MOST_ACCEPTED) accepted();
    // Node begins to read from it only now, in a tick of its own.
    process.nextTick(() => {
      if (client === undefined || !open.has(socket)) return;
      hold(socket, client);
      callNext();
    });
    if (client === undefined) return;
    socket.once('close', () => {
      const who = turnOf(socket, client);
      const held = waiting.get(who);
      if (held?.delete(socket) && held.size === 0) waiting.delete(who);
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
    if (count < MOST) return;
    for (const [socket, client] of open) hold(socket, client);
    callNext();
  }

  function turnOf(socket: Duplex, client: string): string | Duplex {
    return proxied.has(socket) ? socket : client;
  }

  function hold(socket: Duplex, client: string): void {
    const who = turnOf(socket, client);
    const held = waiting.get(who) ?? new Set();
    if (held.has(socket)) return;
    waiting.set(who, held.add(socket));
    socket.pause();
  }

  function callNext(): void {
    if (isDue) return;
    isDue = true;
    setImmediate(resumeSome);
  }

  function resumeSome(): void {
    isDue = false;
    inRow = hasAccepted ? inRow + 1 : 0;
    hasAccepted = false;
    if (inRow > 0 && inRow < MOST_ACCEPTED) {
      callNext();
      return;
    }
    inRow = 0;
    for (let brought = 0; brought < RESUMED; ) {
      const socket = takeNext(waiting);
      if (!socket) break;
      socket.resume();
      brought += proxied.has(socket) ? BROUGHT_BY_PROXY : BROUGHT;
    }
    if (waiting.size > 0) callNext();
  }
}

/** The connections that are not read from, of each client, or of a proxy each by itself; who is first has its turn next. */
type Waiting = Map<string | Duplex, Set<Duplex>>;

/** Takes out a connection of the client that is first, which is last then. */
function takeNext(waiting: Waiting): Duplex | undefined {
  const [first] = waiting;
  if (!first) return undefined;
  const [client, held] = first;
  const [socket] = held;
  waiting.delete(client);
  if (socket) held.delete(socket);
  if (held.size > 0) waiting.set(client, held);
  return socket;
}
