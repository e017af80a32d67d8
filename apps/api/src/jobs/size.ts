import { countSize } from '@article21/cube';
import type { ChartQuery } from '@article21/model';
import type { JobOutput, JobTools } from './tools.ts';

/** How large the answer to a question is, as the JSON of a `Size`. */
export function size(
  { snapshot, query }: { snapshot: string; query: ChartQuery },
  { snapshots }: JobTools,
): JobOutput {
  return snapshots.use(snapshot, async ({ cube }) => JSON.stringify(countSize(cube, query)));
}
