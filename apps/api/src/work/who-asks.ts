import { endpoints } from '@article21/contract';
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

/**
 * What a proxy or a machine asks for to know whether it still serves. It comes from an address that others may ask from, too,
 * and has a share of its own: else whoever asks for much by that proxy has the server taken for dead.
 */
const watching: readonly string[] = [endpoints.health.path, endpoints.ready.path];

/** Clients as their addresses name them. */
export function createWhoAsks(clientAddress: ClientAddress): WhoAsks {
  return (c) => {
    const { incoming, outgoing } = (c.env ?? {}) as Partial<HttpBindings>;
    const address = clientAddress(incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'));
    return {
      client: watching.includes(c.req.path) ? `${address} ${c.req.path}` : address,
      // Made when it is asked for: most requests need none.
      get signal() {
        return c.req.raw.signal;
      },
      hasLeft: () => outgoing?.destroyed ?? false,
    };
  };
}
