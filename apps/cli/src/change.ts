import type { Manifest, Store } from '@article21/store';
import { counted, visible } from './output.ts';

/** What a publication changed for readers. */
export interface Change {
  /** What was served before; null when nothing was, or nothing that can be read. */
  before: string | null;
  recordsBefore: number | null;
  /** The dataset's files that are new, gone or other than before. */
  files: string[];
}

/** The manifest of what is served; null before the first publication, and when it cannot be read. */
export async function servedManifest(store: Store): Promise<Manifest | null> {
  const { isSnapshotDamaged } = await import('@article21/store');
  // Not `current()`, which throws when it points nowhere: publishing is how to mend that.
  const served = (await store.list()).find((summary) => summary.current);
  if (!served) return null;
  try {
    return await manifestOf(store, served.id);
  } catch (error) {
    if (isSnapshotDamaged(error)) return null;
    throw error;
  }
}

export async function manifestOf(store: Store, id: string): Promise<Manifest> {
  const snapshot = await store.open(id);
  await snapshot.close();
  return snapshot.manifest;
}

export function changeBetween(before: Manifest | null, after: Manifest): Change {
  const old = published(before);
  const now = published(after);
  const names = new Set([...old.keys(), ...now.keys()]);
  const files = [...names].filter((name) => old.get(name) !== now.get(name)).sort();
  return { before: before?.id ?? null, recordsBefore: before?.records ?? null, files };
}

/** `instead of 2012-09-25-3f9c…: 2 records more; changed: records.csv`. */
export function changeLines(before: Manifest | null, after: Manifest): string[] {
  if (before === null || before.id === after.id) return [];
  const difference = after.records - before.records;
  const size =
    difference === 0
      ? 'as many records'
      : `${counted(Math.abs(difference), 'record')} ${difference > 0 ? 'more' : 'fewer'}`;
  const { files } = changeBetween(before, after);
  return [`instead of ${before.id}: ${size}; changed: ${files.map(visible).join(', ')}`];
}

/** The published files and their hashes. */
function published(manifest: Manifest | null): Map<string, string> {
  const files = manifest?.files.filter(({ path }) => path.startsWith('files/')) ?? [];
  return new Map(files.map(({ path, sha256 }) => [path.slice('files/'.length), sha256]));
}
