import type { Store } from '@article21/store';
import type { Context } from 'hono';
import type { Snapshots } from './snapshots.ts';
import { createAdmission } from './work/admission.ts';
import { costOfOpening } from './work/cost.ts';
import type { WhoAsks } from './work/who-asks.ts';

/** The snapshots as requests have them. */
export interface AskedSnapshots extends Pick<Snapshots, 'current'> {
  /** For one request: what it opens waits for its turn among its client's, and is not opened when the client has gone. */
  for(c: Context): Pick<Snapshots, 'use'>;
}

/** How many are opened at a time, on the thread that answers. */
const AT_ONCE = 1;

/**
 * Lets requests open snapshots: each is opened once for all who wait for it, in turns that are fair to each client. One
 * that is not there is refused before that, and takes no place of another.
 */
export function createAskedSnapshots(
  store: Pick<Store, 'manifest'>,
  { snapshots, whoAsks }: { snapshots: Pick<Snapshots, 'current' | 'use'>; whoAsks: WhoAsks },
): AskedSnapshots {
  const admission = createAdmission({ atOnce: AT_ONCE });
  /** Of each that was asked for: a snapshot never changes, and who asks again and again must not have it read again. */
  const costs = new Map<string, number>();
  const costOf = async (id: string) => {
    const cost = costs.get(id) ?? costOfOpening(await store.manifest(id));
    costs.set(id, cost);
    return cost;
  };
  return {
    current: snapshots.current,
    for: (c) => ({
      use: (id, work) =>
        snapshots.use(id, work, async (open) => {
          const cost = await costOf(id);
          await admission.admit({ ...whoAsks(c), key: id, cost }, open);
        }),
    }),
  };
}
