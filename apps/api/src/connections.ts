import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ClientAddress } from './client-address.ts';
import type { UnsentLimits } from './unsent.ts';

/** Limits of connections. All times are in milliseconds. */
export interface Limits {
  /** The most connections: another one replaces an idle one, or is closed at once. */
  connections: number;
  /** How many of them one client may have; behind a proxy: on how many of the proxy's connections one client may have a request in progress. */
  connectionsOfClient: number;
  /** How many requests of one connection are answered at a time (HTTP pipelining). */
  maxPipelined: number;
  /** From the beginning of a request, or of a connection: until its headers, and all of it, must have arrived. */
  headersTimeout: number;
  requestTimeout: number;
  /** How often these timeouts are checked. */
  connectionsCheckingInterval: number;
  /** How long an idle connection is kept. */
  keepAliveTimeout: number;
  /** How long a connection may be silent while a request is answered. */
  idleTimeout: number;
  /** How many bytes of responses may wait to be sent. */
  unsent: UnsentLimits;
  /** How long a refused connection has to read the reason. */
  lingerTimeout: number;
}

/** 2,000 readers, and the idle connections of proxies: one that is closed for another may be in use a moment later. */
const MOST_CONNECTIONS = 2_500;
/** Files that the program opens itself: snapshots, libraries, threads. */
const OWN_FILES = 64;

/** The limits of this machine: a connection needs a file descriptor, and some must be left for files. */
export function usualLimits(descriptors = fileDescriptors()): Limits {
  const connections = Math.max(16, Math.min(MOST_CONNECTIONS, descriptors - OWN_FILES));
  return {
    connections,
    connectionsOfClient: Math.floor(connections / 4),
    maxPipelined: 16,
    headersTimeout: 10_000,
    requestTimeout: 15_000,
    connectionsCheckingInterval: 1_000,
    // Longer than the minute for which proxies keep a connection that is not used. One that is closed just when the next
    // request is sent on it loses that request.
    keepAliveTimeout: 75_000,
    idleTimeout: 120_000,
    // A gigabyte of answers would leave no memory to make others. 16 kB a second is a telephone of 2003.
    unsent: { client: 64 * 2 ** 20, all: 512 * 2 ** 20, rate: 16_000, patience: 60_000 },
    lingerTimeout: 1_000,
  };
}

/** How many files this process may open. */
function fileDescriptors(): number {
  const report = process.report.getReport() as { userLimits?: { open_files?: { soft: number | string } } };
  const limit = Number(report.userLimits?.open_files?.soft ?? Number.POSITIVE_INFINITY);
  return Number.isNaN(limit) ? Number.POSITIVE_INFINITY : limit;
}

/** Tracks the connections of a server and the requests in progress on each. */
export interface Connections {
  /** Open connections and their clients. */
  open: ReadonlyMap<Duplex, string>;
  /**
   * Whether a request of a client is to be answered. One more than `maxPipelined` is not: nothing more is read from its connection,
   * which is closed when those before it have their answers. A client that pipelines asks again for what it got no answer to.
   * `busy` is a client behind a proxy with requests on too many connections.
   */
  admit(request: IncomingMessage, response: ServerResponse, client: string): boolean | 'busy';
  /** Whether a request is in progress on a connection. */
  isAnswering(socket: Duplex): boolean;
  /** Closes idle connections now, and each of the others once its requests are answered. */
  closeAll(): void;
}

type ConnectionLimits = Pick<
  Limits,
  'connections' | 'connectionsOfClient' | 'maxPipelined' | 'lingerTimeout'
>;

/** Starts to track the connections of a server. */
export function createConnections(
  server: Server,
  { connections: maxConnections, connectionsOfClient, maxPipelined, lingerTimeout }: ConnectionLimits,
  clientAddress: ClientAddress,
): Connections {
  /** The client of each connection; the most recently idle last. */
  const open = new Map<Duplex, string>();
  const counts = createCounts();
  const answering = new Map<Duplex, { client: string; responses: Set<ServerResponse> }>();
  /** Per client: on how many connections a request is in progress. */
  const busy = createCounts();
  const overloaded = new WeakSet<Duplex>();
  let closing = false;

  server.on('connection', (socket) => {
    const { remoteAddress } = socket;
    const client = clientAddress(remoteAddress, undefined);
    open.set(socket, client);
    socket.once('close', () => forget(socket));
    if (counts.add(client, 1) > connectionsOfClient && !clientAddress.isProxy(remoteAddress))
      close(longestIdle(socket, (it) => it === client) ?? socket);
    else if (open.size > maxConnections) close(longestIdle(socket) ?? socket);
  });

  function forget(socket: Duplex): void {
    const client = open.get(socket);
    if (client !== undefined && open.delete(socket)) counts.add(client, -1);
  }

  /** The longest idle connection of the client with the most connections; undefined where none is idle. */
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
      const entry = answering.get(socket) ?? { client, responses: new Set<ServerResponse>() };
      const { responses } = entry;
      if (closing || overloaded.has(socket)) return false;
      if (responses.size >= maxPipelined) {
        overloaded.add(socket);
        socket.pause();
        // Node resumes reading whenever a request on the connection ends.
        socket.resume = () => socket;
        return false;
      }
      if (responses.size === 0) {
        if (busy.of(client) >= connectionsOfClient) return 'busy';
        busy.add(client, 1);
        answering.set(socket, entry);
      }
      responses.add(response);
      response.once('close', () => {
        responses.delete(response);
        if (responses.size > 0) return;
        answering.delete(socket);
        busy.add(entry.client, -1);
        const owner = open.get(socket);
        // A Map keeps the order of insertion: what has just become idle moves to the end.
        if (owner !== undefined && open.delete(socket)) open.set(socket, owner);
        if (closing || overloaded.has(socket)) endAndClose(socket, lingerTimeout);
      });
      return true;
    },
    isAnswering: (socket) => answering.has(socket),
    closeAll() {
      closing = true;
      for (const socket of open.keys()) if (!answering.has(socket)) endAndClose(socket, lingerTimeout);
      for (const { responses } of answering.values())
        for (const response of responses) response.shouldKeepAlive = false;
    },
  };
}

/** Counts by key; a key whose count is zero is removed. */
function createCounts() {
  const counts = new Map<string, number>();
  const of = (name: string) => counts.get(name) ?? 0;
  return {
    of,
    /** Returns the new count. */
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
export function endAndClose(socket: Duplex, lingerTimeout: number): void {
  socket.end();
  const timer = setTimeout(() => socket.destroy(), lingerTimeout);
  socket.once('close', () => clearTimeout(timer));
}
