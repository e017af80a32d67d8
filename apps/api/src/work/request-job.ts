import type { Context } from 'hono';
import { LRUCache } from 'lru-cache';
import type { JobRequest, JobResult } from '../jobs/index.ts';
import { createAdmission } from './admission.ts';
import type { RequesterOf } from './requester.ts';
import type { Scheduler } from './scheduler.ts';
import { snapshotsOf, type Threads } from './threads.ts';

/** Has a job done by a worker thread for a request; throws a `HttpProblem` where the queue is full or the client has left. */
export type RequestJob = (c: Context, work: RequestedJob) => Promise<JobResult>;

interface RequestedJob extends Omit<JobRequest, 'index'> {
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
  scheduler: Scheduler;
  /** Milliseconds, of a clock that is never set back. */
  now(): number;
  /** What it costs a thread to open a snapshot that a job names. */
  costToOpen(id: string): number;
}

/** The only way to the worker threads, which do all that takes a processor for more than a moment. */
export function createRequestJob({ threads, requesterOf, scheduler, now, costToOpen }: Parts): RequestJob {
  const admission = createAdmission({ atOnce: threads.atOnce, now });
  const indexes = new LRUCache<string, Buffer>({ max: MOST_INDEXES });

  function admit(c: Context, key: string, cost: number, request: JobRequest): Promise<JobResult> {
    const opening = [...new Set(snapshotsOf(request.job))].reduce((all, id) => all + costToOpen(id), 0);
    const { client, signal } = requesterOf(c);
    return admission.admit({ client, signal, key, cost: cost + opening }, () => threads.runJob(request));
  }

  /** Made once for all threads, at the cost of the client that searches first: several would make it at the same time otherwise. */
  async function indexOf(c: Context, { snapshot, cost }: { snapshot: string; cost: number }) {
    const kept = indexes.get(snapshot);
    if (kept) return { snapshot, bytes: kept };
    const job = { kind: 'searchIndex', input: { snapshot } } as const;
    const request = { job, encoding: 'identity', effort: 'usual' } as const;
    const { plain } = await admit(c, `index of words\n${snapshot}`, cost, request);
    indexes.set(snapshot, plain);
    return { snapshot, bytes: plain };
  }

  async function make(c: Context, { key, cost, searches, ...request }: RequestedJob): Promise<JobResult> {
    const index = searches && (await indexOf(c, searches));
    return admit(c, key, cost, { ...request, ...(index && { index }) });
  }
  return (c, work) => scheduler.wait(c, make(c, work));
}

/** Of snapshots that are searched; one of 20,000 records takes some 20 MB. */
const MOST_INDEXES = 2;
