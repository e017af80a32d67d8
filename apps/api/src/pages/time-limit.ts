import { setTimeout as passed } from 'node:timers/promises';
import { HttpProblem } from '@article21/answers';
import type { Report } from '../log.ts';

/** Settles when a page has waited long enough for what takes time, and comes without it. */
export type Patience = () => Promise<unknown>;

/** In milliseconds: what else a page says is worth having before what takes longer. */
const TIME_LIMIT_MS = 1000;

const oneSecond: Patience = () => passed(TIME_LIMIT_MS, undefined, { ref: false });

/**
 * What was made in time, else `late`. A page is whole without it: a refusal is late, too, and so is a fault, which is
 * reported and not shown.
 */
export function withTimeLimit<T>(
  making: Promise<T>,
  { report, patience = oneSecond }: { report: Report; patience?: Patience },
): Promise<T | 'late'> {
  const sound = making.catch((error: unknown) => {
    if (!(error instanceof HttpProblem)) report(error);
    return 'late' as const;
  });
  return Promise.race([sound, patience().then(() => 'late' as const)]);
}
