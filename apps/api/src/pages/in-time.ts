import { setTimeout as passed } from 'node:timers/promises';
import { Refusal } from '@article21/answers';
import type { Report } from '../problems.ts';

/** In milliseconds: what else a page says is worth having before what takes longer. */
export const PATIENCE = 1000;

/**
 * What was made in time, else `late`. A page is whole without it: a refusal is late, too, and so is a fault, which is
 * reported and not shown.
 */
export function inTime<T>(
  making: Promise<T>,
  { report, patience = PATIENCE }: { report: Report; patience?: number },
): Promise<T | 'late'> {
  const sound = making.catch((error: unknown) => {
    if (!(error instanceof Refusal)) report(crypto.randomUUID(), error);
    return 'late' as const;
  });
  return Promise.race([sound, passed(patience, 'late' as const, { ref: false })]);
}
