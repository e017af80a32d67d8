import { endpoints } from '@article21/contract';
import { publishRecord } from '@article21/model';
import { Refusal } from '../refusal.ts';
import { route } from '../route.ts';
import { withhold } from '../withhold.ts';

export const record = route(endpoints.record, ({ params: { id }, served }) => ({
  answer: async () => {
    const found = await served.snapshot.record(id);
    if (!found) throw new Refusal('not-found', `there is no record ${id}`);
    return publishRecord(withhold(found, served));
  },
}));
