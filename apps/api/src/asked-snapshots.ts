import type { Store } from '@article21/store';
import type { Context } from 'hono';
import { createShares } from './shares.ts';
import { MOST_OPEN, type Snapshots } from './snapshots.ts';
import { createAdmission } from './work/admission.ts';
import { costOfOpening } from './work/cost.ts';
import { Busy } from './work/refused.ts';
import type { Turns } from './work/turns.ts';
import type { WhoAsks } from './work/who-asks.ts';

/** The snapshots as requests have them. */
export interface AskedSnapshots {
  /** For one request: what it opens waits for its turn among its client's, and is not opened when the client has gone. */
  for(c: Context): Pick<Snapshots, 'current' | 'use'>;
}

/** How many are opened at a time, on the thread that answers. */
const AT_ONCE = 1;
/** So long, about, does what is computed of an old snapshot wait and take. */
const FULL_SECONDS = 3;

interface Parts {
  snapshots: Pick<Snapshots, 'current' | 'use' | 'isServed'>;
  whoAsks: WhoAsks;
  turns: Turns;
  /** Milliseconds, of a clock that is never set back. */
  now(): number;
}

/**
 * Lets requests open snapshots: each is opened once for all who wait for it, in turns that are fair to each client, and
 * no client has more than its share of the places. One that is not there is refused before that, and takes no place of another.
 */
export function createAskedSnapshots(
  store: Pick<Store, 'manifest'>,
  { snapshots, whoAsks, turns, now }: Parts,
): AskedSnapshots {
  const admission = createAdmission({ atOnce: AT_ONCE, now });
  const shares = createShares(MOST_OPEN);
  /** Of each that was asked for: a snapshot never changes, and who asks again and again must not have it read again. */
  const costs = new Map<string, number>();
  const costOf = async (id: string) => {
    const cost = costs.get(id) ?? costOfOpening(await store.manifest(id));
    costs.set(id, cost);
    return cost;
  };
  return {
    for: (c) => ({
      current: () => turns.after(c, snapshots.current()),
      async use(id, work) {
        // The one that is served is everybody's.
        if (snapshots.isServed(id)) return snapshots.use(id, work);
        const { client, signal } = whoAsks(c);
        const giveBack = shares.take(client, id);
        if (!giveBack) throw new Busy(FULL_SECONDS);
        try {
          return await snapshots.use(id, work, async (open) => {
            const cost = await costOf(id);
            await turns.after(c, admission.admit({ client, signal, key: id, cost }, open));
          });
        } finally {
          giveBack();
        }
      },
    }),
  };
}
