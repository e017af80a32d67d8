import { endpoints } from '@article21/contract';
import { route } from '../route.ts';

export const assemblies = route(endpoints.assemblies, ({ loaded }) => ({
  answer: async () => ({ assemblies: loaded.snapshot.catalogue.assemblies }),
}));
