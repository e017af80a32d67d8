import type { Context } from 'hono';
import type { Made, Ordered } from '../jobs/index.ts';
import { createAdmission } from './admission.ts';
import { snapshotsOf, type Threads } from './threads.ts';
import type { Turns } from './turns.ts';
import type { WhoAsks } from './who-asks.ts';

/** Does heavy work for a request when its turn comes; throws a `HttpProblem` where there is no room or nobody waits for it. */
export type Heavy = (c: Context, work: HeavyWork) => Promise<Made>;

interface HeavyWork extends Ordered {
  /** All that the result depends on. */
  key: string;
  /** Milliseconds of a processor, estimated, where its snapshots are open. */
  cost: number;
}

interface Parts {
  threads: Threads;
  whoAsks: WhoAsks;
  turns: Turns;
  /** Milliseconds, of a clock that is never set back. */
  now(): number;
  /** What it costs a thread to open a snapshot that a job names. */
  costToOpen(id: string): number;
}

/** The one way in to all that takes a processor for more than a moment, whatever it is for. */
export function createHeavy({ threads, whoAsks, turns, now, costToOpen }: Parts): Heavy {
  const admission = createAdmission({ atOnce: threads.atOnce, now });
  return (c, { key, cost, ...ordered }) => {
    const opening = [...new Set(snapshotsOf(ordered.job))].reduce((all, id) => all + costToOpen(id), 0);
    const { client, signal } = whoAsks(c);
    const asked = { client, signal, key, cost: cost + opening };
    return turns.after(
      c,
      admission.admit(asked, () => threads.perform(ordered)),
    );
  };
}
