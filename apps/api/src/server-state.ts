import { refuseIssues } from '@article21/answers';
import { allowedKeys, endpoints, type HealthAnswer, type SnapshotsAnswer } from '@article21/contract';
import type { Store } from '@article21/store';
import type { Hono } from 'hono';
import type { Answer } from './answer.ts';
import { headersOf } from './headers.ts';
import type { Snapshots } from './snapshots.ts';

interface Parts {
  store: Pick<Store, 'list'>;
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
    const body: HealthAnswer = await snapshots.use(id, async (served) => ({
      status: 'ok',
      snapshot: served.id,
    }));
    return c.json(body, 200, { ...headersOf(path), 'Cache-Control': 'no-store' });
  });
}
