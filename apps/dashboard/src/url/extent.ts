import type { Period } from '@article21/model';

/** The days of a period, at least one; its open ends are those of the data. Null where neither has an end. */
export function daysOf(period: Period, extent: Period): number | null {
  const from = period.from ?? extent.from;
  const to = period.to ?? extent.to;
  return from === null || to === null ? null : Math.max(1, to - from + 1);
}
