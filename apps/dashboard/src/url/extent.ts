import type { SnapshotAnswer } from '@article21/contract/client';
import { type Period, parseDay } from '@article21/model';

/** The first and the last day of the data; open where there is no record. */
export function extentOf({ extent: { from, to } }: Pick<SnapshotAnswer, 'extent'>): Period {
  return { from: from === null ? null : parseDay(from), to: to === null ? null : parseDay(to) };
}

/** The days of a period, at least one; its open ends are those of the data. Null where neither has an end. */
export function daysOf(period: Period, extent: Period): number | null {
  const from = period.from ?? extent.from;
  const to = period.to ?? extent.to;
  return from === null || to === null ? null : Math.max(1, to - from + 1);
}
