import { endpoints, type RecordAnswer } from '@article21/contract';
import { printQuery, publishRecord } from '@article21/model';
import { readQuery } from '../query.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { withhold } from '../withhold.ts';

export const record: Route = {
  endpoint: endpoints.record,
  read({ params, search, served }) {
    const query = readQuery(endpoints.record, search, served);
    const id = params.id ?? '';
    const answer = async (): Promise<RecordAnswer> => {
      const found = await served.snapshot.record(id);
      if (!found) throw new Refusal('not-found', `there is no record ${id}`);
      return publishRecord(withhold(found, served));
    };
    return { canonical: `${id}?${printQuery(query)}`, answer };
  },
};
