import { buildCube, type Cube } from '@article21/cube';
import { createPlaceTree, type PlaceTree } from '@article21/model';
import { isSnapshotDamaged, isSnapshotMissing, type Snapshot, type Store } from '@article21/store';
import { Refusal } from './refusal.ts';

/** A snapshot that is being served, ready to be asked. */
export interface Served {
  id: string;
  snapshot: Snapshot;
  cube: Cube;
  tree: PlaceTree;
  placeIds: readonly string[];
}

/** The snapshots of a store, opened when they are asked for and kept while they are. */
export interface Snapshots {
  /** The id of the one that is served when none is named. Throws a `Refusal` when there is none. */
  current(): Promise<string>;
  /** Does something with an open snapshot, which stays open until it is done. */
  use<T>(id: string, work: (served: Served) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface Held {
  served: Promise<Served>;
  users: number;
  dropped: boolean;
}

export interface SnapshotsOptions {
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
  const held = new Map<string, Held>();
  let known: { id: string; at: number } | null = null;

  async function current(): Promise<string> {
    if (known && now() - known.at < believe) return known.id;
    const id = await store.current().catch((cause: unknown) => {
      throw new Refusal('unavailable', 'it cannot be read which snapshot is served', [], cause);
    });
    if (id === null) throw new Refusal('unavailable', 'nothing has been published yet');
    known = { id, at: now() };
    return id;
  }

  function hold(id: string): Held {
    const found = held.get(id) ?? { served: load(store, id), users: 0, dropped: false };
    found.users += 1;
    // A Map keeps the order of insertion: what is used moves to the end.
    held.delete(id);
    held.set(id, found);
    for (const oldest of held.keys()) {
      if (held.size <= open) break;
      drop(oldest);
    }
    return found;
  }

  function drop(id: string): void {
    const it = held.get(id);
    held.delete(id);
    if (!it) return;
    it.dropped = true;
    if (it.users === 0) void closeHeld(it);
  }

  return {
    current,
    async use(id, work) {
      const it = hold(id);
      try {
        return await work(await it.served);
      } catch (error) {
        // What could not be opened, or turned out damaged, is opened anew the next time: it may have been mended.
        if (!(error instanceof Refusal) && held.get(id) === it) drop(id);
        throw refusalOf(id, error);
      } finally {
        it.users -= 1;
        if (it.dropped && it.users === 0) await closeHeld(it);
      }
    },
    async close() {
      const all = [...held.values()];
      held.clear();
      await Promise.all(all.map(closeHeld));
    },
  };
}

async function load(store: Pick<Store, 'open'>, id: string): Promise<Served> {
  const snapshot = await store.open(id);
  const tree = createPlaceTree(snapshot.catalogue.places);
  const cube = buildCube(await snapshot.cells(), tree);
  return { id, snapshot, cube, tree, placeIds: tree.places.map((place) => place.id) };
}

async function closeHeld({ served }: Held): Promise<void> {
  const opened = await served.catch(() => null);
  await opened?.snapshot.close();
}

function refusalOf(id: string, error: unknown): unknown {
  if (isSnapshotMissing(error)) return new Refusal('not-found', `there is no snapshot ${id}`);
  if (isSnapshotDamaged(error))
    return new Refusal('unavailable', `the files of snapshot ${id} are damaged`, [], error);
  return error;
}
