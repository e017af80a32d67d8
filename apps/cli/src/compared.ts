import type { Store } from '@article21/store';
import type { Progress } from './progress.ts';

/**
 * Compares a snapshot that was just published with the one before it, and keeps the result for whoever asks. Answers
 * why it could not be done, null where it was: the snapshot is served all the same, and compared when somebody asks.
 */
export async function keepWhatChanged(store: Store, id: string, progress: Progress): Promise<string | null> {
  const [{ serve }, { changesFor, printKept, publishedBefore }] = await Promise.all([
    import('@article21/answers'),
    import('@article21/answers/changes'),
  ]);
  const since = publishedBefore(id, await store.list());
  if (since === null) return null;
  try {
    if ((await store.changes(id, since)) !== null) return null;
    progress.at(0, null, 'comparing with the version before');
    const [before, after] = [await store.open(since), await store.open(id)];
    try {
      const changes = await changesFor(await serve(before), await serve(after));
      if ('refusal' in changes) return `not compared with ${since}: ${changes.refusal.message}`;
      await store.keepChanges(id, since, printKept(changes.answer));
      return null;
    } finally {
      await Promise.all([before.close(), after.close()]);
    }
  } catch (error) {
    return `not compared with ${since}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
