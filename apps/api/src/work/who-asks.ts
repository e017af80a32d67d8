import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { ClientAddress } from '../client-address.ts';

/** Who asks, among whom turns go round, and whether they are still there. */
export type WhoAsks = (c: Context) => {
  client: string;
  /** Tells when they have gone. */
  readonly signal: AbortSignal;
  hasLeft(): boolean;
};

/** Clients as their addresses name them. */
export function createWhoAsks(clientAddress: ClientAddress): WhoAsks {
  return (c) => {
    const { incoming, outgoing } = (c.env ?? {}) as Partial<HttpBindings>;
    const client = clientAddress(incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'));
    return {
      client,
      // Made when it is asked for: most requests need none.
      get signal() {
        return c.req.raw.signal;
      },
      hasLeft: () => outgoing?.destroyed ?? false,
    };
  };
}
