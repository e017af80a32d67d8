import {
  type Day,
  type Estimate,
  isUnnumbered,
  type MeasureId,
  type Period,
  type Place,
} from '@article21/model';
import { fill } from './fill.ts';
import type { Forms } from './plural.ts';
import type { LanguageTexts } from './texts.ts';

/**
 * What the sentence over a chart says. `estimate` is null when no record matches; empty `places` means everywhere.
 * An end of the period that the query leaves open is taken from `extent`, the dates that the data cover.
 */
export interface Headline {
  estimate: Estimate | null;
  measure: MeasureId;
  places: readonly Place[];
  from: Day | null;
  to: Day | null;
  extent?: Period;
}

interface Parts {
  counted(estimate: Estimate, measure: MeasureId): string;
  reports(n: number, measure: MeasureId): string;
  period(period: Period): string;
  list(names: readonly string[]): string;
  plural(forms: Forms, n: number): string;
  placeName(place: Place): string;
}

/** Places that are named before the rest is counted. */
const NAMED = 3;

/** "About 15 detentions in Almaty, 28 April – 31 May 2012, and 1 report without a number." */
export function createHeadline(texts: LanguageTexts, parts: Parts): (asked: Headline) => string {
  const { headline } = texts;
  const lower = (text: string) => text.charAt(0).toLocaleLowerCase(texts.language) + text.slice(1);
  return ({ estimate, measure, places, from, to, extent }) => {
    const period = periodOf(from, to, extent);
    const known = period.from !== null || period.to !== null;
    const where = {
      places: places.length === 0 ? '' : fill(headline.places, { list: placeList(places, texts, parts) }),
      period: known ? fill(headline.period, { period: parts.period(period) }) : '',
    };
    if (estimate === null)
      return sentence(texts, headline.none, { ...where, none: lower(texts.measure[measure].none) });
    const reports = parts.reports(estimate.unnumbered, measure);
    if (isUnnumbered(estimate))
      return sentence(texts, headline.reports, {
        ...where,
        label: lower(texts.measure[measure].label),
        reports,
      });
    const count = parts.counted(estimate, measure);
    return sentence(texts, estimate.unnumbered > 0 ? headline.countReports : headline.count, {
      ...where,
      count,
      reports,
    });
  };
}

/** The asked period, its open ends closed by the data's, but never so that it would end before it begins. */
function periodOf(from: Day | null, to: Day | null, extent: Period | undefined): Period {
  const first = from ?? extent?.from ?? null;
  const last = to ?? extent?.to ?? null;
  return first !== null && last !== null && first > last ? { from, to } : { from: first, to: last };
}

function placeList(places: readonly Place[], texts: LanguageTexts, parts: Parts): string {
  const names = places.map(parts.placeName);
  if (names.length <= NAMED) return parts.list(names);
  const shown = names.slice(0, NAMED - 1);
  return parts.list([...shown, parts.plural(texts.list.morePlaces, names.length - shown.length)]);
}

/** Capitalised, and without what the empty parts of a template leave behind. */
function sentence(texts: LanguageTexts, template: string, values: Record<string, string>): string {
  const text = fill(template, values)
    .replace(/^[\s,:]+/, '')
    .replace(/\.\.$/, '.');
  return text.charAt(0).toLocaleUpperCase(texts.language) + text.slice(1);
}
