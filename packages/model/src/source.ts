import { z } from 'zod';
import { idSchema } from './id.ts';
import { translated } from './local-text.ts';

/** Whether quotations and text may be shown, or never leave the machine through any surface. */
export const visibilities = ['public', 'internal'] as const;

/**
 * A document that states what happened. `file` is its text within the dataset; `date` is EDTF. `language` is that of
 * the text; title, publisher and rights are in the dataset's own language, and perhaps in others.
 */
export const sourceSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1),
  ...translated('title'),
  publisher: z.string().min(1),
  ...translated('publisher'),
  date: z.string().nullable(),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  language: z.string().regex(/^[a-z]{2,3}$/),
  visibility: z.enum(visibilities),
  rights: z.string().min(1),
  ...translated('rights'),
  file: z.string().min(1),
});

export type Source = z.infer<typeof sourceSchema>;
