import type { Store } from '@article21/store';
import { unknown } from './arguments.ts';
import type { Call } from './command.ts';
import { errorCode } from './explain.ts';

/** The store in DATA_DIR. Loaded when a command needs it, so that help and wrong usage answer at once. */
export async function openDataDir({ dataDir }: Pick<Call, 'dataDir'>): Promise<Store> {
  const { engine, openStore } = await import('@article21/store');
  return openStore({ dataDir, engine: engine('duckdb') });
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
  throw unknown('snapshot', typed, ids);
}
