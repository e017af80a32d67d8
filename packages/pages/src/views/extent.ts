import type { SnapshotAnswer } from '@article21/contract/client';
import { type Period, parseDay } from '@article21/model';

/** The first and the last day of the data; open where there is no record. */
export function extentOf({ extent: { from, to } }: Pick<SnapshotAnswer, 'extent'>): Period {
  return { from: from === null ? null : parseDay(from), to: to === null ? null : parseDay(to) };
}
