import { z } from 'zod';
import { isSnapshotId } from './snapshot-id.ts';

/** Why something that was published may not be any more. Readers are told the code and its words, and nothing else. */
export const retractionReasons = [
  'endangers_person',
  'not_consented',
  'court_order',
  'wrong',
  'other',
] as const;

export const retractionReasonSchema = z.enum(retractionReasons);

export type RetractionReason = (typeof retractionReasons)[number];

/** Whether a code is one of `retractionReasons`: a browser asks without the schema, for which it would load all of zod. */
export function isRetractionReason(code: string): code is RetractionReason {
  return retractionReasons.some((reason) => reason === code);
}

/** That a snapshot was published and is gone: what everybody may know of it. */
export const retractionSchema = z.strictObject({
  snapshot: z.string().refine(isSnapshotId),
  reason: retractionReasonSchema,
  /** When it was retracted. */
  at: z.iso.datetime(),
});

export type Retraction = z.infer<typeof retractionSchema>;
