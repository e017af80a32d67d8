import { endpoints, type OutlinesAnswer } from '@article21/contract';
import { printQuery } from '@article21/model';
import { readQuery } from '../query.ts';
import type { Route } from '../route.ts';

export const outlines: Route = {
  endpoint: endpoints.outlines,
  read({ search, served }) {
    const query = readQuery(endpoints.outlines, search, served);
    return {
      canonical: printQuery(query),
      answer: async (): Promise<OutlinesAnswer> => ({ outlines: [...(await served.snapshot.outlines())] }),
    };
  },
};
