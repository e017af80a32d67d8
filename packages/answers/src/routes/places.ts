import { endpoints } from '@article21/contract';
import { route } from '../route.ts';

export const places = route(endpoints.places, ({ loaded }) => ({
  answer: async () => ({ places: [...loaded.tree.places] }),
}));
