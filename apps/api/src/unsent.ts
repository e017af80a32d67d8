import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** What answers may occupy that were made and that their readers have not taken. */
export interface UnsentLimits {
  /** Bytes that wait for one client, and for all together. Beyond it the connection for which most waits is cut off. */
  client: number;
  all: number;
  /** Bytes a second at which an answer must be taken, and for how many milliseconds it need not. */
  rate: number;
  patience: number;
}

/** What waits to be taken, from now on. */
export interface Unsent {
  /** Counts what is written into an answer for a client as long as it waits. */
  follow(response: ServerResponse, socket: Duplex, client: string): void;
  /** The same of an answer that was written already. */
  followWritten(response: ServerResponse, socket: Duplex, client: string): void;
}

interface Followed {
  socket: Duplex;
  client: string;
  timer: NodeJS.Timeout | null;
  /** What waited of it when it was looked at last: no less than what waits now. */
  bytes: number;
}

/**
 * Cuts off who takes too little of too much. The silence of a connection is not enough to know them by: one that takes a
 * piece now and then is never silent, and holds all the rest of its answer in memory.
 */
export function createUnsent({ rate, patience, ...most }: UnsentLimits): Unsent {
  const followed = new Map<ServerResponse, Followed>();
  /** Sums of what waited when it was looked at: of each client, on each connection, and of all. */
  const sums = new Map<string | Duplex, number>();
  let sumOfAll = 0;

  function count(response: ServerResponse, it: Followed, bytes = response.writableLength): void {
    const more = bytes - it.bytes;
    it.bytes = bytes;
    sumOfAll += more;
    for (const whose of [it.client, it.socket]) {
      const sum = (sums.get(whose) ?? 0) + more;
      if (sum > 0) sums.set(whose, sum);
      else sums.delete(whose);
    }
  }

  function forget(response: ServerResponse): void {
    const it = followed.get(response);
    if (!it) return;
    if (it.timer) clearTimeout(it.timer);
    count(response, it, 0);
    followed.delete(response);
  }

  function cut(socket: Duplex): void {
    for (const [response, it] of [...followed]) if (it.socket === socket) forget(response);
    socket.destroy();
  }

  /** What waits on each connection: of one client, or of all. An answer that has its turn counts what its socket holds. */
  function waiting(client: string | null): Map<Duplex, number> {
    const bytes = new Map<Duplex, number>();
    for (const [response, it] of followed) {
      if (client !== null && it.client !== client) continue;
      count(response, it);
      bytes.set(it.socket, (bytes.get(it.socket) ?? 0) + it.bytes);
    }
    return bytes;
  }

  function cutLargest(client: string | null, limit: number): void {
    const bytes = waiting(client);
    let sum = [...bytes.values()].reduce((all, it) => all + it, 0);
    const largest = [...bytes].sort(([, a], [, b]) => b - a);
    for (const [i, [socket, own]] of largest.entries()) {
      // An answer that is alone may be as large as it is.
      if (sum <= limit || i === largest.length - 1) return;
      cut(socket);
      sum -= own;
    }
  }

  function weigh(response: ServerResponse): void {
    const it = followed.get(response);
    if (!it) return;
    count(response, it);
    if (it.bytes === 0) return;
    const own = sums.get(it.socket) ?? 0;
    if (it.timer) clearTimeout(it.timer);
    it.timer = setTimeout(() => cut(it.socket), patience + (own / rate) * 1000).unref();
    // Looked at closely where it may be too much: all who wait would be counted anew for every answer.
    if ((sums.get(it.client) ?? 0) > most.client) cutLargest(it.client, most.client);
    if (sumOfAll > most.all) cutLargest(null, most.all);
  }

  function begin(response: ServerResponse, socket: Duplex, client: string): void {
    followed.set(response, { socket, client, timer: null, bytes: 0 });
    response.once('close', () => forget(response));
  }

  return {
    follow(response, socket, client) {
      begin(response, socket, client);
      afterWriting(response, () => weigh(response));
    },
    followWritten(response, socket, client) {
      // Most answers are with the system at once, and nothing waits.
      if (response.writableLength === 0) return;
      begin(response, socket, client);
      weigh(response);
    },
  };
}

/** Node tells when something has been sent, and not when something begins to wait. */
function afterWriting(response: ServerResponse, then: () => void): void {
  for (const name of ['write', 'end'] as const) {
    const own = response[name].bind(response) as (...args: unknown[]) => unknown;
    const both = (...args: unknown[]) => {
      const result = own(...args);
      then();
      return result;
    };
    Object.assign(response, { [name]: both });
  }
}
