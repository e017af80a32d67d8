import { z } from 'zod';
import { idSchema } from './id.ts';
import { isTranslated, translated } from './local-text.ts';

export const placeKinds = ['city', 'settlement', 'region', 'country'] as const;

/** Where an act happened. `parent` is the place it lies in; coordinates are WGS 84 degrees. */
export const placeSchema = z
  .strictObject({
    id: idSchema,
    kind: z.enum(placeKinds),
    parent: idSchema.nullable(),
    country: z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166-1 code of two letters'),
    lat: z.number().min(-90).max(90).nullable(),
    lon: z.number().min(-180).max(180).nullable(),
    ...translated('name'),
    aliases: z.array(z.string().min(1)),
    wikidata: z
      .string()
      .regex(/^Q\d+$/)
      .nullable(),
  })
  .refine((it) => isTranslated(it, 'name'), 'has no name in any language');

export type Place = z.infer<typeof placeSchema>;
