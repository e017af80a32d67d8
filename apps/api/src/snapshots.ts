import { type Served as Asked, Refusal, serve } from '@article21/answers';
import { isSnapshotDamaged, isSnapshotMissing, type Snapshot, type Store } from '@article21/store';
import { createShelf } from './shelf.ts';

/** A snapshot of a store that is being served, ready to be asked. */
export interface Served extends Asked {
  snapshot: Snapshot;
}

/** The snapshots of a store, opened when they are asked for and kept while they are. */
export interface Snapshots {
  /** The id of the one that is served when none is named. Throws a `Refusal` when there is none. */
  current(): Promise<string>;
  /** Does something with an open snapshot, which stays open until it is done. */
  use<T>(id: string, work: (served: Served) => Promise<T>): Promise<T>;
  /** Waits for what is being done, and closes all. */
  close(): Promise<void>;
}

export interface SnapshotsOptions {
  /** Milliseconds, of a clock that is never set back. */
  now(): number;
  /** How many stay open. */
  open?: number;
  /** For how long the answer to what is current is believed, in milliseconds. */
  believe?: number;
}

/** Opens snapshots of a store; a publication or a rollback is seen within `believe` milliseconds. */
export function createSnapshots(
  store: Pick<Store, 'current' | 'open'>,
  { now, open = 4, believe = 200 }: SnapshotsOptions,
): Snapshots {
  let known: { id: string; at: number } | null = null;
  let asking: Promise<string> | null = null;

  async function ask(): Promise<string> {
    const id = await store.current().catch((cause: unknown) => {
      throw new Refusal('unavailable', 'it cannot be read which snapshot is served', [], cause);
    });
    if (id === null) throw new Refusal('unavailable', 'nothing has been published yet');
    known = { id, at: now() };
    return id;
  }

  async function current(): Promise<string> {
    if (known && now() - known.at < believe) return known.id;
    // Once for all who wait, also for what keeps it from being read.
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  }

  const shelf = createShelf<Served>({
    open: (id) => load(store, id),
    close: ({ snapshot }) => snapshot.close(),
    size: open,
    // Whoever asks for many old snapshots must not make everybody wait for the one that is served.
    keeps: (id) => id === known?.id,
    forgives: (error) => error instanceof Refusal,
  });
  return {
    current,
    use: (id, work) =>
      shelf.use(id, work).catch((error: unknown) => {
        throw refusalOf(id, error);
      }),
    close: () => shelf.close(),
  };
}

async function load(store: Pick<Store, 'open'>, id: string): Promise<Served> {
  const snapshot = await store.open(id);
  return { ...(await serve(snapshot)), snapshot };
}

function refusalOf(id: string, error: unknown): unknown {
  if (isSnapshotMissing(error)) return new Refusal('not-found', `there is no snapshot ${id}`);
  if (isSnapshotDamaged(error))
    return new Refusal('unavailable', `the files of snapshot ${id} are damaged`, [], error);
  return error;
}
