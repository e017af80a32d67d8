import { endpoints } from '@article21/contract';
import { publishRecord } from '@article21/model';
import { HttpProblem } from '../http-problem.ts';
import { withNeighbours } from '../neighbours.ts';
import { redact } from '../redact.ts';
import { route } from '../route.ts';

export const record = route(endpoints.record, ({ params: { id }, loaded }) => ({
  answer: async () => {
    const found = await loaded.snapshot.record(id);
    if (!found) throw new HttpProblem('not-found', `there is no record ${id}`);
    const [shown = found] = await withNeighbours([redact(found, loaded)], loaded);
    return publishRecord(shown);
  },
}));
