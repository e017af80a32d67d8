import { type Changes, changesFor, publishedBefore } from '@article21/answers/changes';
import type { SnapshotSummary } from '@article21/store';
import { createByteCache } from '../byte-cache.ts';
import type { Served, Snapshots } from '../snapshots.ts';

/** What snapshots changed against others, compared once each. */
export interface Comparisons {
  /** Against `since`; null stands before the first publication. */
  compare(since: string | null, served: Served): Promise<Changes>;
  /** Against the one published before. */
  withBefore(served: Served, versions: readonly SnapshotSummary[]): Promise<Changes>;
}

const KEPT_BYTES = 4 * 2 ** 20;

/** Compares one after another: each comparison reads two snapshots from end to end. */
export function createComparisons(snapshots: Snapshots): Comparisons {
  const cache = createByteCache(KEPT_BYTES);
  const inTurn = createTurns();

  async function compare(since: string | null, served: Served): Promise<Changes> {
    const work = () =>
      since === null
        ? changesFor(null, served)
        : snapshots.use(since, (before) => changesFor(before, served));
    const bytes = await cache.get(`${since} ${served.id}`, async () =>
      Buffer.from(JSON.stringify(await inTurn(work))),
    );
    return JSON.parse(bytes.toString('utf8')) as Changes;
  }

  return { compare, withBefore: (served, versions) => compare(publishedBefore(served.id, versions), served) };
}

/** Does one thing after another. */
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
