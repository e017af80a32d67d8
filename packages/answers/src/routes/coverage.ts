import { endpoints } from '@article21/contract';
import { route } from '../route.ts';

export const coverage = route(endpoints.coverage, ({ loaded }) => ({
  answer: async () => ({ coverage: loaded.snapshot.catalogue.coverage }),
}));
