import type { EstimateTexts, MeasureTexts } from '@article21/languages';
import { type Estimate, isUnnumbered, type MeasureId, measure, type Vocabulary } from '@article21/model';
import type { VocabularyWords } from './declared-words.ts';
import { fill } from './fill.ts';
import type { Pluralise } from './numbers.ts';
import type { LanguageTexts } from './texts.ts';

/** Estimates as text; see `Words` for what each says. */
export interface EstimateWords {
  count(estimate: Estimate, measure: MeasureId): string;
  /** The number with what is counted, without the reports: "about 15 detentions". */
  counted(estimate: Estimate, measure: MeasureId): string;
  /** The number alone, "about 15"; money with what it is. */
  bare(estimate: Estimate, measure: MeasureId): string;
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
  aboutOrMore: '≥ ≈ {low}',
  upTo: '≤ {high}',
  aboutUpTo: '≤ ≈ {high}',
  underOne: '< 1',
};

/** Estimates in the words of a language. */
export function createEstimates(
  texts: LanguageTexts,
  number: (n: number) => string,
  pluralise: Pluralise,
  { vocabulary, vocabularyWords }: { vocabulary: Vocabulary; vocabularyWords: VocabularyWords },
): EstimateWords {
  const ends = ({ low, high }: Estimate) => ({ low: number(low), high: number(high ?? low) });
  const signs = (stated: Estimate) => {
    const estimate = asWritten(stated);
    return isUnnumbered(stated) ? '' : fill(inSigns[shapeOf(estimate)], ends(estimate));
  };
  const phrase = (estimate: Estimate, noun: string | null) => {
    const shape = shapeOf(estimate);
    return noun === null
      ? fill(texts.money[shape], ends(estimate))
      : fill(texts.count[shape], { ...ends(estimate), noun });
  };
  const counted = (stated: Estimate, id: MeasureId) => {
    const estimate = asWritten(stated);
    if (vocabularyWords.isLabelled(id)) return `${vocabularyWords.measure(id).label}: ${bare(stated, id)}`;
    return phrase(estimate, nounOf(estimate, vocabularyWords.measure(id), pluralise));
  };
  const isMoney = (id: MeasureId) => unitOf(id, vocabulary) === 'EUR';
  const bare = (stated: Estimate, id: MeasureId) => {
    const estimate = asWritten(stated);
    const currency = fill(texts.numbers.euros, { n: '' }).trim();
    if (vocabularyWords.isLabelled(id)) return phrase(estimate, isMoney(id) ? currency : '').trim();
    return phrase(estimate, vocabularyWords.measure(id).noun === null ? null : '').trim();
  };
  const reports = (n: number, id: MeasureId) => {
    const forms = texts.unnumbered[isMoney(id) ? 'amount' : 'number'];
    return fill(pluralise(forms, n), { n: number(n) });
  };
  return {
    counted,
    bare,
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

/** Of an approximate number, the digits that it has; an exact one is said as it is. */
function asWritten(estimate: Estimate): Estimate {
  if (!estimate.approximate) return estimate;
  const { low, high } = estimate;
  return { ...estimate, low: roundedAsAbout(low), high: high === null ? null : roundedAsAbout(high) };
}

/**
 * What can be said of a number that is only about right: three digits, and whole units. How coarse the addends of an
 * approximate sum were is not known; three digits are right within half a per cent, which nobody who says "about"
 * claims to be. A part of a unit is not said to be nothing.
 */
function roundedAsAbout(n: number): number {
  if (n > 0 && n < 0.5) return n;
  return Math.round(n) < 1000 ? Math.round(n) : Number(n.toPrecision(3));
}

/** The unit of a measure; none of one that the vocabulary does not have (yet). */
function unitOf(id: MeasureId, vocabulary: Vocabulary): string | null {
  return vocabulary.measureIds.includes(id) ? measure(id, vocabulary).unit : null;
}

function nounOf(
  estimate: Estimate,
  { noun }: Pick<MeasureTexts, 'noun'>,
  pluralise: Pluralise,
): string | null {
  if (!noun) return null;
  const shape = shapeOf(estimate);
  if (shape === 'exact') return pluralise(noun.plain, estimate.low);
  // A range agrees with its last number; where there is no upper bound, only the lower is said.
  const isOpen = shape === 'atLeast' || shape === 'aboutOrMore';
  return pluralise(noun.bounded, isOpen ? estimate.low : (estimate.high ?? estimate.low));
}

/** Whether a number is written with "≥"; nothing is written to find out, because charts ask it of tens of thousands. */
export function isWrittenAtLeast(estimate: Estimate): boolean {
  if (estimate.unnumbered === 0) return estimate.high === null;
  const shape = shapeOf(asWritten(estimate));
  return shape === 'atLeast' || shape === 'aboutOrMore';
}

/**
 * Reports without a number leave the top open as much as a source that says "at least". Where no source states a least
 * number, "at least 0" would say nothing, and hide the most that is stated: that is said, and the reports beside it.
 */
function shapeOf({ low, high, approximate, unnumbered }: Estimate): keyof EstimateTexts {
  if (unnumbered > 0 && low === 0 && high !== null) {
    if (high === 0) return approximate ? 'about' : 'exact';
    return approximate ? 'aboutUpTo' : 'upTo';
  }
  if (high === null || unnumbered > 0) return approximate ? 'aboutOrMore' : 'atLeast';
  if (approximate && high > 0 && high < 0.5) return 'underOne';
  if (low === high) return approximate ? 'about' : 'exact';
  return approximate ? 'aboutRange' : 'range';
}
