import { HttpProblem, refuseIssues, shownFiles } from '@article21/answers';
import { type AnswerOf, type Endpoint, endpoints, type SnapshotsAnswer } from '@article21/contract';
import { parseKeys } from '@article21/model';
import type { SharedStore, Store, VerifyReport } from '@article21/store';
import type { Context, Hono } from 'hono';
import type { Answer } from './answer.ts';
import { commonOf } from './endpoint.ts';
import { createInspection } from './inspection.ts';
import type { SnapshotOpener } from './snapshot-opener.ts';
import type { VersionList, Versions } from './versions.ts';
import type { Scheduler } from './work/scheduler.ts';

interface Parts {
  store: Pick<Store, 'inspect' | 'manifest' | 'problems'> & Partial<Pick<SharedStore, 'problem'>>;
  versions: Versions;
  snapshots: SnapshotOpener;
  answer: Answer;
  scheduler: Scheduler;
  now(): number;
}

/** Adds the routes about the server: the list of snapshots, health and readiness. */
export function addServerState(
  hono: Hono,
  { store, versions, snapshots, answer, scheduler, now }: Parts,
): void {
  const inspect = (id: string) => store.inspect(id);
  const inspection = createInspection(
    async (id) => ({ report: await inspect(id), own: await store.problems() }),
    { now },
  );
  const list = endpoints.snapshots;
  hono.get(list.path, async (c) => {
    refuseIssues(parseKeys({}, new URL(c.req.url).searchParams).issues);
    const published = await scheduler.wait(c, versions.list());
    return answer(c, {
      ...commonOf(list, false),
      key: [list.path, published.fingerprint],
      body: async () => JSON.stringify(snapshotsAnswer(published)),
    });
  });

  /** Throws where a file is not what was published; what is answered meanwhile was read before, and the next start would end here. */
  async function requireSound(c: Context, id: string, { problems }: VerifyReport): Promise<void> {
    if (problems.length === 0) return;
    const { files } = await scheduler.wait(c, store.manifest(id));
    const made = problems.find(({ file }) => isMade(file, files));
    if (made) throw damaged(id, made, made.file);
    const [problem] = problems;
    if (!problem) return;
    await snapshots.for(c).use(id, async ({ snapshot }) => {
      // The names of files of internal sources are not published; the log has them.
      const shown = shownFiles(snapshot).find(({ path }) => path === problem.file);
      throw damaged(id, problem, shown?.path ?? null);
    });
  }

  addState(hono, endpoints.health, async (c): Promise<AnswerOf<'health'>> => {
    const id = await snapshots.for(c).current();
    const { report, own } = await scheduler.wait(c, inspection(id));
    const [damage] = own;
    if (damage)
      throw new HttpProblem('unavailable', `a file of the store is damaged: ${damage.message}`, [], damage);
    await requireSound(c, id, report);
    return snapshots.for(c).use(id, async () => ({ status: 'ok', snapshot: id }));
  });
  addState(hono, endpoints.ready, async (c) => {
    const id = await snapshots.for(c).current();
    const ready = snapshots.for(c).use(id, async (loaded): Promise<AnswerOf<'ready'>> => {
      // No record has this id: the query only checks that the engine answers.
      await scheduler.wait(c, loaded.snapshot.record('-'));
      await requireSound(c, id, await scheduler.wait(c, inspect(id)));
      // The log has the host and the exact error.
      const problem = (store.problem?.() ?? null) === null ? {} : { problem: DATABASE_UNREACHABLE };
      return { status: 'ready', snapshot: id, ...problem };
    });
    return ready.catch((cause: unknown) => {
      if (cause instanceof HttpProblem) throw cause;
      throw new HttpProblem('unavailable', `the records of snapshot ${id} cannot be read`, [], cause);
    });
  });
}

const DATABASE_UNREACHABLE = 'the database cannot be asked: what is published meanwhile is not seen';

/** Adds a route that is polled; its responses are never cached. */
function addState(hono: Hono, endpoint: Endpoint, state: (c: Context) => Promise<object>): void {
  hono.get(endpoint.path, async (c) => {
    refuseIssues(parseKeys({}, new URL(c.req.url).searchParams).issues);
    return c.json(await state(c), 200, commonOf(endpoint, false).headers);
  });
}

function snapshotsAnswer({ current, versions }: VersionList): SnapshotsAnswer {
  const snapshots = versions.map(
    ({ publishedAt: _at, current: _current, contentHash: _hash, ...summary }) => summary,
  );
  return { current, snapshots };
}

const REPAIR_HINT = 'bring it back from a backup, or serve another snapshot (rollback)';

/** Whether it is a file of the program's making in a snapshot, or a comparison: their names say nothing of internal sources. */
function isMade(file: string, files: readonly { path: string }[]): boolean {
  if (file === 'manifest.json' || /^changes(?:\/[0-9a-f-]+-since-[0-9a-f-]+\.json)?$/.test(file)) return true;
  return !file.startsWith('files/') && files.some(({ path }) => path === file);
}

/** The refusal for a file that differs; without a name to be shown it has none. */
function damaged(id: string, { file, problem }: VerifyReport['problems'][number], shown: string | null) {
  const detail = shown === null ? 'a file of the dataset is not what was published' : `${shown} ${problem}`;
  const cause = new Error(`snapshot ${id} is damaged: ${file} ${problem}`);
  return new HttpProblem('unavailable', `snapshot ${id} is damaged: ${detail}; ${REPAIR_HINT}`, [], cause);
}
