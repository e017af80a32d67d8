import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { HttpProblem } from '@article21/answers';
import type { ProblemKind } from '@article21/contract';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { App } from './app.ts';
import { createClientAddress } from './client-address.ts';
import { type Connections, createConnections, endAndClose, type Limits, usualLimits } from './connections.ts';
import { spreadRequests } from './spread-requests.ts';
import { createUnsent } from './unsent.ts';
import { Busy } from './work/refused.ts';

/** Hooks for metrics. */
export interface Watch {
  follow(request: IncomingMessage, response: ServerResponse): void;
}

type ServedApp = Pick<App, 'hono' | 'problems'> &
  Partial<Pick<App, 'clientAddress' | 'skipTurn' | 'responseCache'>>;

export interface HttpServer {
  server: Server;
  /** Accepts no new connections, and resolves once all requests in progress are answered. */
  stop(patience?: StopPatience): Promise<void>;
}

/** In milliseconds, from the call of `stop`. */
interface StopPatience {
  /** When requests still in progress are answered with 503. */
  answer: number;
  /** When connections that have not read their response are closed. */
  take: number;
}

/** Two more seconds are left for threads that are at work, on a busy machine too. */
const STOP_PATIENCE: StopPatience = { answer: 2_000, take: 2_500 };

/**
 * Serves the application. What is no HTTP, and so never reaches a route, is refused by it all the same. No connection
 * costs more than the limits say, whatever is sent on it and however slowly.
 */
export function createHttpServer(
  { hono, problems, responseCache, skipTurn = () => {}, clientAddress = createClientAddress([]) }: ServedApp,
  limits: Limits = usualLimits(),
  watch: Watch | null = null,
): HttpServer {
  const { idleTimeout, lingerTimeout, unsent: mostUnsent } = limits;
  const { headersTimeout, requestTimeout, connectionsCheckingInterval, keepAliveTimeout } = limits;
  const timeouts = { headersTimeout, requestTimeout, connectionsCheckingInterval, keepAliveTimeout };
  const stopping = createInterruption(() =>
    problems.refused(new HttpProblem('unavailable', 'the server is being restarted; ask again in a moment')),
  );
  const malformed = (detail: string) => problems.refused(new HttpProblem('malformed-request', detail));
  const listener = getRequestListener(
    async (request, env) =>
      hasTwoHosts(env.incoming as IncomingMessage)
        ? malformed('there is more than one Host header')
        : stopping.unless(async () => hono.fetch(request, env)),
    {
      errorHandler: (error) =>
        error instanceof RequestError
          ? malformed('the address or the Host header is none')
          : problems.failed(error),
    },
  );
  // Node would refuse requests without a Host with an empty body; the application explains it.
  const server = createServer({ requireHostHeader: false, ...timeouts });
  server.timeout = idleTimeout;
  const connections = createConnections(server, limits, clientAddress);
  spreadRequests(server, connections, { isProxy: clientAddress.isProxy, accepted: skipTurn });
  const unsent = createUnsent(mostUnsent);
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { socket, headers } = request;
    const client = clientAddress(socket.remoteAddress, headers['x-forwarded-for']?.toString());
    const admitted = connections.admit(request, response, client);
    if (!admitted) return;
    watch?.follow(request, response);
    if (admitted === 'busy') {
      void refuse(response, problems.failed(new Busy(1)));
      return;
    }
    const hit = () => unsent.followWritten(response, socket, client);
    const miss = () => {
      unsent.follow(response, socket, client);
      void listener(request, response);
    };
    if (responseCache) responseCache.answer(request, response, { client, hit, miss });
    else miss();
  };
  server.on('request', answer);
  // An unknown Expect header is ignored.
  server.on('checkExpectation', answer);
  refuseInvalidHttp(server, { connections, lingerTimeout, refuse: problems.refused });
  return {
    server,
    stop: (patience = STOP_PATIENCE) => stop(server, patience, connections, stopping.interrupt),
  };
}

/** Refuses without running the application, because refused clients retry at once. The connection is a proxy's and stays open. */
async function refuse(response: ServerResponse, refusal: Response): Promise<void> {
  const body = await refusal.text();
  response.writeHead(refusal.status, [...refusal.headers.entries()].flat()).end(body);
}

/** Of repeated headers Node passes on the first; a proxy may have decided by the second. */
function hasTwoHosts({ rawHeaders }: IncomingMessage): boolean {
  return rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length > 1;
}

interface Refusing {
  connections: Connections;
  lingerTimeout: number;
  refuse(refusal: HttpProblem): Response;
}

/** Answers a request that cannot be parsed or timed out, and closes the connection. */
function refuseInvalidHttp(server: Server, { connections, lingerTimeout, refuse }: Refusing): void {
  const refused = new WeakSet<Duplex>();
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // What follows on a refused connection is not HTTP either.
    if (refused.has(socket)) return;
    refused.add(socket);
    // The client has disconnected, or a response is already being written.
    if (error.code === 'ECONNRESET' || !socket.writable || connections.isAnswering(socket)) {
      socket.destroy();
      return;
    }
    void writeOut(refuse(refusalOf(error.code)), socket).then(() => endAndClose(socket, lingerTimeout));
  });
}

const kinds: Readonly<Record<string, readonly [kind: ProblemKind, detail: string]>> = {
  HPE_HEADER_OVERFLOW: ['headers-too-long', 'the address and the headers have at most 16 KB together'],
  ERR_HTTP_REQUEST_TIMEOUT: ['too-slow', 'the request did not arrive in time'],
};

function refusalOf(code: string | undefined): HttpProblem {
  const [kind, detail] = kinds[code ?? ''] ?? ['malformed-request', 'what was sent is not HTTP'];
  return new HttpProblem(kind, detail);
}

/** Writes a raw response: for a request that it could not parse Node creates no response object. */
async function writeOut(response: Response, socket: Duplex): Promise<void> {
  const body = await response.text();
  const headers = [...response.headers, ['Content-Length', Buffer.byteLength(body)], ['Connection', 'close']];
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.write(`HTTP/1.1 ${response.status} ${STATUS_CODES[response.status]}\r\n${lines}\r\n${body}`);
}

async function stop(
  server: Server,
  { answer, take }: StopPatience,
  connections: Connections,
  interrupt: () => void,
): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  connections.closeAll();
  const timers = [setTimeout(interrupt, answer), setTimeout(() => server.closeAllConnections(), take)];
  await closed;
  for (const timer of timers) clearTimeout(timer);
}

/** Work that can be interrupted all at once; `instead` then makes the responses. */
function createInterruption(instead: () => Response) {
  const under = new Set<() => void>();
  return {
    /** The result of the work, unless it is interrupted before. */
    unless: (work: () => Promise<Response>) =>
      new Promise<Response>((resolve, reject) => {
        const give = () => resolve(instead());
        under.add(give);
        work()
          .then(resolve, reject)
          .finally(() => under.delete(give));
      }),
    interrupt: () => {
      for (const give of under) give();
    },
  };
}
