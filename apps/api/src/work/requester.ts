import { endpoints } from '@article21/contract';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { ClientAddress } from '../client-address.ts';

/** The client of a request: a name under which it gets its share of turns, and whether it is still connected. */
export type RequesterOf = (c: Context) => {
  client: string;
  /** Aborted when the client disconnects. */
  readonly signal: AbortSignal;
  hasLeft(): boolean;
};

/**
 * Health checks of a proxy. They come from the address of its clients' requests and get a share of their own; otherwise a
 * client that sends many requests through the proxy delays them, and the proxy takes the server for dead.
 */
const watching: readonly string[] = [endpoints.health.path, endpoints.ready.path];

/** Clients are told apart by their addresses. */
export function createRequesterOf(clientAddress: ClientAddress): RequesterOf {
  return (c) => {
    const { incoming, outgoing } = (c.env ?? {}) as Partial<HttpBindings>;
    const address = clientAddress(incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'));
    return {
      client: watching.includes(c.req.path) ? `${address} ${c.req.path}` : address,
      // A getter, because most requests need no signal.
      get signal() {
        return c.req.raw.signal;
      },
      hasLeft: () => outgoing?.destroyed ?? false,
    };
  };
}
