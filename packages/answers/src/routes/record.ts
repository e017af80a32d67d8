import { endpoints } from '@article21/contract';
import { publishRecord, type RestrictionRecord } from '@article21/model';
import { HttpProblem } from '../http-problem.ts';
import type { LoadedSnapshot } from '../loaded-snapshot.ts';
import { withNeighbours } from '../neighbours.ts';
import { redact } from '../redact.ts';
import { route } from '../route.ts';

export const record = route(endpoints.record, ({ params: { id }, loaded }) => ({
  find: async () => void (await findRecord(id, loaded)),
  answer: async () => {
    const found = await findRecord(id, loaded);
    const [shown = found] = await withNeighbours([redact(found, loaded)], loaded);
    return publishRecord(shown);
  },
}));

/** A record as it is stored. Throws an `HttpProblem` where there is none. */
export async function findRecord(id: string, { snapshot }: LoadedSnapshot): Promise<RestrictionRecord> {
  const found = await snapshot.record(id);
  if (!found) throw new HttpProblem('not-found', `there is no record ${id}`);
  return found;
}
