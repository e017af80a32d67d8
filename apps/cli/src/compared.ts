import type { Store, VerifyReport } from '@article21/store';
import type { Progress } from './progress.ts';

/**
 * Compares a snapshot that was just published with the one before it, and keeps the result for whoever asks. Answers
 * why it could not be done, null where it was: the snapshot is served all the same, and compared when somebody asks.
 */
export async function keepWhatChanged(store: Store, id: string, progress: Progress): Promise<string | null> {
  const { publishedBefore } = await import('@article21/answers/changes');
  const since = publishedBefore(id, await store.list());
  if (since === null) return null;
  try {
    if ((await store.changes(id, since)) !== null) return null;
    progress.at(0, null, 'comparing with the version before');
    const made = await compared(store, id, since);
    if ('refused' in made) return `not compared with ${since}: ${made.refused}`;
    await store.keepChanges(id, since, made.text);
    return null;
  } catch (error) {
    return `not compared with ${since}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/**
 * Compares a snapshot anew with each one that something is kept against, and answers where that is not what is kept: its
 * hash has no secret, and so anybody who can write the folder can make it fit.
 */
export async function comparisonProblems(store: Store, id: string): Promise<VerifyReport['problems']> {
  const problems: VerifyReport['problems'] = [];
  for (const since of await store.keptAgainst(id)) {
    const problem = await comparisonProblem(store, id, since);
    if (problem !== null)
      problems.push({
        file: `changes/${id}-since-${since}.json`,
        problem: `${problem}; remove it, and it is made anew when somebody asks`,
      });
  }
  return problems;
}

async function comparisonProblem(store: Store, id: string, since: string): Promise<string | null> {
  const [{ isSnapshotDamaged, isSnapshotMissing }, { readKept }] = await Promise.all([
    import('@article21/store'),
    import('@article21/answers/changes'),
  ]);
  try {
    const kept = await store.changes(id, since).catch((error: unknown) => {
      if (isSnapshotDamaged(error)) return 'damaged' as const;
      throw error;
    });
    if (kept === 'damaged') return 'is not what was written';
    // What another version of the program kept is not answered either.
    if (kept === null || readKept(kept) === null) return null;
    const made = await compared(store, id, since);
    return 'text' in made && made.text === kept ? null : 'is not what comparing the two snapshots gives';
  } catch (error) {
    if (isSnapshotMissing(error)) return `cannot be compared: there is no snapshot ${since}`;
    // Verifying the other one says so, and nothing is known of this.
    if (isSnapshotDamaged(error)) return null;
    // It has the hash that it should have, and is no JSON.
    if (error instanceof SyntaxError) return 'is malformed';
    throw error;
  }
}

/** What a snapshot changed against another, as text to keep, or why that cannot be said. */
async function compared(
  store: Store,
  id: string,
  since: string,
): Promise<{ text: string } | { refused: string }> {
  const [{ loadSnapshot }, { changesFor, printKept }] = await Promise.all([
    import('@article21/answers'),
    import('@article21/answers/changes'),
  ]);
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
