import { endpoints } from '@article21/contract';
import { route } from '../route.ts';

export const places = route(endpoints.places, ({ served }) => ({
  answer: async () => ({ places: [...served.tree.places] }),
}));
