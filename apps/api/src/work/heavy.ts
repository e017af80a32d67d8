import type { Context } from 'hono';
import { LRUCache } from 'lru-cache';
import type { JobResult, Ordered } from '../jobs/index.ts';
import { createAdmission } from './admission.ts';
import type { RequesterOf } from './requester.ts';
import { snapshotsOf, type Threads } from './threads.ts';
import type { Turns } from './turns.ts';

/** Does heavy work for a request when its turn comes; throws a `HttpProblem` where there is no room or nobody waits for it. */
export type Heavy = (c: Context, work: HeavyWork) => Promise<JobResult>;

interface HeavyWork extends Omit<Ordered, 'index'> {
  /** All that the result depends on. */
  key: string;
  /** Milliseconds of a processor, estimated, where its snapshots are open. */
  cost: number;
  /** The snapshot that is searched, and what it costs to make the index of its words. */
  searches?: { snapshot: string; cost: number } | undefined;
}

interface Parts {
  threads: Threads;
  requesterOf: RequesterOf;
  turns: Turns;
  /** Milliseconds, of a clock that is never set back. */
  now(): number;
  /** What it costs a thread to open a snapshot that a job names. */
  costToOpen(id: string): number;
}

/** The one way in to all that takes a processor for more than a moment, whatever it is for. */
export function createHeavy({ threads, requesterOf, turns, now, costToOpen }: Parts): Heavy {
  const admission = createAdmission({ atOnce: threads.atOnce, now });
  const indexes = new LRUCache<string, Buffer>({ max: MOST_INDEXES });

  function admit(c: Context, key: string, cost: number, ordered: Ordered): Promise<JobResult> {
    const opening = [...new Set(snapshotsOf(ordered.job))].reduce((all, id) => all + costToOpen(id), 0);
    const { client, signal } = requesterOf(c);
    return admission.admit({ client, signal, key, cost: cost + opening }, () => threads.perform(ordered));
  }

  /** Made once for all threads, at the cost of whoever searches first: several would make it at the same time else. */
  async function indexOf(c: Context, { snapshot, cost }: { snapshot: string; cost: number }) {
    const kept = indexes.get(snapshot);
    if (kept) return { snapshot, bytes: kept };
    const job = { kind: 'searchIndex', input: { snapshot } } as const;
    const ordered = { job, encoding: 'identity', effort: 'usual' } as const;
    const { plain } = await admit(c, `index of words\n${snapshot}`, cost, ordered);
    indexes.set(snapshot, plain);
    return { snapshot, bytes: plain };
  }

  async function make(c: Context, { key, cost, searches, ...ordered }: HeavyWork): Promise<JobResult> {
    const index = searches && (await indexOf(c, searches));
    return admit(c, key, cost, { ...ordered, ...(index && { index }) });
  }
  return (c, work) => turns.after(c, make(c, work));
}

/** Of snapshots that are searched; one of 20,000 records takes some 20 MB. */
const MOST_INDEXES = 2;
