import { refuseIssues } from '@article21/answers';
import { changesSince, publishedBefore } from '@article21/answers/changes';
import { type ChangesAnswer, endpoints, parseSince } from '@article21/contract';
import type { Store } from '@article21/store';
import type { Hono } from 'hono';
import type { Answer } from '../answer.ts';
import { honoPath, paramsOf } from '../data.ts';
import { headersOf } from '../headers.ts';
import type { Snapshots } from '../snapshots.ts';

interface Parts {
  store: Pick<Store, 'list'>;
  snapshots: Snapshots;
  answer: Answer;
}

/** Adds what is about two snapshots. */
export function addChanges(hono: Hono, { store, snapshots, answer }: Parts): void {
  const endpoint = endpoints.changes;
  const path = honoPath(endpoint);
  const inTurn = createTurns();
  hono.get(path, async (c) => {
    const { id: asked = '' } = paramsOf(c, endpoint);
    const { since: stated, issues } = parseSince(new URL(c.req.url).searchParams);
    refuseIssues(issues);
    const id = asked === 'current' ? await snapshots.current() : asked;
    return snapshots.use(id, async (served) => {
      const since = stated ?? publishedBefore(id, await store.list());
      const compared = (): Promise<ChangesAnswer> =>
        since === null ? changesSince(null, served) : snapshots.use(since, (it) => changesSince(it, served));
      // Also for who has the answer already: a snapshot that is not there must not be said to be unchanged.
      if (since !== null) await snapshots.use(since, async () => {});
      return answer(c, {
        key: [id, path, since ?? ''],
        mediaType: endpoint.mediaType,
        immutable: asked !== 'current' && stated !== null,
        headers: headersOf(path),
        body: async () => JSON.stringify(await inTurn(compared)),
      });
    });
  });
}

/** Does one thing after another: each comparison reads two snapshots from end to end. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work, work);
    last = result.catch(() => {
      // Whoever asked hears of it; the next in turn only waits.
    });
    return result;
  };
}
