import { z } from 'zod';
import { estimateSchema } from './estimate.ts';
import { measureIds } from './measures/index.ts';

/**
 * One counted group. `low` and `high` are in the measure's unit (people, applications, EUR, days); `records` is how
 * many records stand behind them. `place` and `period` are there when the query groups by them: the place that the
 * sources name (not those above it), and the bucket's name.
 */
export const countSchema = z.strictObject({
  measure: z.enum(measureIds),
  place: z.string().optional(),
  period: z.string().optional(),
  ...estimateSchema.shape,
  records: z.int().min(1),
});

/** `within`: the whole interval lies in the asked period, so that the total counts it. */
export const undatedSchema = countSchema.omit({ period: true }).extend({ within: z.boolean() });

/**
 * The answer to a query. `rows` are ordered by measure, place and period, and a group without any record is absent:
 * no record is not the number zero. `totals` cover the rows and what is undated within the asked period. `undated`
 * is what overlaps the asked period and lies in no single bucket of it.
 */
export const countsSchema = z.strictObject({
  rows: z.array(countSchema),
  totals: z.array(countSchema.omit({ place: true, period: true })),
  undated: z.array(undatedSchema),
});

export type Count = z.infer<typeof countSchema>;
export type Undated = z.infer<typeof undatedSchema>;
export type Total = Counts['totals'][number];
export type Counts = z.infer<typeof countsSchema>;
