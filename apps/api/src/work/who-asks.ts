import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { ClientAddress } from '../client-address.ts';

/** Among whom the turn goes round for a request, and what tells when its client has gone. */
export type WhoAsks = (c: Context) => { client: string; signal: AbortSignal };

/** Clients as their addresses name them. */
export function createWhoAsks(clientAddress: ClientAddress): WhoAsks {
  return (c) => {
    const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
    const client = clientAddress(incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'));
    return { client, signal: c.req.raw.signal };
  };
}
