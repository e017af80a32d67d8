import { HttpProblem, type LoadedSnapshot } from '@article21/answers';
import { type Changes, publishedBefore, readKept } from '@article21/answers/changes';
import type { ChangesAnswer } from '@article21/contract';
import { isSnapshotDamaged, type SnapshotSummary, type Store } from '@article21/store';
import type { Context } from 'hono';
import { createByteCache } from '../byte-cache.ts';
import type { SnapshotOpener } from '../snapshot-opener.ts';
import { costOfChanges } from '../work/cost.ts';
import type { RequestJob } from '../work/request-job.ts';
import type { Scheduler } from '../work/scheduler.ts';

/** Compares snapshots, each pair once. */
export interface Comparisons {
  /** Compares with `since`; null means before the first publication. */
  compare(c: Context, since: string | null, loaded: LoadedSnapshot): Promise<Changes>;
  /** Compares with the snapshot published before it. */
  withBefore(c: Context, loaded: LoadedSnapshot, versions: readonly SnapshotSummary[]): Promise<Changes>;
}

const KEPT_BYTES = 4 * 2 ** 20;

/**
 * Comparisons for requests. Of a snapshot and the one before it, it was made at publication; any other waits for its turn,
 * because it reads two snapshots from end to end.
 */
export function createComparisons(
  store: Pick<Store, 'changes'>,
  {
    snapshots,
    requestJob,
    scheduler,
  }: { snapshots: SnapshotOpener; requestJob: RequestJob; scheduler: Scheduler },
): Comparisons {
  const cache = createByteCache(KEPT_BYTES);

  async function compare(c: Context, since: string | null, loaded: LoadedSnapshot): Promise<Changes> {
    const key = `changes\n${since} ${loaded.id}`;
    const kept = since === null ? null : await keptOf(c, loaded.id, since);
    if (kept) return { answer: kept };
    const bytes = cache.peek(key) ?? (await made(c, key, since, loaded));
    cache.keep(key, bytes);
    return JSON.parse(bytes.toString('utf8')) as Changes;
  }

  /** The comparison made at publication; null when there is none, as for another pair or from an earlier version of the program. */
  async function keptOf(c: Context, id: string, since: string): Promise<ChangesAnswer | null> {
    const reading = store.changes(id, since).catch((error: unknown) => {
      if (!isSnapshotDamaged(error)) throw error;
      throw new HttpProblem('unavailable', `what snapshot ${id} changed is damaged`, [], error);
    });
    const text = await scheduler.wait(c, reading);
    return text === null ? null : readKept(text);
  }

  function made(c: Context, key: string, since: string | null, loaded: LoadedSnapshot): Promise<Buffer> {
    const job = { kind: 'changes', input: { since, snapshot: loaded.id } } as const;
    const order = (before: LoadedSnapshot | null) => {
      const cost = costOfChanges(before, loaded);
      return requestJob(c, { key, cost, job, encoding: 'identity', effort: 'usual' }).then(
        ({ plain }) => plain,
      );
    };
    return since === null ? order(null) : snapshots.for(c).use(since, order);
  }

  return {
    compare,
    withBefore: (c, loaded, versions) => compare(c, publishedBefore(loaded.id, versions), loaded),
  };
}
