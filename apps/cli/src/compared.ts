import type { Store, VerifyReport } from '@article21/store';

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
  const [{ isSnapshotDamaged, isSnapshotMissing }, { comparedAsKept, readKept }] = await Promise.all([
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
    const made = await comparedAsKept(store, id, since);
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
