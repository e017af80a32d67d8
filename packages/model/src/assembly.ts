import { z } from 'zod';
import { idSchema } from './id.ts';
import { isTranslated, translated } from './local-text.ts';
import { quantitySchema } from './record.ts';

/** A gathering in one place; `campaign` ties those of one call. `date` is EDTF. */
export const assemblySchema = z
  .strictObject({
    id: idSchema,
    campaign: idSchema.nullable(),
    place: idSchema,
    date: z.string(),
    ...translated('title'),
    participants: quantitySchema.nullable(),
    authorised: z.enum(['yes', 'no', 'unknown']),
  })
  .refine((it) => isTranslated(it, 'title'), 'has no title in any language');

export type Assembly = z.infer<typeof assemblySchema>;
