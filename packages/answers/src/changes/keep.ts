import type { ChangesAnswer } from '@article21/contract';
import type { SnapshotSummary, Store } from '@article21/store';
import { loadSnapshot } from '../loaded-snapshot.ts';
import { changesFor } from './answer.ts';

/**
 * Compares a snapshot that was just published with the one before it, and keeps the result for whoever asks. Answers
 * why it could not be done, null where it was: the snapshot is served all the same, and compared when somebody asks.
 */
export async function keepWhatChanged(
  store: Store,
  id: string,
  tell: (what: string) => void,
): Promise<string | null> {
  const since = publishedBefore(id, await store.list());
  if (since === null) return null;
  try {
    if ((await store.changes(id, since)) !== null) return null;
    tell('comparing with the version before');
    const made = await comparedAsKept(store, id, since);
    if ('refused' in made) return `not compared with ${since}: ${made.refused}`;
    await store.keepChanges(id, since, made.text);
    return null;
  } catch (error) {
    return `not compared with ${since}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The changes between two snapshots as text to store, or why they cannot be compared. */
export async function comparedAsKept(
  store: Store,
  id: string,
  since: string,
): Promise<{ text: string } | { refused: string }> {
  const before = await store.open(since);
  try {
    const after = await store.open(id);
    try {
      const changes = await changesFor(await loadSnapshot(before), await loadSnapshot(after));
      return 'refusal' in changes
        ? { refused: changes.refusal.message }
        : { text: printKept(changes.answer) };
    } finally {
      await after.close();
    }
  } finally {
    await before.close();
  }
}

/** Increased with every change of the format: stored comparisons in another format are ignored. */
const FORMAT = 3;

/** Serializes changes, to be stored when a snapshot is published. */
export function printKept(answer: ChangesAnswer): string {
  return JSON.stringify({ format: FORMAT, answer });
}

/** Parses stored changes; null if they have another format. */
export function readKept(text: string): ChangesAnswer | null {
  const { format, answer } = JSON.parse(text) as { format: number; answer: ChangesAnswer };
  return format === FORMAT ? answer : null;
}

/** The id of the previously published snapshot of the same dataset; null if `id` is the first, or unknown. */
export function publishedBefore(id: string, all: readonly SnapshotSummary[]): string | null {
  const own = all.find((it) => it.id === id);
  if (!own) return null;
  const newestFirst = all.filter(({ name }) => name === own.name);
  const { publishedAt } = own;
  // Without a log, only the dates of the datasets tell the order.
  if (publishedAt === null) return newestFirst[newestFirst.indexOf(own) + 1]?.id ?? null;
  let last: { id: string; publishedAt: string } | null = null;
  for (const it of newestFirst)
    if (it.publishedAt !== null && it.publishedAt < publishedAt && it.publishedAt > (last?.publishedAt ?? ''))
      last = { id: it.id, publishedAt: it.publishedAt };
  return last?.id ?? null;
}
