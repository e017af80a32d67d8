import { endpoints } from '@article21/contract';
import { route } from '../route.ts';

export const assemblies = route(endpoints.assemblies, ({ served }) => ({
  answer: async () => ({ assemblies: served.snapshot.catalogue.assemblies }),
}));
