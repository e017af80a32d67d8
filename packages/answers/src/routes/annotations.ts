import { endpoints } from '@article21/contract';
import { route } from '../route.ts';

export const annotations = route(endpoints.annotations, ({ served }) => ({
  answer: async () => ({ annotations: served.snapshot.catalogue.annotations }),
}));
