import { z } from 'zod';
import { idSchema } from './id.ts';
import { isTranslated, translated } from './local-text.ts';

/** A dated remark drawn on charts over time. `place` null concerns every place; `source` null is the editors' own. */
export const annotationSchema = z
  .strictObject({
    date: z.iso.date(),
    place: idSchema.nullable(),
    ...translated('text'),
    source: idSchema.nullable(),
  })
  .refine((it) => isTranslated(it, 'text'), 'has no text in any language');

export type Annotation = z.infer<typeof annotationSchema>;
