import { type Estimate, isUnnumbered } from '@article21/model';
import { isWrittenAtLeast } from './estimate.ts';

/** The ways in which a number says what is not known, in the order of a key: hatched up to its end, "≥", "≈", "+1". */
export const signsOfNumbers = ['hatch', 'atLeast', 'approximate', 'badge'] as const;
export type NumberSign = (typeof signsOfNumbers)[number];

/** The signs that these numbers need, in the order of a key. `hatch`: some are drawn to more than their least. */
export function numberSigns(estimates: readonly Estimate[]): NumberSign[] {
  return signsOfNumbers.filter((sign) => estimates.some((it) => needs[sign](it)));
}

const needs: Record<NumberSign, (estimate: Estimate) => boolean> = {
  hatch: (it) => it.high !== null && it.high > it.low && !isUnnumbered(it),
  atLeast: (it) => isWrittenAtLeast(it) && !isUnnumbered(it),
  approximate: (it) => it.approximate && !isUnnumbered(it),
  badge: (it) => it.unnumbered > 0,
};

/** Whether a record that states this gives a sum that sign: reports without a number leave its upper end open, too. */
export function causesSign({ low, high, approximate, unnumbered }: Estimate, sign: NumberSign): boolean {
  const causes: Record<NumberSign, boolean> = {
    hatch: high !== null && high > low,
    atLeast: high === null || unnumbered > 0,
    approximate,
    badge: unnumbered > 0,
  };
  return causes[sign];
}
