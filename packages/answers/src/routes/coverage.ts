import { type CoverageAnswer, endpoints } from '@article21/contract';
import { printQuery } from '@article21/model';
import { readQuery } from '../query.ts';
import type { Route } from '../route.ts';

export const coverage: Route = {
  endpoint: endpoints.coverage,
  read({ search, served }) {
    const query = readQuery(endpoints.coverage, search, served);
    const { coverage } = served.snapshot.catalogue;
    return { canonical: printQuery(query), answer: async (): Promise<CoverageAnswer> => ({ coverage }) };
  },
};
