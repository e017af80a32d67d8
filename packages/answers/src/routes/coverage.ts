import { endpoints } from '@article21/contract';
import { route } from '../route.ts';

export const coverage = route(endpoints.coverage, ({ served }) => ({
  answer: async () => ({ coverage: served.snapshot.catalogue.coverage }),
}));
