import { join } from 'node:path';
import type { Store, StoreLocation } from '@article21/store';
import { unknown } from './arguments.ts';
import type { Call } from './command.ts';
import { errorCode } from './explain.ts';
import { misuse } from './failure.ts';

type Where = Pick<Call, 'dataDir' | 'storeUrl' | 'path' | 'io'>;

/** The store in DATA_DIR or at STORE_URL. Loaded when a command needs it, so that help and wrong usage answer at once. */
export async function openDataDir(where: Where): Promise<Store> {
  const { openStoreAt } = await import('@article21/store');
  return openStoreAt(await locationOf(where));
}

/** Where that is, for people: never with the password of a database. */
export async function placeOfStore(where: Where): Promise<string> {
  const { describeLocation } = await import('@article21/store');
  return describeLocation(await locationOf(where));
}

/** The folder in which the files of a snapshot stand on this machine; those of a database are fetched. */
export async function localFiles(store: Store, id: string, where: Where): Promise<string> {
  const location = await locationOf(where);
  if ('dataDir' in location) return join(location.dataDir, 'snapshots', id);
  await store.inspect(id);
  return join(location.cacheDir, 'snapshots', id);
}

async function locationOf({ dataDir, storeUrl, path, io }: Where): Promise<StoreLocation> {
  const { readLocation } = await import('@article21/store');
  // The engine is that of the database, which a command may do without.
  const engine = storeUrl === null ? undefined : io.env.ENGINE;
  const cacheDir = path(io.env.CACHE_DIR || '.cache');
  try {
    return readLocation({ dataDir, cacheDir, storeUrl: storeUrl ?? undefined, engine });
  } catch (error) {
    throw misuse(error instanceof Error ? error.message : String(error));
  }
}

/** The id of the snapshot served, or one sentence saying why `current` leads to none. */
export async function pointedAt(store: Store): Promise<{ id: string | null; problem: string | null }> {
  const { isSnapshotDamaged } = await import('@article21/store');
  try {
    return { id: await store.current(), problem: null };
  } catch (error) {
    // A disk that cannot be read says nothing about what is on it.
    if (!(error instanceof Error) || errorCode(error) !== null) throw error;
    const served = isSnapshotDamaged(error)
      ? (await store.ids()).find((id) => error.message.includes(id))
      : null;
    return { id: served ?? null, problem: error.message };
  }
}

/** The id as typed, when there is such a snapshot. Throws one sentence that names the near and the known ones. */
export async function requireSnapshot(store: Store, typed: string): Promise<string> {
  const ids = await store.ids();
  if (ids.includes(typed)) return typed;
  const gone = (await store.retractions()).get(typed);
  if (gone === 'damaged') throw misuse(`snapshot ${typed} was retracted`);
  if (gone) throw misuse(`snapshot ${typed} was retracted on ${gone.at.slice(0, 10)}: ${gone.reason}`);
  throw unknown('snapshot', typed, ids);
}
