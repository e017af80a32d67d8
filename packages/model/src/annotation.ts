import { z } from 'zod';
import { idSchema } from './id.ts';

/** A dated remark drawn on charts over time. `place` null concerns every place; `source` null is the editors' own. */
export const annotationSchema = z.strictObject({
  date: z.iso.date(),
  place: idSchema.nullable(),
  text_en: z.string().min(1),
  text_ru: z.string().min(1),
  text_kk: z.string().min(1),
  source: idSchema.nullable(),
});

export type Annotation = z.infer<typeof annotationSchema>;
