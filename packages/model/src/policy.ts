import { z } from 'zod';
import { idSchema } from './id.ts';
import { kindSchema } from './record.ts';

/** Which records a rule picks: those that meet all that is said here; of a list, one of it suffices. */
const conditionSchema = z
  .strictObject({
    /** Those whose row says `yes` in the column `sensitive`. */
    sensitive: z.literal(true).optional(),
    record: z.array(idSchema).min(1).optional(),
    kind: z.array(kindSchema).min(1).optional(),
    phase: z
      .array(z.enum(['before', 'during', 'after']))
      .min(1)
      .optional(),
    /** `topic:labour`: those with one of these values of each attribute that is named; `topic:unstated` without any. */
    attribute: z.array(z.string()).min(1).optional(),
    /** Those in one of these places, or in what lies in it. */
    place: z.array(idSchema).min(1).optional(),
    /** Those that may have happened on one of the days from `from` to `to`. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    /** Those that one of these sources states. */
    source: z.array(idSchema).min(1).optional(),
  })
  .refine((it) => Object.keys(it).length > 0, 'says nothing: name at least one condition');

/** How closely records may be dated and placed that are to be protected; null where this is left as it is. */
export const precisionSchema = z.strictObject({
  date: z.enum(['month', 'year']).nullable(),
  place: z.enum(['region', 'country']).nullable(),
});

/**
 * How the records that a rule picks are published: their day as its month or year, their place as its region or country.
 * Their words, notes, addresses and ids are not published at all, also where neither is named.
 */
const ruleSchema = z.strictObject({
  id: idSchema,
  when: conditionSchema,
  date: z.enum(['month', 'year']).optional(),
  place: z.enum(['region', 'country']).optional(),
});

/**
 * `policy.json` of a dataset: what of it is published, to protect people. `secret` (32 to 64 hex digits) makes the ids of
 * picked records, so that nobody can guess the ones that they had. Neither it nor the file is ever published.
 */
export const policySchema = z.strictObject({
  secret: z
    .string()
    .regex(/^[0-9a-f]{32,64}$/, 'not 32 to 64 hexadecimal digits')
    .optional(),
  rules: z
    .array(ruleSchema)
    .min(1)
    .max(100)
    .refine((it) => new Set(it.map(({ id }) => id)).size === it.length, 'two rules have the same id'),
});

export type Policy = z.infer<typeof policySchema>;
export type PolicyRule = z.infer<typeof ruleSchema>;
export type Precision = z.infer<typeof precisionSchema>;
