import { z } from 'zod';
import { idSchema } from './id.ts';
import { quantitySchema } from './record.ts';

/** A gathering in one place; `campaign` ties those of one call. `date` is EDTF. */
export const assemblySchema = z.strictObject({
  id: idSchema,
  campaign: idSchema.nullable(),
  place: idSchema,
  date: z.string(),
  title_en: z.string().min(1),
  title_ru: z.string().min(1),
  title_kk: z.string().min(1),
  participants: quantitySchema.nullable(),
  authorised: z.enum(['yes', 'no', 'unknown']),
});

export type Assembly = z.infer<typeof assemblySchema>;
