import { type Estimate, isUnnumbered } from '@article21/model';
import type { Words } from './words.ts';

/** A way in which a number says what is not known: hatched up to its end, "≥", "≈", or "+1". */
export type NumberSign = 'hatch' | 'atLeast' | 'approximate' | 'badge';

/** The signs that these numbers need, in the order of a key. `hatch`: some are drawn to more than their least. */
export function numberSigns(estimates: readonly Estimate[], words: Pick<Words, 'signs'>): NumberSign[] {
  const numbered = estimates.filter((it) => !isUnnumbered(it));
  const used: Record<NumberSign, boolean> = {
    hatch: numbered.some((it) => it.high !== null && it.high > it.low),
    atLeast: numbered.some((it) => it.high === null || words.signs(it).startsWith('≥')),
    approximate: numbered.some((it) => it.approximate),
    badge: estimates.some((it) => it.unnumbered > 0),
  };
  return (Object.keys(used) as NumberSign[]).filter((sign) => used[sign]);
}
