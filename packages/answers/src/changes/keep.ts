import type { Store } from '@article21/store';
import { loadSnapshot } from '../loaded-snapshot.ts';
import { changesFor } from './answer.ts';
import { publishedBefore } from './before.ts';
import { printKept } from './kept.ts';

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

/** What a snapshot changed against another, as text to keep, or why that cannot be said. */
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
