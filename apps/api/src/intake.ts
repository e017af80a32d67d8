import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Connections } from './connections.ts';

/** How many requests may arrive in one turn of the event loop before the others wait for the next. */
const MOST = 64;
/** On how many of the connections that wait reading goes on in one turn: each may bring all that it is allowed at once. */
const RESUMED = 2;
/** After so many connections in a row everything else has a turn, too: 25 ms, about as long as a long one. */
const MOST_ACCEPTED = 256;

/**
 * Spreads requests that arrive all together over several turns of the event loop: node reads whatever has come on all
 * connections before it does anything else, and thousands of requests sent at one moment would let everybody wait until
 * the last of them is read. The clients take turns, so one with few connections does not wait for one with many.
 *
 * New connections come first, because node accepts a single one in a turn of the event loop: behind hundreds of them a
 * newcomer would wait for as many turns, whatever is done in each. `accepted` hears of each, to do nothing else in its turn.
 * `connections` must follow the server already.
 */
export function spreadRequests(
  server: Server,
  { open }: Pick<Connections, 'open'>,
  accepted: () => void,
): void {
  /** The connections that are not read from, of each client; who is first has its turn next. */
  const waiting = new Map<string, Set<Duplex>>();
  let count = 0;
  let isDue = false;
  /** Connections in a row, one in each turn, and whether this turn has brought another. */
  let inRow = 0;
  let hasAccepted = false;

  server.on('connection', (socket) => {
    const client = open.get(socket);
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
    if (count < MOST) return;
    for (const [socket, client] of open) hold(socket, client);
    callNext();
  }

  function hold(socket: Duplex, client: string): void {
    const held = waiting.get(client) ?? new Set();
    if (held.has(socket)) return;
    waiting.set(client, held.add(socket));
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
