import { changesFor } from '@article21/answers/changes';
import type { JobTools, Made } from './tools.ts';

export interface AskedChanges {
  /** Null stands before the first publication. */
  since: string | null;
  snapshot: string;
}

/** What a snapshot changed against another, or why that is not said, as the JSON of `Changes`. */
export function changes({ since, snapshot }: AskedChanges, { snapshots }: JobTools): Made {
  return snapshots.use(snapshot, async (served) => {
    const compared =
      since === null
        ? await changesFor(null, served)
        : await snapshots.use(since, (before) => changesFor(before, served));
    return JSON.stringify(compared);
  });
}
