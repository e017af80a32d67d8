import { HttpProblem, type LoadedSnapshot as Loaded, loadSnapshot } from '@article21/answers';
import {
  isDatabaseUnavailable,
  isSnapshotDamaged,
  isSnapshotMissing,
  isSnapshotRetracted,
  type Snapshot,
  type Store,
} from '@article21/store';
import { createResourcePool, type Order } from './resource-pool.ts';
import { createRetracted } from './retracted.ts';
import { costOfOpening } from './work/cost.ts';
import { Busy } from './work/refused.ts';

/** An open snapshot of the served store, loaded for queries. */
export interface LoadedSnapshot extends Loaded {
  snapshot: Snapshot;
}

/** Opens the snapshots of a store on demand and keeps the most used ones open. */
export interface Snapshots {
  /** The id of the current snapshot. Throws a `HttpProblem` when there is none. */
  current(): Promise<string>;
  standing(): Standing;
  /** Reads the current id and the retractions now, instead of when the cached ones expire. */
  renew(): Promise<void>;
  /**
   * Does something with an open snapshot, which stays open until it is done. One that is not open is opened when `order`
   * says so; the one that is served, which everybody needs, and where there is no `order`: at once.
   */
  use<T>(id: string, work: (loaded: LoadedSnapshot) => Promise<T>, order?: Order): Promise<T>;
  /** The estimated milliseconds a worker thread needs to open a snapshot that is open here; 0 when every thread has it open. */
  costToOpen(id: string): number;
  /** Whether this is the current snapshot, as far as is known. */
  isServed(id: string): boolean;
  /** Waits for work in progress, then closes all. */
  close(): Promise<void>;
}

interface Standing {
  /** Changes whenever another snapshot becomes current, also on a rollback; null before the first. */
  served: number | null;
  /** Whether the current id was read recently enough. */
  isFresh: boolean;
  /** Changes whenever a snapshot is retracted. */
  retracted: number;
  /** Whether the retractions were read recently enough. */
  knowsRetracted: boolean;
}

export interface SnapshotsOptions {
  /** A monotonic clock in milliseconds. */
  now(): number;
  /** How many stay open when unused. */
  open?: number;
  /** The most that may be open, being opened or in use, besides the current one. */
  most?: number;
  /** How long the current id, or a failure to read it, is cached, in milliseconds. */
  believe?: number;
  /** How many cells of a snapshot are looked at to say how large an answer is; all, unless given. */
  mostToCount?: number | undefined;
}

/** One of 100,000 records takes some 25 MB. */
export const MOST_OPEN = 8;
/** About how long work on an old snapshot waits and runs. */
const FULL_SECONDS = 3;

/** Opens snapshots of a store. A publication or a rollback takes effect within `believe` milliseconds. */
export function createSnapshots(
  store: Pick<Store, 'current' | 'open' | 'problems' | 'retractions'>,
  { now, open = 4, most = MOST_OPEN, believe = 200, mostToCount }: SnapshotsOptions,
): Snapshots {
  let known: { id: string; at: number } | null = null;
  /** Whether or not it is still known, a request for it gets the reason. */
  let last: string | null = null;
  let failed: { error: unknown; at: number } | null = null;
  let asking: Promise<string> | null = null;
  let changes = 0;

  async function ask(): Promise<string> {
    try {
      const id = await statedCurrent(store);
      if (known?.id !== (id ?? undefined)) changes += 1;
      known = id === null ? null : { id, at: now() };
      if (id === null) throw await whyNoSnapshot();
      last = id;
      failed = null;
      return id;
    } catch (error) {
      failed = { error, at: now() };
      throw error;
    }
  }

  /** A follower also removes the current snapshot when its publisher retracts it, before another one exists. */
  async function whyNoSnapshot(): Promise<unknown> {
    if (last === null) return new HttpProblem('unavailable', 'nothing has been published yet');
    await retracted.renew();
    return retracted.refuse(last, 'nothing').then(
      () => new HttpProblem('unavailable', 'nothing is served any more'),
      (refusal: unknown) => refusal,
    );
  }

  const isFresh = () => known !== null && now() - known.at < believe;

  async function current(): Promise<string> {
    return known && isFresh() ? known.id : look();
  }

  async function look(): Promise<string> {
    // All waiting requests share one read, and share its failure.
    if (failed && now() - failed.at < believe) throw failed.error;
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  }

  // A client that requests many old snapshots must not delay requests for the current one.
  const isServed = (id: string) => id === known?.id;
  const retracted = createRetracted(store, { now, believe, forget: (ids) => pool.drop(ids) });
  const pool = createResourcePool<LoadedSnapshot>({
    open: (id) => load(store, id, mostToCount),
    close: ({ snapshot }) => snapshot.close(),
    size: open,
    most,
    keeps: isServed,
    refuse: (id) => retracted.refuse(id, known?.id ?? (last === null ? null : 'nothing')),
    // A later read of the same files may succeed, so the snapshot stays open.
    forgives: (error) => error instanceof HttpProblem || isDatabaseUnavailable(error),
    full: () => new Busy(FULL_SECONDS),
  });
  return {
    current,
    standing: () => ({
      served: known && changes,
      isFresh: isFresh(),
      retracted: retracted.changes(),
      knowsRetracted: retracted.isFresh(),
    }),
    async renew() {
      await Promise.all([look(), retracted.renew()]);
    },
    use: (id, work, order) =>
      pool.use(id, work, isServed(id) ? undefined : order).catch((error: unknown) => {
        throw refusalOf(id, error);
      }),
    isServed,
    costToOpen(id) {
      const loaded = pool.peek(id);
      return loaded && !isServed(id) ? costOfOpening(loaded.snapshot.manifest) : 0;
    },
    close: () => pool.close(),
  };
}

/** Throws a `HttpProblem` that names the file where one is damaged. */
function statedCurrent(store: Pick<Store, 'current' | 'problems'>): Promise<string | null> {
  return store.current().catch(async (cause: unknown) => {
    const [damage] = await store.problems();
    const why = damage?.message ?? 'it cannot be asked';
    throw new HttpProblem('unavailable', `it cannot be read which snapshot is served: ${why}`, [], cause);
  });
}

async function load(
  store: Pick<Store, 'open'>,
  id: string,
  mostToCount: number | undefined,
): Promise<LoadedSnapshot> {
  const snapshot = await store.open(id);
  return { ...(await loadSnapshot(snapshot, mostToCount)), snapshot };
}

function refusalOf(id: string, error: unknown): unknown {
  if (isSnapshotMissing(error)) return new HttpProblem('not-found', `there is no snapshot ${id}`);
  // It was retracted a moment ago: the next request gets the reason.
  if (isSnapshotRetracted(error)) return new HttpProblem('retracted', error.message);
  if (isSnapshotDamaged(error))
    return new HttpProblem('unavailable', `the files of snapshot ${id} are damaged`, [], error);
  if (isDatabaseUnavailable(error))
    return new HttpProblem(
      'unavailable',
      `the records of snapshot ${id} cannot be read: ${DATABASE_UNAVAILABLE}`,
      [],
      error,
    );
  return error;
}

const DATABASE_UNAVAILABLE = 'the database, or a part of it, does not answer at the moment';
