import { changesFor } from '@article21/answers/changes';
import type { JobOutput, JobTools } from './tools.ts';

export interface ChangesInput {
  /** Null stands before the first publication. */
  since: string | null;
  snapshot: string;
}

/** What a snapshot changed against another, or why that is not said, as the JSON of `Changes`. */
export function changes({ since, snapshot }: ChangesInput, { snapshots }: JobTools): JobOutput {
  return snapshots.use(snapshot, async (loaded) => {
    const compared =
      since === null
        ? await changesFor(null, loaded)
        : await snapshots.use(since, (before) => changesFor(before, loaded));
    return JSON.stringify(compared);
  });
}
