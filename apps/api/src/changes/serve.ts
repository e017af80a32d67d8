import { HttpProblem, readParams, refuseIssues } from '@article21/answers';
import { publishedBefore } from '@article21/answers/changes';
import { endpoints, parseEndpointQuery } from '@article21/contract';
import type { Hono } from 'hono';
import type { Answer } from '../answer.ts';
import { commonOf } from '../endpoint.ts';
import { routeOf } from '../headers.ts';
import type { SnapshotOpener } from '../snapshot-opener.ts';
import type { Versions } from '../versions.ts';
import type { Scheduler } from '../work/scheduler.ts';
import type { Comparisons } from './comparisons.ts';

interface Parts {
  versions: Versions;
  snapshots: SnapshotOpener;
  answer: Answer;
  comparisons: Comparisons;
  scheduler: Scheduler;
}

/** Adds the route that compares two snapshots. */
export function addChanges(hono: Hono, { versions, snapshots, answer, comparisons, scheduler }: Parts): void {
  const endpoint = endpoints.changes;
  const path = routeOf(endpoint);
  hono.get(path, async (c) => {
    const { id: requestedId = '' } = readParams(endpoint, c.req.param(), c.req.path);
    const { query, issues } = parseEndpointQuery(endpoint, new URL(c.req.url).searchParams);
    refuseIssues(issues);
    const { since: stated } = query;
    const id = requestedId === 'current' ? await snapshots.for(c).current() : requestedId;
    return snapshots.for(c).use(id, async (loaded) => {
      const since = stated ?? publishedBefore(id, (await scheduler.wait(c, versions.list())).versions);
      // Checked before a 304 too: a snapshot that does not exist must not be called unchanged.
      if (since !== null) await snapshots.for(c).use(since, async () => {});
      const prepared = {
        ...commonOf(endpoint, requestedId !== 'current' && stated !== null),
        key: [id, path, since ?? ''],
      };
      const known = await answer.known(c, prepared);
      if (known) return known;
      const changes = await comparisons.compare(c, since, loaded);
      if ('refusal' in changes) throw new HttpProblem(changes.refusal.kind, changes.refusal.message);
      return answer(c, { ...prepared, body: async () => JSON.stringify(changes.answer) });
    });
  });
}
