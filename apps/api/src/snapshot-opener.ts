import type { Store } from '@article21/store';
import type { Context } from 'hono';
import { createShares } from './shares.ts';
import { MOST_OPEN, type Snapshots } from './snapshots.ts';
import { createAdmission } from './work/admission.ts';
import { costOfOpening } from './work/cost.ts';
import { Busy } from './work/refused.ts';
import type { RequesterOf } from './work/requester.ts';
import type { Scheduler } from './work/scheduler.ts';

/** Opens snapshots for requests. */
export interface SnapshotOpener {
  /** For one request: opening waits for its client's turn, and is skipped when the client has disconnected. */
  for(c: Context): Pick<Snapshots, 'current' | 'use'>;
}

/** How many snapshots are opened at a time, on the answering thread. */
const AT_ONCE = 1;
/** About how long work on an old snapshot waits and runs. */
const FULL_SECONDS = 3;

interface Parts {
  snapshots: Pick<Snapshots, 'current' | 'use' | 'isServed'>;
  requesterOf: RequesterOf;
  scheduler: Scheduler;
  /** A monotonic clock in milliseconds. */
  now(): number;
}

/**
 * Lets requests open snapshots: each is opened once for all who wait for it, in turns that are fair to each client, and
 * no client has more than its share of the places. One that is not there is refused before that, and takes no place of another.
 */
export function createSnapshotOpener(
  store: Pick<Store, 'manifest'>,
  { snapshots, requesterOf, scheduler, now }: Parts,
): SnapshotOpener {
  const admission = createAdmission({ atOnce: AT_ONCE, now });
  const shares = createShares(MOST_OPEN);
  /** Per snapshot, because a snapshot never changes: repeated requests must not read it again. */
  const costs = new Map<string, number>();
  const costOf = async (id: string) => {
    const cost = costs.get(id) ?? costOfOpening(await store.manifest(id));
    costs.set(id, cost);
    return cost;
  };
  return {
    for: (c) => ({
      current: () => scheduler.wait(c, snapshots.current()),
      async use(id, work) {
        // The current snapshot counts against no client.
        if (snapshots.isServed(id)) return snapshots.use(id, work);
        const { client, signal } = requesterOf(c);
        const giveBack = shares.take(client, id);
        if (!giveBack) throw new Busy(FULL_SECONDS);
        try {
          return await snapshots.use(id, work, async (open) => {
            const cost = await costOf(id);
            await scheduler.wait(c, admission.admit({ client, signal, key: id, cost }, open));
          });
        } finally {
          giveBack();
        }
      },
    }),
  };
}
