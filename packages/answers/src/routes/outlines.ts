import { endpoints } from '@article21/contract';
import { route } from '../route.ts';

export const outlines = route(endpoints.outlines, ({ loaded }) => ({
  answer: async () => ({ outlines: [...(await loaded.snapshot.outlines())] }),
}));
