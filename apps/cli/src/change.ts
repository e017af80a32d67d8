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
export async function servedManifest(store: Store): Promise<Published | null> {
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

/** A manifest, and which of the dataset's files are texts of its sources. */
export interface Published extends Manifest {
  texts: ReadonlySet<string>;
}

export async function manifestOf(store: Store, id: string): Promise<Published> {
  const snapshot = await store.open(id);
  await snapshot.close();
  const texts = snapshot.catalogue.sources.flatMap(({ file }) => file?.normalize() ?? []);
  return { ...snapshot.manifest, texts: new Set(texts) };
}

export function changeBetween(before: Manifest | null, after: Manifest): Change {
  const old = published(before);
  const now = published(after);
  const names = new Set([...old.keys(), ...now.keys()]);
  const files = [...names].filter((name) => old.get(name) !== now.get(name)).sort();
  return { before: before?.id ?? null, recordsBefore: before?.records ?? null, files };
}

/** `instead of 2012-09-25-3f9c…: 2 records more; changed: records.csv and 1,000 source texts`. */
export function changeLines(before: Published | null, after: Published): string[] {
  if (before === null || before.id === after.id) return [];
  // Numbers of records of two datasets say nothing about each other.
  if (before.meta.name !== after.meta.name)
    return [`instead of ${before.id}, which is another dataset: ${visible(before.meta.title)}`];
  const difference = after.records - before.records;
  const size =
    difference === 0
      ? 'as many records'
      : `${counted(Math.abs(difference), 'record')} ${difference > 0 ? 'more' : 'fewer'}`;
  const { files } = changeBetween(before, after);
  const isText = (file: string) => [before, after].some(({ texts }) => texts.has(file.normalize()));
  const texts = files.filter(isText);
  const named = texts.length > 1 ? files.filter((file) => !isText(file)) : files;
  const counts = texts.length > 1 ? [counted(texts.length, 'source text')] : [];
  const changed = [named.map(visible).join(', '), ...counts].filter(Boolean).join(' and ');
  return [`instead of ${before.id}: ${size}; changed: ${changed}`];
}

/** The published files and their hashes. */
function published(manifest: Manifest | null): Map<string, string> {
  const files = manifest?.files.filter(({ path }) => path.startsWith('files/')) ?? [];
  return new Map(files.map(({ path, sha256 }) => [path.slice('files/'.length), sha256]));
}
