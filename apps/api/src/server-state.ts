import { HttpProblem, refuseIssues, shownFiles } from '@article21/answers';
import { type AnswerOf, type Endpoint, endpoints, type SnapshotsAnswer } from '@article21/contract';
import { parseKeys } from '@article21/model';
import type { SharedStore, Store, VerifyReport } from '@article21/store';
import type { Context, Hono } from 'hono';
import type { Answer } from './answer.ts';
import type { AskedSnapshots } from './asked-snapshots.ts';
import { commonOf } from './endpoint.ts';
import { createInspection } from './inspection.ts';
import type { LoadedSnapshot } from './snapshots.ts';
import type { VersionList, Versions } from './versions.ts';
import type { Turns } from './work/turns.ts';

interface Parts {
  store: Pick<Store, 'inspect'> & Partial<Pick<SharedStore, 'problem'>>;
  versions: Versions;
  snapshots: AskedSnapshots;
  answer: Answer;
  turns: Turns;
  now(): number;
}

/** Adds the routes about the server: the list of snapshots, health and readiness. */
export function addServerState(hono: Hono, { store, versions, snapshots, answer, turns, now }: Parts): void {
  const inspect = (id: string) => store.inspect(id);
  const inspection = createInspection(inspect, { now });
  const list = endpoints.snapshots;
  hono.get(list.path, async (c) => {
    refuseIssues(parseKeys({}, new URL(c.req.url).searchParams).issues);
    const published = await turns.after(c, versions.list());
    return answer(c, {
      ...commonOf(list, false),
      key: [list.path, published.fingerprint],
      body: async () => JSON.stringify(snapshotsAnswer(published)),
    });
  });

  addState(hono, endpoints.health, async (c) => {
    const id = await snapshots.for(c).current();
    return snapshots.for(c).use(id, async (loaded): Promise<AnswerOf<'health'>> => {
      refuseDamaged(loaded, await turns.after(c, inspection(id)));
      return { status: 'ok', snapshot: id };
    });
  });
  addState(hono, endpoints.ready, async (c) => {
    const id = await snapshots.for(c).current();
    const ready = snapshots.for(c).use(id, async (loaded): Promise<AnswerOf<'ready'>> => {
      // No record has this id: the query only checks that the engine answers.
      await turns.after(c, loaded.snapshot.record('-'));
      refuseDamaged(loaded, await turns.after(c, inspect(id)));
      // The log has the host and the exact error.
      const problem = (store.problem?.() ?? null) === null ? {} : { problem: CUT_OFF };
      return { status: 'ready', snapshot: id, ...problem };
    });
    return ready.catch((cause: unknown) => {
      if (cause instanceof HttpProblem) throw cause;
      throw new HttpProblem('unavailable', `the records of snapshot ${id} cannot be read`, [], cause);
    });
  });
}

const CUT_OFF = 'the database cannot be asked: what is published meanwhile is not seen';

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

/**
 * Refuses where a file of the snapshot is not what was published any more. What is answered meanwhile is what was read
 * and verified before; the next start would end here.
 */
function refuseDamaged({ id, snapshot }: LoadedSnapshot, { problems: [problem] }: VerifyReport): void {
  if (!problem) return;
  // The names of files of internal sources are not published; the log has them.
  const isComparison = /^changes\/[0-9a-f-]+-since-[0-9a-f-]+\.json$/.test(problem.file);
  const isShown =
    isComparison ||
    [...shownFiles(snapshot), { path: 'manifest.json' }].some(({ path }) => path === problem.file);
  const said = isShown
    ? `${problem.file} ${problem.problem}`
    : 'a file of the dataset is not what was published';
  const cause = new Error(`snapshot ${id} is damaged: ${problem.file} ${problem.problem}`);
  throw new HttpProblem('unavailable', `snapshot ${id} is damaged: ${said}`, [], cause);
}
