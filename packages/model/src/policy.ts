import { z } from 'zod';
import { idSchema } from './id.ts';

const days = z.iso.date();
const ids = z.array(idSchema).min(1);

/** Which records a rule picks: those that meet all that is said here; of a list, one of it suffices. */
export const policyConditionSchema = z
  .strictObject({
    /** Those whose row says `yes` in the column `sensitive`. */
    sensitive: z.literal(true).optional(),
    record: ids.optional(),
    kind: z.array(z.string().min(1)).min(1).optional(),
    /** Those in one of these places, or in what lies in it. */
    place: ids.optional(),
    /** Those that may have happened on one of the days from `from` to `to`. */
    from: days.optional(),
    to: days.optional(),
    /** Those that one of these sources states. */
    source: ids.optional(),
  })
  .refine((it) => Object.keys(it).length > 0, 'says nothing: name at least one condition');

/**
 * How records are published that are picked: their day as its month or year, their place as its region or country. Their
 * words, notes, addresses and ids are not published at all, also where neither is named.
 */
export const policyRuleSchema = z.strictObject({
  id: idSchema,
  when: policyConditionSchema,
  date: z.enum(['month', 'year']).optional(),
  place: z.enum(['region', 'country']).optional(),
});

/**
 * `policy.json` of a dataset: what of it is published, to protect people. `secret` (32 to 64 hex digits) makes the ids of
 * picked records, so that nobody can guess the ones that they had. Neither it nor the file leaves the monitor's folder.
 */
export const policySchema = z.strictObject({
  secret: z.string().regex(/^[0-9a-f]{32,64}$/, '32 to 64 hexadecimal digits'),
  rules: z.array(policyRuleSchema).min(1),
});

export type Policy = z.infer<typeof policySchema>;
export type PolicyRule = z.infer<typeof policyRuleSchema>;

/** What publishing by a policy does to a dataset. */
export interface PolicyEffects {
  /** How many records each rule picks, in the order of the policy. */
  rules: readonly { id: string; records: number }[];
  /** Records that a rule picks. */
  records: number;
  /** The ids that these have in the dataset, of which no snapshot is to be public. */
  ids: readonly string[];
  /** Sources whose words are not published because such a record cites them, and how many others cite them too. */
  withheldSources: readonly { id: string; otherRecords: number }[];
  /** Assemblies and places that are left out because nothing but such records refers to them. */
  leftOut: { assemblies: number; places: number };
  /** Stretches of time that nobody is said to have watched any more. */
  coverageCut: number;
  /** What the policy does not hide, one sentence each. */
  doubts: readonly string[];
}
