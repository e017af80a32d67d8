import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { Refusal } from '@article21/answers';
import type { ProblemKind } from '@article21/contract';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { App } from './app.ts';

/**
 * In milliseconds: longer than the minute for which proxies keep a connection that is not used. One that is closed just
 * when the next request is sent on it loses that request.
 */
const KEPT_OPEN = 75_000;

/** Serves the application. What is no HTTP, and so never reaches a route, is refused by it all the same. */
export function createHttpServer({ hono, problems }: App): Server {
  const listener = getRequestListener(hono.fetch, {
    errorHandler: (error) =>
      error instanceof RequestError
        ? problems.refused(new Refusal('malformed-request', 'the address or the Host header is none'))
        : problems.failed(error),
  });
  // Requests without a Host are let through to be refused in words.
  const server = createServer({ requireHostHeader: false, keepAliveTimeout: KEPT_OPEN }, listener);
  // A request that expects what nobody promises is answered as if it did not.
  server.on('checkExpectation', listener);
  const answering = new Set<Duplex>();
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    answering.add(socket);
    response.once('close', () => answering.delete(socket));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Whoever is gone hears nothing; and nothing may be written into the middle of an answer.
    if (error.code === 'ECONNRESET' || !socket.writable || answering.has(socket)) socket.destroy(error);
    else void writeOut(problems.refused(refusalOf(error.code)), socket);
  });
  return server;
}

const kinds: Readonly<Record<string, readonly [kind: ProblemKind, detail: string]>> = {
  HPE_HEADER_OVERFLOW: ['headers-too-long', 'the address and the headers have at most 16 KB together'],
  ERR_HTTP_REQUEST_TIMEOUT: ['too-slow', 'the request did not arrive in time'],
};

function refusalOf(code: string | undefined): Refusal {
  const [kind, detail] = kinds[code ?? ''] ?? ['malformed-request', 'what was sent is not HTTP'];
  return new Refusal(kind, detail);
}

/** Writes an answer by hand: Node has none to write into for what it could not read. */
async function writeOut(response: Response, socket: Duplex): Promise<void> {
  const body = await response.text();
  const headers = [...response.headers, ['Content-Length', Buffer.byteLength(body)], ['Connection', 'close']];
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${response.status} ${STATUS_CODES[response.status]}\r\n${lines}\r\n${body}`);
}
