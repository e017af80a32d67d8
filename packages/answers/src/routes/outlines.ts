import { endpoints } from '@article21/contract';
import { route } from '../route.ts';

export const outlines = route(endpoints.outlines, ({ served }) => ({
  answer: async () => ({ outlines: [...(await served.snapshot.outlines())] }),
}));
