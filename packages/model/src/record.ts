import { z } from 'zod';
import { attributesSchema } from './attribute.ts';
import { estimateSchema, ordered } from './estimate.ts';
import { evidenceSchema } from './evidence.ts';
import { declaredIdSchema, idSchema } from './id.ts';
import { translated } from './local-text.ts';

export const kinds = ['application_rejected', 'detention', 'fine', 'arrest', 'warning', 'other'] as const;
export const phases = ['before', 'during', 'after'] as const;
export const bases = ['incident', 'summary'] as const;
/** A kind of every dataset, of which each language has the words. */
export type UsualKind = (typeof kinds)[number];
/** The id of any kind: which of them there are, the vocabulary of a snapshot says. */
export type Kind = string;
export type Phase = (typeof phases)[number];
export type Basis = (typeof bases)[number];

/** The id of a kind, of every dataset or of one alone. */
export const kindSchema = declaredIdSchema.meta({
  description: `One of ${kinds.join(', ')}, or a kind that the dataset declares.`,
});

/** A quantity: what the coder typed, and the estimate it means. */
export const quantitySchema = ordered(
  z.strictObject({
    notation: z.string(),
    ...estimateSchema.shape,
  }),
);

/** What one unit of a currency was worth: `eur` euros on the days from `from` to `to` (null is open), by `source`. */
export const rateSchema = z.strictObject({
  eur: z.number().positive(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  source: z.string(),
});

/**
 * An amount of money: `notation` and `currency` as stated, the estimate in that currency, and the same in whole
 * euro cents. `currency` is empty only where the amount is not stated at all. `rates` are those it was converted at: one,
 * or the lowest and the highest of its time; none where nothing was converted, or by a snapshot that did not keep them.
 */
export const amountSchema = ordered(
  z.strictObject({
    notation: z.string(),
    currency: z.string().regex(/^(?:[A-Z]{3})?$/),
    ...estimateSchema.shape,
    cents: estimateSchema,
    rates: z.array(rateSchema).max(2).default([]),
  }),
);

/**
 * When a record is counted: `from` to `to` are the days that its sources leave possible, of which null ends are open.
 * `by` says where it is drawn: on the `day` that its source states; on the day of its `assembly`, which is then `day`;
 * or in the bucket that holds the whole `interval`. `approximate`: the source itself said "about". In snapshots of
 * before there was `day`, `from` and `to` of what is drawn by its assembly are the assembly's day.
 */
export const chartedSchema = z.strictObject({
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  day: z.iso.date().nullable().default(null),
  by: z.enum(['day', 'assembly', 'interval']),
  approximate: z.boolean(),
});

/**
 * One restriction, as one source or several state it. `count` is people (for rejections: applications), `amount` is
 * money imposed on them together, `days` are days of administrative arrest imposed on them together. A quantity is
 * null where it does not apply to the kind. `date` is EDTF as typed, null where no date is stated. `attributes` are those
 * of the dataset's own that are stated.
 */
export const recordSchema = z.strictObject({
  id: idSchema,
  kind: kindSchema,
  place: idSchema,
  date: z.string().nullable(),
  charted: chartedSchema,
  assembly: idSchema.nullable(),
  phase: z.enum(phases).nullable(),
  count: quantitySchema.nullable(),
  amount: amountSchema.nullable(),
  days: quantitySchema.nullable(),
  basis: z.enum(bases),
  note: z.string().nullable(),
  ...translated('note'),
  attributes: attributesSchema.optional(),
  evidence: z.array(evidenceSchema).min(1),
});

export type Quantity = z.infer<typeof quantitySchema>;
export type Rate = z.infer<typeof rateSchema>;
/** The rates at which amounts of a currency were converted: the only one, or the lowest and the highest. */
export interface Conversion {
  currency: string;
  rates: readonly Rate[];
}
export type Amount = z.infer<typeof amountSchema>;
export type Charted = z.infer<typeof chartedSchema>;
/** Named so that it does not hide TypeScript's own `Record`. */
export type RestrictionRecord = z.infer<typeof recordSchema>;
