import { z } from 'zod';
import { type Estimate, estimateSchema, isUnnumbered } from './estimate.ts';
import { amountSchema, quantitySchema, type RestrictionRecord, recordSchema } from './record.ts';

const endsSchema = {
  low: z.number().min(0).nullable().meta({
    description: 'What it is at least. Null where no number is stated, which is not the number zero.',
  }),
  high: z.number().min(0).nullable().meta({
    description: 'What it is at most as stated. Null where the source leaves it open, or states no number.',
  }),
};
const publishedQuantitySchema = z.strictObject({ ...quantitySchema.shape, ...endsSchema });

/** A record as it is published: where a source states no number, its estimates have neither end. */
export const publishedRecordSchema = z.strictObject({
  ...recordSchema.shape,
  count: publishedQuantitySchema.nullable(),
  amount: z
    .strictObject({
      ...amountSchema.shape,
      ...endsSchema,
      cents: z.strictObject({ ...estimateSchema.shape, ...endsSchema }),
    })
    .nullable(),
  days: publishedQuantitySchema.nullable(),
});

export type PublishedRecord = z.infer<typeof publishedRecordSchema>;

/** What a published estimate has in the place of its two ends. */
type Published<T extends Estimate> = Omit<T, 'low' | 'high'> & Record<'low' | 'high', number | null>;

/** A record as it is published: unknown is never zero. */
export function publishRecord(record: RestrictionRecord): PublishedRecord {
  const { count, amount, days } = record;
  return {
    ...record,
    count: count && published(count),
    amount: amount && { ...published(amount), cents: published(amount.cents) },
    days: days && published(days),
  };
}

/** Reads what `publishRecord` made; nothing is lost between the two. */
export function readRecord(record: PublishedRecord): RestrictionRecord {
  return { ...record, ...readQuantities(record) };
}

/** The same of its quantities alone. */
export function readQuantities({
  count,
  amount,
  days,
}: Pick<PublishedRecord, 'count' | 'amount' | 'days'>): Pick<RestrictionRecord, 'count' | 'amount' | 'days'> {
  return {
    count: count && read(count),
    amount: amount && { ...read(amount), cents: read(amount.cents) },
    days: days && read(days),
  };
}

function published<T extends Estimate>(it: T): Published<T> {
  return isUnnumbered(it) ? { ...it, low: null, high: null } : it;
}

function read<T extends Published<Estimate>>(it: T): T & Pick<Estimate, 'low' | 'high'> {
  return it.low === null ? { ...it, low: 0, high: 0 } : { ...it, low: it.low };
}
