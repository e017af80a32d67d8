import { type AnnotationsAnswer, endpoints } from '@article21/contract';
import { printQuery } from '@article21/model';
import { readQuery } from '../query.ts';
import type { Route } from '../route.ts';

export const annotations: Route = {
  endpoint: endpoints.annotations,
  read({ search, served }) {
    const query = readQuery(endpoints.annotations, search, served);
    const { annotations } = served.snapshot.catalogue;
    return {
      canonical: printQuery(query),
      answer: async (): Promise<AnnotationsAnswer> => ({ annotations }),
    };
  },
};
