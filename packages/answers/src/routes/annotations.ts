import { endpoints } from '@article21/contract';
import { route } from '../route.ts';

export const annotations = route(endpoints.annotations, ({ loaded }) => ({
  answer: async () => ({ annotations: loaded.snapshot.catalogue.annotations }),
}));
