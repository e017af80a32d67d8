import { bucketCount, type Period, type Step, steps } from '@article21/model';

/** Columns that can still be told apart on a phone. */
const MOST = 40;

/** The finest step that divides a period into columns that can be told apart; open ends are those of the data. */
export function fittingStep(period: Period, extent: Period): Step {
  const days = daysOf(period, extent);
  if (days === null) return 'month';
  return steps.find((step) => bucketCount(days, step) <= MOST) ?? 'year';
}

/**
 * The step after a choice of another period: one that was what fits stays what fits, any other is the reader's own.
 * So the address always names the step, and needs no word for an automatic one.
 */
export function stepAfter(every: Step, before: Period, after: Period, extent: Period): Step {
  return every === fittingStep(before, extent) ? fittingStep(after, extent) : every;
}

/** The days of a period, at least one; its open ends are those of the data. Null where neither has an end. */
function daysOf(period: Period, extent: Period): number | null {
  const from = period.from ?? extent.from;
  const to = period.to ?? extent.to;
  return from === null || to === null ? null : Math.max(1, to - from + 1);
}
