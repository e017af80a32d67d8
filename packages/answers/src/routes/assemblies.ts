import { type AssembliesAnswer, endpoints } from '@article21/contract';
import { printQuery } from '@article21/model';
import { readQuery } from '../query.ts';
import type { Route } from '../route.ts';

export const assemblies: Route = {
  endpoint: endpoints.assemblies,
  read({ search, served }) {
    const query = readQuery(endpoints.assemblies, search, served);
    const { assemblies } = served.snapshot.catalogue;
    return { canonical: printQuery(query), answer: async (): Promise<AssembliesAnswer> => ({ assemblies }) };
  },
};
