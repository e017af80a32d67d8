import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { ClientAddress } from '../client-address.ts';
import type { Made, Ordered } from '../jobs/index.ts';
import { createAdmission } from './admission.ts';
import type { Threads } from './threads.ts';

/** Does heavy work for a request when its turn comes; throws a `Refusal` where there is no room or nobody waits for it. */
export type Heavy = (c: Context, work: HeavyWork) => Promise<Made>;

interface HeavyWork extends Ordered {
  /** All that the result depends on. */
  key: string;
  /** Milliseconds of a processor, estimated. */
  cost: number;
}

/** The one way in to all that takes a processor for more than a moment, whatever it is for. */
export function createHeavy(threads: Threads, clientAddress: ClientAddress): Heavy {
  const admission = createAdmission({ atOnce: threads.atOnce });
  return (c, { key, cost, ...ordered }) => {
    const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
    const client = clientAddress(incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'));
    const asked = { key, client, cost, signal: c.req.raw.signal };
    return admission.admit(asked, () => threads.perform(ordered));
  };
}
