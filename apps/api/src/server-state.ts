import { Refusal, refuseIssues, shownFiles } from '@article21/answers';
import { allowedKeys, endpoints, type HealthAnswer, type SnapshotsAnswer } from '@article21/contract';
import type { Store } from '@article21/store';
import type { Hono } from 'hono';
import type { Answer } from './answer.ts';
import { headersOf } from './headers.ts';
import type { Served, Snapshots } from './snapshots.ts';

interface Parts {
  store: Pick<Store, 'list' | 'inspect'>;
  snapshots: Snapshots;
  answer: Answer;
}

/** Adds what is about the server and not about one snapshot: which there are, and whether it serves. */
export function addServerState(hono: Hono, { store, snapshots, answer }: Parts): void {
  const list = endpoints.snapshots;
  hono.get(list.path, async (c) => {
    refuseIssues(allowedKeys(new URL(c.req.url).searchParams, []).issues);
    const summaries = await store.list();
    const body: SnapshotsAnswer = {
      current: await snapshots.current(),
      snapshots: summaries.map(
        ({ publishedAt: _at, current: _current, contentHash: _hash, ...summary }) => summary,
      ),
    };
    // Not the answer of one snapshot: it is its own key.
    const text = JSON.stringify(body);
    const { mediaType, path } = list;
    const headers = headersOf(path);
    return answer(c, { key: [path, text], mediaType, immutable: false, headers, body: async () => text });
  });

  const { path } = endpoints.health;
  hono.get(path, async (c) => {
    refuseIssues(allowedKeys(new URL(c.req.url).searchParams, []).issues);
    const id = await snapshots.current();
    const body: HealthAnswer = await snapshots.use(id, async (served) => {
      await refuseDamaged(store, served);
      return { status: 'ok', snapshot: served.id };
    });
    return c.json(body, 200, { ...headersOf(path), 'Cache-Control': 'no-store' });
  });
}

/**
 * Refuses where a file of the snapshot is not what was published any more. What is answered meanwhile is what was read
 * and verified before; the next start would end here.
 */
async function refuseDamaged(store: Pick<Store, 'inspect'>, { id, snapshot }: Served): Promise<void> {
  const [problem] = (await store.inspect(id)).problems;
  if (!problem) return;
  // The names of the files of internal sources are nobody's affair; the log has them.
  const isShown = [...shownFiles(snapshot), { path: 'manifest.json' }].some(
    ({ path }) => path === problem.file,
  );
  const said = isShown
    ? `${problem.file} ${problem.problem}`
    : 'a file of the dataset is not what was published';
  const cause = new Error(`snapshot ${id} is damaged: ${problem.file} ${problem.problem}`);
  throw new Refusal('unavailable', `snapshot ${id} is damaged: ${said}`, [], cause);
}
