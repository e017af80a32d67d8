import type { Store, VerifyReport } from '@article21/store';
import { type Call, type Command, exits } from '../command.ts';
import { failure, misuse } from '../failure.ts';
import { counted, visible } from '../output.ts';
import { openDataDir, placeOfStore, pointedAt, requireSnapshot } from '../store.ts';
import { isFolder, verifyExported } from '../verify-mirror.ts';

export const verify: Command = {
  name: 'verify',
  summary:
    'compare every byte with the manifest: of a snapshot (without <id>, of the one served) or of an export',
  parameters: [
    {
      name: '<id or dir>',
      description: 'the snapshot, as `snapshots` lists it, or the folder of an export',
      required: false,
    },
  ],
  options: {
    all: { description: 'verify every snapshot, and that none is missing that was not retracted' },
    derive: {
      description: 'derive all else anew from the published files, and compare that too',
    },
    key: {
      value: '<file>',
      description: 'the public key that must have signed the export, or that key itself',
    },
    'not-older-than': {
      value: '<when>',
      description: 'with --key: a day (2026-11-28) or duration (30d); an export signed earlier is a problem',
    },
  },
  async run(call) {
    const [typed] = call.args;
    if (typed !== undefined && !call.has('all') && (await isFolder(call, typed))) {
      if (call.has('derive'))
        throw misuse('--derive is for a snapshot, whose published files an export lacks');
      return verifyExported(call, typed);
    }
    for (const option of ['key', 'not-older-than'])
      if (call.value(option) !== undefined) throw misuse(`--${option} is for the folder of an export`);
    const store = await openDataDir(call);
    const { ids, problem } = await requestedIds(store, call);
    const reports: VerifyReport[] = [];
    for (const [done, id] of ids.entries()) {
      call.progress.at(done, ids.length, `verifying ${id}`);
      const report = await withComparisons(store, await store.verify(id));
      reports.push(call.has('derive') ? await withDerivation(store, report, call) : report);
    }
    // What was published and is neither there nor retracted.
    const lost = call.has('all') ? await store.lost() : [];
    for (const id of lost) reports.push({ id, ok: false, problems: [LOST] });
    const damaged = reports.filter((report) => !report.ok);
    const ok = damaged.length === 0 && problem === null;
    const bad = damaged.length > 0 ? [`${counted(damaged.length, 'snapshot')} damaged`] : [];
    return {
      exit: ok ? exits.done : exits.damaged,
      json: { ok, command: 'verify', snapshots: reports, problem },
      text: reports.flatMap((report) => reportLines(report, call)),
      notes: [...bad, ...(problem === null ? [] : [problem])],
    };
  },
};

const LOST = {
  file: 'manifest.json',
  problem:
    'is missing with all else of it, and nobody retracted it: bring it back from a backup, or retract it',
};

/** What is kept of the changes of a sound snapshot is verified with it. */
async function withComparisons(store: Store, report: VerifyReport): Promise<VerifyReport> {
  const problems = report.ok ? await comparisonProblems(store, report.id) : report.problems;
  return { ...report, ok: problems.length === 0, problems };
}

/** What was derived from the published files of a sound snapshot is verified with it. */
async function withDerivation(store: Store, report: VerifyReport, call: Call): Promise<VerifyReport> {
  // Loaded when asked for, as the store is, so that help and wrong usage answer at once.
  const { derivationProblems } = await import('../derived.ts');
  const problems = report.ok ? await derivationProblems(store, report.id, call) : report.problems;
  return { ...report, ok: problems.length === 0, problems };
}

/** The snapshots to verify, and what is wrong with `current`, where that was asked too. */
async function requestedIds(store: Store, call: Call): Promise<{ ids: string[]; problem: string | null }> {
  const [typed] = call.args;
  if (typed !== undefined && call.has('all')) throw misuse('verify takes an id or --all, not both');
  if (typed !== undefined) return { ids: [await requireSnapshot(store, typed)], problem: null };
  const current = await pointedAt(store);
  if (call.has('all')) return { ids: await store.ids(), problem: current.problem };
  if (current.id !== null) return { ids: [current.id], problem: current.problem };
  if (current.problem !== null) throw failure(exits.damaged, 'damaged', current.problem);
  throw failure(
    exits.failed,
    'nothing_published',
    `nothing has been published in ${await placeOfStore(call)} yet`,
  );
}

function reportLines({ id, ok, problems }: VerifyReport, { has, paint }: Call): string[] {
  if (ok) return [`${id} is what was published${has('derive') ? ', and what its files give again' : ''}`];
  return problems.map(({ file, problem }) => {
    // What is kept of changes stands beside the snapshots.
    const path = /^changes(?:\/|$)/.test(file) ? file : `${id}/${file}`;
    return `${paint.bold(visible(path))}  ${visible(problem)}`;
  });
}

/**
 * Compares a snapshot anew with each one that something is kept against, and answers where that is not what is kept: its
 * hash has no secret, and so anybody who can write the folder can make it fit.
 */
async function comparisonProblems(store: Store, id: string): Promise<VerifyReport['problems']> {
  const { isSnapshotDamaged } = await import('@article21/store');
  const problems: VerifyReport['problems'] = [];
  const against = await store.keptAgainst(id).catch((error: unknown) => {
    if (!isSnapshotDamaged(error)) throw error;
    problems.push({ file: 'changes', problem: (error as Error).message });
    return [];
  });
  for (const since of against) {
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
