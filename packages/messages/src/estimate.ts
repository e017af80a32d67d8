import { type Estimate, isUnnumbered, type MeasureId, measure } from '@article21/model';
import { fill } from './fill.ts';
import type { Pluralise } from './plural.ts';
import type { EstimateTexts, LanguageTexts } from './texts.ts';

/** Estimates as text; see `Words` for what each says. */
export interface EstimateWords {
  count(estimate: Estimate, measure: MeasureId): string;
  /** The number with what is counted, without the reports: "about 15 detentions". */
  counted(estimate: Estimate, measure: MeasureId): string;
  reports(n: number, measure: MeasureId): string;
  signs(estimate: Estimate): string;
  short(estimate: Estimate, measure: MeasureId): string;
}

const inSigns: EstimateTexts = {
  exact: '{low}',
  about: '≈ {low}',
  range: '{low}–{high}',
  aboutRange: '≈ {low}–{high}',
  atLeast: '≥ {low}',
  aboutOrMore: '≈ {low}+',
};

/** Estimates in the words of a language. */
export function createEstimates(
  texts: LanguageTexts,
  number: (n: number) => string,
  pluralise: Pluralise,
): EstimateWords {
  const ends = ({ low, high }: Estimate) => ({ low: number(low), high: number(high ?? low) });
  const signs = (estimate: Estimate) =>
    isUnnumbered(estimate) ? '' : fill(inSigns[shapeOf(estimate)], ends(estimate));
  const counted = (estimate: Estimate, id: MeasureId) => {
    const shape = shapeOf(estimate);
    const noun = nounOf(estimate, id, texts, pluralise);
    return noun === null
      ? fill(texts.money[shape], ends(estimate))
      : fill(texts.count[shape], { ...ends(estimate), noun });
  };
  const reports = (n: number, id: MeasureId) => {
    const forms = texts.unnumbered[measure(id).unit === 'EUR' ? 'amount' : 'number'];
    return fill(pluralise(forms, n), { n: number(n) });
  };
  return {
    counted,
    reports,
    signs,
    count: (estimate, id) => {
      if (isUnnumbered(estimate)) return reports(estimate.unnumbered, id);
      const count = counted(estimate, id);
      if (estimate.unnumbered === 0) return count;
      return fill(texts.withUnnumbered, { count, reports: reports(estimate.unnumbered, id) });
    },
    short: (estimate, id) => {
      const beside = estimate.unnumbered > 0 ? reports(estimate.unnumbered, id) : '';
      return [signs(estimate), beside].filter(Boolean).join(' + ');
    },
  };
}

/** A number that takes the form of "many" in every language here. */
const MANY = 100;

function nounOf(
  estimate: Estimate,
  id: MeasureId,
  texts: LanguageTexts,
  pluralise: Pluralise,
): string | null {
  const { noun } = texts.measure[id];
  if (!noun) return null;
  const shape = shapeOf(estimate);
  if (shape === 'exact') return pluralise(noun.plain, estimate.low);
  // "About 1 or more detentions": what is open at the top is many. A range agrees with its last number.
  return pluralise(noun.bounded, shape === 'aboutOrMore' ? MANY : (estimate.high ?? estimate.low));
}

function shapeOf({ low, high, approximate }: Estimate): keyof EstimateTexts {
  if (high === null) return approximate ? 'aboutOrMore' : 'atLeast';
  if (low === high) return approximate ? 'about' : 'exact';
  return approximate ? 'aboutRange' : 'range';
}
