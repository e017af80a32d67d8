import { type Estimate, isUnnumbered, type MeasureId, measure } from '@article21/model';
import { fill } from './fill.ts';
import type { Pluralise } from './plural.ts';
import type { EstimateTexts, LanguageTexts } from './texts.ts';

type Shape = keyof EstimateTexts;

/** Which of the phrases says an estimate. */
export function shape({ low, high, approximate }: Estimate): Shape {
  if (high === null) return approximate ? 'aboutOrMore' : 'atLeast';
  if (low === high) return approximate ? 'about' : 'exact';
  return approximate ? 'aboutRange' : 'range';
}

const signs: EstimateTexts = {
  exact: '{low}',
  about: '≈ {low}',
  range: '{low}–{high}',
  aboutRange: '≈ {low}–{high}',
  atLeast: '≥ {low}',
  aboutOrMore: '≈ {low}+',
};

/** The number of an estimate in signs, without its reports: `≈ 15`, `30–40`, `≥ 12`. Empty when it has no number. */
export function inSigns(estimate: Estimate, number: (n: number) => string): string {
  if (isUnnumbered(estimate)) return '';
  return fill(signs[shape(estimate)], ends(estimate, number));
}

/** The number of an estimate with what is counted: "about 15 detentions". */
export function counted(
  estimate: Estimate,
  id: MeasureId,
  texts: LanguageTexts,
  number: (n: number) => string,
  pluralise: Pluralise,
): string {
  const form = shape(estimate);
  const { noun } = texts.measure[id];
  if (!noun) return fill(texts.money[form], ends(estimate, number));
  // "About 1 or more detentions": what is open at the top is many.
  const n = form === 'aboutOrMore' ? MANY : (estimate.high ?? estimate.low);
  const forms = form === 'exact' ? noun.plain : noun.bounded;
  return fill(texts.count[form], { ...ends(estimate, number), noun: pluralise(forms, n) });
}

/** The reports that state no number: "3 reports without a number", for money "without an amount". */
export function reports(
  n: number,
  id: MeasureId,
  texts: LanguageTexts,
  number: (n: number) => string,
  pluralise: Pluralise,
): string {
  const forms = texts.unnumbered[measure(id).unit === 'EUR' ? 'amount' : 'number'];
  return fill(pluralise(forms, n), { n: number(n) });
}

/** A number that takes the form of "many" in every language here. */
const MANY = 100;

function ends({ low, high }: Estimate, number: (n: number) => string): { low: string; high: string } {
  return { low: number(low), high: number(high ?? low) };
}
