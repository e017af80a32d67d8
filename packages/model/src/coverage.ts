import { z } from 'zod';
import { idSchema } from './id.ts';

/**
 * Where and when somebody watched: a place, all that lies in it, and the days from the first to the last. Only inside
 * coverage does the absence of records mean zero; outside it, nobody knows.
 */
export const coverageSchema = z.strictObject({
  place: idSchema,
  from: z.iso.date(),
  to: z.iso.date(),
  source: idSchema,
});

export type Coverage = z.infer<typeof coverageSchema>;
