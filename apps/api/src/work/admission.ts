import { createFairQueue, type FairQueue } from './fair-queue.ts';
import { Busy, ClientLeft } from './refused.ts';

/** Lets heavy work in: a little at a time, in a fair order, and no more than can be waited for. */
export interface Admission {
  /**
   * Does the work when its turn comes, once for all who ask for the same `key` meanwhile. Throws a `Busy` where too much is
   * waiting, and a `ClientLeft` as soon as whoever asked has gone; what nobody waits for any more is not begun.
   */
  admit<T>(request: AdmissionRequest, work: () => Promise<T>): Promise<T>;
}

interface AdmissionRequest {
  /** All that the result depends on. */
  key: string;
  /** Who asks: work is shared out among these. */
  client: string;
  /** Milliseconds of a processor, estimated; more than 0. */
  cost: number;
  /** Tells when whoever asked has gone. */
  signal?: AbortSignal | undefined;
}

export interface AdmissionOptions {
  /** How much is done at a time. */
  atOnce: number;
  /** Milliseconds, of a clock that is never set back. */
  now(): number;
  /** What costs more than this many milliseconds leaves one of several places to what costs less. */
  long?: number;
  /** What may wait of one client, and altogether, in milliseconds of a processor. */
  most?: { client: number; all: number };
}

interface Job {
  key: string;
  work(): Promise<unknown>;
  running: boolean;
  waiters: Set<Waiter>;
}

interface Waiter {
  client: string;
  cost: number;
  job: Job;
  readonly sharers: number;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** So that a picture, which costs less, waits for one of these at most, and nobody for more than a few seconds. */
const LONG = 400;
const MOST = { client: 8_000, all: 30_000 };

/** An empty one. Whose turn it is decides `FairQueue`; what is begun is done to its end. */
export function createAdmission({ atOnce, now, long = LONG, most = MOST }: AdmissionOptions): Admission {
  const queue = createFairQueue<Waiter>();
  const jobs = new Map<string, Job>();
  const places = createPlaces(atOnce, long);
  /** In half of the time that what waits will take, there is room again. */
  const busy = () => new Busy(1 + Math.ceil(queue.cost / atOnce / 2 / 1000));

  function leave(waiter: Waiter, why: Error): void {
    const { job } = waiter;
    queue.remove(waiter);
    job.waiters.delete(waiter);
    if (!job.running && job.waiters.size === 0) jobs.delete(job.key);
    waiter.reject(why);
  }

  function startNext(): void {
    for (let next = places.next(queue); next; next = places.next(queue)) void run(next);
  }

  async function run({ job, client, cost }: Waiter): Promise<void> {
    job.running = true;
    // Who else waits for it has it from here, and needs no turn.
    for (const waiter of job.waiters) queue.remove(waiter);
    const over = places.enter(cost);
    const begun = now();
    const settle = await outcomeOf(job);
    over();
    // Estimates are of what is asked, and some will be wrong: a place is shared out by how long it was held.
    queue.charge(client, now() - begun - cost);
    jobs.delete(job.key);
    for (const waiter of job.waiters) settle(waiter);
    startNext();
  }

  return {
    async admit<T>(request: AdmissionRequest, work: () => Promise<T>) {
      const { key, client, signal } = request;
      if (signal?.aborted) throw new ClientLeft();
      // What is estimated to cost more than anybody may have waiting is done all the same, when there is room.
      const cost = Math.min(request.cost, most.client);
      const joined = jobs.get(key);
      const job = joined ?? { key, work, running: false, waiters: new Set<Waiter>() };
      // Who joins others makes no more work of it.
      if (!joined) makeRoom(queue, { client, cost, most }, { putOff: (it) => leave(it, busy()), busy });
      const made = new Promise((resolve, reject) => {
        const waiter = waiterOf({ client, cost, job, resolve, reject });
        signal?.addEventListener('abort', () => leave(waiter, new ClientLeft()), { once: true });
        jobs.set(key, job);
        job.waiters.add(waiter);
        if (!job.running) queue.add(waiter);
        startNext();
      });
      return (await made) as T;
    },
  };
}

function waiterOf(waiter: Omit<Waiter, 'sharers'>): Waiter {
  return {
    ...waiter,
    get sharers() {
      return waiter.job.waiters.size;
    },
  };
}

/** Where work is done: a few places, of which one is not for what is long. */
function createPlaces(all: number, long: number) {
  const forLong = Math.max(1, all - 1);
  const taken = { all: 0, long: 0 };
  return {
    /** Whose turn it is; null where all places that may be taken are. */
    next: (queue: FairQueue<Waiter>) =>
      taken.all >= all ? null : queue.take(({ cost }) => cost <= long || taken.long < forLong),
    /** Takes a place; what it answers gives it back. */
    enter(cost: number): () => void {
      const isLong = cost > long ? 1 : 0;
      taken.all += 1;
      taken.long += isLong;
      return () => {
        taken.all -= 1;
        taken.long -= isLong;
      };
    },
  };
}

/** Makes room for one more by putting off the last of whoever has most waiting. Throws where that would be the newcomer. */
function makeRoom(
  queue: FairQueue<Waiter>,
  {
    client,
    cost,
    most,
  }: Pick<AdmissionRequest, 'client' | 'cost'> & { most: { client: number; all: number } },
  { putOff, busy }: { putOff(waiter: Waiter): void; busy(): Busy },
): void {
  const own = queue.costOf(client) + cost;
  if (own > most.client) throw busy();
  while (queue.cost + cost > most.all) {
    const last = queue.lastOfMost();
    if (!last || queue.costOf(last.client) <= own) throw busy();
    putOff(last);
  }
}

/** Does a job, and passes on what becomes of it. */
function outcomeOf({ work }: Job): Promise<(waiter: Waiter) => void> {
  return work().then(
    (value) => (it) => it.resolve(value),
    (error: unknown) => (it) => it.reject(error),
  );
}
