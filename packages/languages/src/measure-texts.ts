import type { Forms } from './forms.ts';

/** What is said of one measure. */
export interface MeasureTexts {
  label: string;
  /** For narrow places: a tab, a column. */
  short: string;
  unit: string;
  /** The heading of a plot: the measure with its unit. */
  panel: string;
  definition: string;
  caveat: string;
  /** "No record of detentions". */
  none: string;
  /**
   * The counted noun: `plain` after a bare number, `bounded` after "about", "at least" and a range, where some
   * languages take another case. Null for money, which is counted in its currency.
   */
  noun: { plain: Forms; bounded: Forms } | null;
}
