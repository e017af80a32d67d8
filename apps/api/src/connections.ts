import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ClientAddress } from './client-address.ts';
import type { UnsentLimits } from './unsent.ts';

/** What connections may cost. All times are in milliseconds. */
export interface Limits {
  /** How many connections there are at most: one more takes the place of one that is idle, else it is closed at once. */
  connections: number;
  /**
   * How many of them one client may have. Of a proxy, who has those of many: on how many something may be answered for one
   * of its clients.
   */
  connectionsOfClient: number;
  /** How many requests are answered at a time on one connection (HTTP pipelining). */
  atOnce: number;
  /** From the beginning of a request, or of a connection: until its headers, and all of it, must have arrived. */
  headersTimeout: number;
  requestTimeout: number;
  /** How often it is looked whether they have. */
  connectionsCheckingInterval: number;
  /** For how long a connection that is not used is kept. */
  keepAliveTimeout: number;
  /** For how long nothing at all may move on a connection while a request is answered. */
  silence: number;
  /** What may wait that was answered. */
  unsent: UnsentLimits;
  /** How long one that was refused may take to read why. */
  lingering: number;
}

/** 2,000 readers, and what proxies keep open beside: a connection that is closed for another may just be used. */
const MOST_CONNECTIONS = 2_500;
/** Files that the program itself opens: snapshots, libraries, threads. */
const OWN_FILES = 64;

/** The limits of this machine: a connection needs a file descriptor, and some must be left for files. */
export function usualLimits(descriptors = fileDescriptors()): Limits {
  const connections = Math.max(16, Math.min(MOST_CONNECTIONS, descriptors - OWN_FILES));
  return {
    connections,
    connectionsOfClient: Math.floor(connections / 4),
    atOnce: 16,
    headersTimeout: 10_000,
    requestTimeout: 15_000,
    connectionsCheckingInterval: 1_000,
    // Longer than the minute for which proxies keep a connection that is not used. One that is closed just when the next
    // request is sent on it loses that request.
    keepAliveTimeout: 75_000,
    silence: 120_000,
    // A gigabyte of answers would leave no memory to make others. 16 kB a second is a telephone of 2003.
    unsent: { client: 64 * 2 ** 20, all: 512 * 2 ** 20, rate: 16_000, patience: 60_000 },
    lingering: 1_000,
  };
}

/** How many files this process may have open. */
function fileDescriptors(): number {
  const report = process.report.getReport() as { userLimits?: { open_files?: { soft: number | string } } };
  const limit = Number(report.userLimits?.open_files?.soft ?? Number.POSITIVE_INFINITY);
  return Number.isNaN(limit) ? Number.POSITIVE_INFINITY : limit;
}

/** The connections of a server, and what is being answered on each. */
export interface Connections {
  /** Each connection that is open, and whose it is. */
  open: ReadonlyMap<Duplex, string>;
  /**
   * Whether a request of a client is to be answered. One more than `atOnce` is not: nothing more is read from its connection,
   * which is closed when those before it have their answers. A client that pipelines asks again for what it got no answer to.
   * Who has too many connections under way by a proxy is `busy`.
   */
  admit(request: IncomingMessage, response: ServerResponse, client: string): boolean | 'busy';
  /** Whether something is being answered on a connection. */
  isAnswering(socket: Duplex): boolean;
  /** Closes the connections on which nothing is being answered, and each of the others when everything is. */
  closeAll(): void;
}

type ConnectionLimits = Pick<Limits, 'connections' | 'connectionsOfClient' | 'atOnce' | 'lingering'>;

/** Follows the connections of a server from now on. */
export function createConnections(
  server: Server,
  { connections: most, connectionsOfClient, atOnce, lingering }: ConnectionLimits,
  clientAddress: ClientAddress,
): Connections {
  /** Of each whose it is, those that became idle last at the end. */
  const open = new Map<Duplex, string>();
  const counts = createCounts();
  const answering = new Map<Duplex, { client: string; responses: Set<ServerResponse> }>();
  /** Of each client: on how many connections something is being answered. */
  const busy = createCounts();
  const full = new WeakSet<Duplex>();
  let closing = false;

  server.on('connection', (socket) => {
    const { remoteAddress } = socket;
    const client = clientAddress(remoteAddress, undefined);
    open.set(socket, client);
    socket.once('close', () => forget(socket));
    if (counts.add(client, 1) > connectionsOfClient && !clientAddress.isProxy(remoteAddress))
      close(longestIdle(socket, (it) => it === client) ?? socket);
    else if (open.size > most) close(longestIdle(socket) ?? socket);
  });

  function forget(socket: Duplex): void {
    const client = open.get(socket);
    if (client !== undefined && open.delete(socket)) counts.add(client, -1);
  }

  /**
   * What has been idle for longest of whoever of these clients has most connections; undefined where something is answered
   * on each.
   */
  function longestIdle(newest: Duplex, isOf: (client: string) => boolean = () => true): Duplex | undefined {
    let found: { socket: Duplex; count: number } | undefined;
    for (const [socket, client] of open) {
      const count = counts.of(client);
      const isIdle = socket !== newest && !answering.has(socket) && isOf(client);
      if (isIdle && count > (found?.count ?? 0)) found = { socket, count };
    }
    return found?.socket;
  }

  function close(socket: Duplex): void {
    forget(socket);
    socket.destroy();
  }

  return {
    open,
    admit({ socket }, response, client) {
      const here = answering.get(socket) ?? { client, responses: new Set<ServerResponse>() };
      const { responses } = here;
      if (closing || full.has(socket)) return false;
      if (responses.size >= atOnce) {
        full.add(socket);
        socket.pause();
        // Node reads on by itself whenever a request on the connection has ended.
        socket.resume = () => socket;
        return false;
      }
      if (responses.size === 0) {
        if (busy.of(client) >= connectionsOfClient) return 'busy';
        busy.add(client, 1);
        answering.set(socket, here);
      }
      responses.add(response);
      response.once('close', () => {
        responses.delete(response);
        if (responses.size > 0) return;
        answering.delete(socket);
        busy.add(here.client, -1);
        const owner = open.get(socket);
        // A Map keeps the order of insertion: what has just become idle moves to the end.
        if (owner !== undefined && open.delete(socket)) open.set(socket, owner);
        if (closing || full.has(socket)) endAndClose(socket, lingering);
      });
      return true;
    },
    isAnswering: (socket) => answering.has(socket),
    closeAll() {
      closing = true;
      for (const socket of open.keys()) if (!answering.has(socket)) endAndClose(socket, lingering);
      for (const { responses } of answering.values())
        for (const response of responses) response.shouldKeepAlive = false;
    },
  };
}

/** How many there are of each, of which there are some. */
function createCounts() {
  const counts = new Map<string, number>();
  const of = (name: string) => counts.get(name) ?? 0;
  return {
    of,
    /** Answers how many there are then. */
    add(name: string, more: number): number {
      const now = of(name) + more;
      if (now > 0) counts.set(name, now);
      else counts.delete(name);
      return now;
    },
  };
}

/**
 * Ends a connection, also where the other side never ends its own. Not at once: one that is closed before all that was sent
 * on it has been read takes the last answer back.
 */
export function endAndClose(socket: Duplex, lingering: number): void {
  socket.end();
  const timer = setTimeout(() => socket.destroy(), lingering);
  socket.once('close', () => clearTimeout(timer));
}
