import { type LoadedSnapshot as Asked, HttpProblem, loadSnapshot } from '@article21/answers';
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

/** A snapshot of a store that is being served, ready to be asked. */
export interface LoadedSnapshot extends Asked {
  snapshot: Snapshot;
}

/** The snapshots of a store, opened when they are asked for and kept while they are. */
export interface Snapshots {
  /** The id of the one that is served when none is named. Throws a `HttpProblem` when there is none. */
  current(): Promise<string>;
  standing(): Standing;
  /** Looks for what is served and what was retracted, so that both are believed then. */
  renew(): Promise<void>;
  /**
   * Does something with an open snapshot, which stays open until it is done. One that is not open is opened when `order`
   * says so; the one that is served, which everybody needs, and where there is no `order`: at once.
   */
  use<T>(id: string, work: (loaded: LoadedSnapshot) => Promise<T>, order?: Order): Promise<T>;
  /** What it costs a thread to open a snapshot that is in use here, in milliseconds; nothing, where all have it open. */
  costToOpen(id: string): number;
  /** Whether it is the one that is served when none is named, as far as is known. */
  isServed(id: string): boolean;
  /** Waits for what is being done, and closes all. */
  close(): Promise<void>;
}

interface Standing {
  /** Tells one time of being served from another, a return to an earlier snapshot too; null before any was. */
  served: number | null;
  /** Whether it was looked for so lately that it is believed. */
  isFresh: boolean;
  /** Tells one set of what was retracted from another. */
  retracted: number;
  /** Whether that was looked for so lately. */
  knowsRetracted: boolean;
}

export interface SnapshotsOptions {
  /** Milliseconds, of a clock that is never set back. */
  now(): number;
  /** How many stay open. */
  open?: number;
  /** How many there may be, in use and being opened too, beside the one that is served. */
  most?: number;
  /** For how long the answer to what is current, or that it cannot be read, is believed, in milliseconds. */
  believe?: number;
}

/** One of 100,000 records takes some 25 MB. */
export const MOST_OPEN = 8;
/** So long, about, does what is computed of an old snapshot wait and take. */
const FULL_SECONDS = 3;

/** Opens snapshots of a store; a publication or a rollback is seen within `believe` milliseconds. */
export function createSnapshots(
  store: Pick<Store, 'current' | 'open' | 'retractions'>,
  { now, open = 4, most = MOST_OPEN, believe = 200 }: SnapshotsOptions,
): Snapshots {
  let known: { id: string; at: number } | null = null;
  /** Known or known no more: whoever asks is told why it is not served. */
  let last: string | null = null;
  let failed: { error: unknown; at: number } | null = null;
  let asking: Promise<string> | null = null;
  let changes = 0;

  async function ask(): Promise<string> {
    try {
      const id = await store.current().catch((cause: unknown) => {
        throw new HttpProblem('unavailable', 'it cannot be read which snapshot is served', [], cause);
      });
      if (known?.id !== (id ?? undefined)) changes += 1;
      known = id === null ? null : { id, at: now() };
      if (id === null) throw await whyNothing();
      last = id;
      failed = null;
      return id;
    } catch (error) {
      failed = { error, at: now() };
      throw error;
    }
  }

  /** A follower removes what its publisher retracts also where it is served, and nothing else may be there yet. */
  async function whyNothing(): Promise<unknown> {
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
    // Once for all who wait, those whose turn comes a little later too, also for what keeps it from being read.
    if (failed && now() - failed.at < believe) throw failed.error;
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  }

  // Whoever asks for many old snapshots must not make everybody wait for the one that is served.
  const isServed = (id: string) => id === known?.id;
  const retracted = createRetracted(store, { now, believe, forget: (ids) => pool.drop(ids) });
  const pool = createResourcePool<LoadedSnapshot>({
    open: (id) => load(store, id),
    close: ({ snapshot }) => snapshot.close(),
    size: open,
    most,
    keeps: isServed,
    refuse: (id) => retracted.refuse(id, known?.id ?? (last === null ? null : 'nothing')),
    // Another time it answers, from the same place: what is open stays so.
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

async function load(store: Pick<Store, 'open'>, id: string): Promise<LoadedSnapshot> {
  const snapshot = await store.open(id);
  return { ...(await loadSnapshot(snapshot)), snapshot };
}

function refusalOf(id: string, error: unknown): unknown {
  if (isSnapshotMissing(error)) return new HttpProblem('not-found', `there is no snapshot ${id}`);
  // It was retracted a moment ago: whoever asks next is told why.
  if (isSnapshotRetracted(error)) return new HttpProblem('retracted', error.message);
  if (isSnapshotDamaged(error))
    return new HttpProblem('unavailable', `the files of snapshot ${id} are damaged`, [], error);
  if (isDatabaseUnavailable(error))
    return new HttpProblem('unavailable', `the records of snapshot ${id} cannot be read: ${AWAY}`, [], error);
  return error;
}

const AWAY = 'the database, or a part of it, does not answer at the moment';
