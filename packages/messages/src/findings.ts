import {
  type Counted,
  type Counts,
  type Estimate,
  isUnnumbered,
  type MeasureId,
  numberedOf,
  type OpenPart,
  type PlaceTree,
  sum,
  type Total,
  unstated,
} from '@article21/model';
import { inSentence, type VocabularyWords } from './declared-words.ts';
import { fill } from './fill.ts';
import {
  type Parts as FilterParts,
  type Filters,
  type FindingQuery,
  filtersOf,
  isUndated,
} from './headline-filters.ts';
import type { LanguageTexts } from './texts.ts';

type Parts = FilterParts & VocabularyWords;

/** What is said of one measure of a query. */
export interface Finding {
  measure: MeasureId;
  /** The sentence over a chart: the number, and each filter that made it. */
  headline: string;
  /** Sentences that belong beside it: what may be missing in the number, and where else there are numbers. */
  remarks: readonly string[];
}

/** What of the counts is said. */
export type FindingCounts = Pick<
  Counts,
  'totals' | 'undated' | 'unplaced' | 'unattributed' | 'otherBasis' | 'uncounted'
>;

/**
 * The findings of a query, one for each measure in its order. Two queries whose filters count different records have
 * different headlines: places are named, the first of very many, and the period is that of the counted records.
 */
export function createFindings(
  texts: LanguageTexts,
  parts: Parts,
): (query: FindingQuery, counts: FindingCounts, places: Pick<PlaceTree, 'get'>) => Finding[] {
  return (query, counts, places) =>
    query.measure.map((measure) => {
      const total = counts.totals.find((it) => it.measure === measure) ?? null;
      // Beside a part without any day, the period is said of the rest alone.
      const isSplit = total !== null && splitOf(total, texts, parts) !== null;
      const filters = filtersOf({ query, total, isSplit }, places, texts, parts);
      const remarks = remarksOn(measure, { query, counts }, texts, parts);
      if (total === null) return withoutTotal(measure, { filters, remarks }, texts, parts);
      const headline = sentence(texts, counted(total, filters, texts, parts));
      const split = splitOf(total, texts, parts);
      return {
        measure,
        headline:
          split === null
            ? headline
            : sentence(
                texts,
                fill(
                  (parts.isLabelled(measure) ? texts.declared : texts.headline)[
                    split.rest === '' ? 'split' : 'splitRest'
                  ],
                  {
                    headline: headline.replace(/\.$/, ''),
                    ...split,
                  },
                ),
              ),
        remarks: remarks.map((it) => sentence(texts, `${it}.`)),
      };
    });
}

/** How much of a total has no day, and when the rest was; null where one period says it all. */
function splitOf(
  total: Total,
  { headline, ...texts }: LanguageTexts,
  parts: Parts,
): { open: string; rest: string; period: string } | null {
  const { dated, open } = total;
  if (dated === null || open === null || !isUndated(open) || isReportsOnly(total)) return null;
  const numberText = (it: Estimate) => {
    const reports = parts.reports(it.unnumbered, total.measure);
    if (isUnnumbered(it)) return reports;
    const count = parts.bare(it, total.measure);
    return it.unnumbered === 0 ? count : fill(texts.withUnnumbered, { count, reports });
  };
  const rest = restOf(total, open);
  return {
    open: numberText(open),
    rest: rest === null ? '' : rest === 'unknown' ? headline.noLeast : numberText(rest),
    period: parts.period(dated),
  };
}

/**
 * What of a total stands beside its part without a day, where that has no least number, so that the two numbers said
 * are alike: "at least 2, of them at least 2". Null where it has one; unknown where an open top hides what is stated.
 */
function restOf(total: Total, open: OpenPart): Estimate | 'unknown' | null {
  // In cents: the difference of two sums of money must not be a trace of their binary fractions.
  const low = Math.round((total.low - open.low) * 100);
  if (low !== 0) return null;
  const unnumbered = total.unnumbered - open.unnumbered;
  const numbered = numberedOf(total) - numberedOf(open);
  if (numbered === 0 && unnumbered > 0) return { ...unstated, unnumbered };
  if (total.high === null || open.high === null) return 'unknown';
  const { approximate } = total;
  return { low: 0, high: total.high - open.high, approximate, unnumbered, numbered };
}

/** Whether all numbers have days, and all reports without a number have none. */
function isReportsOnly({ open, ...total }: Total): boolean {
  return (
    open !== null &&
    isUndated(open) &&
    isUnnumbered(open) &&
    open.unnumbered === total.unnumbered &&
    !isUnnumbered(total)
  );
}

function counted(
  total: Total,
  filters: Filters,
  { headline, ...texts }: LanguageTexts,
  parts: Parts,
): string {
  const { measure } = total;
  const stated = parts.reports(total.unnumbered, measure);
  const reports = isReportsOnly(total) ? fill(headline.undatedReports, { reports: stated }) : stated;
  if (isUnnumbered(total)) {
    const label = inSentence(parts.measure(measure).label, texts.language);
    return fill(headline.reports, { ...filters, label, reports });
  }
  if (parts.isLabelled(measure)) {
    const count = parts.bare(total, measure);
    const all = total.unnumbered > 0 ? fill(texts.withUnnumbered, { count, reports }) : count;
    const label = inSentence(parts.measure(measure).label, texts.language);
    return fill(headline.reports, { ...filters, label, reports: all });
  }
  const template = total.unnumbered > 0 ? headline.countReports : headline.count;
  return fill(template, { ...filters, count: parts.counted(total, measure), reports });
}

/** Without a total, what would stand beside it is the finding: "no record" would deny it. */
function withoutTotal(
  measure: MeasureId,
  { filters, remarks }: { filters: Filters; remarks: readonly string[] },
  { headline, ...texts }: LanguageTexts,
  parts: Parts,
): Finding {
  const sentences = { ...texts, headline };
  const names = parts.measure(measure);
  const label = inSentence(names.label, texts.language);
  const text =
    remarks.length === 0 && parts.isLabelled(measure)
      ? fill(headline.reports, { ...filters, label, reports: texts.declared.none })
      : remarks.length === 0
        ? fill(headline.none, { ...filters, none: inSentence(names.none, texts.language) })
        : fill(headline.beside, {
            ...filters,
            label,
            remarks: remarks.join('; '),
          });
  return { measure, headline: sentence(sentences, text), remarks: [] };
}

/** What stands beside a number, as clauses. */
function remarksOn(
  measure: MeasureId,
  { query, counts }: { query: FindingQuery; counts: FindingCounts },
  { remark, attributes }: LanguageTexts,
  parts: Parts,
): string[] {
  if (counts.uncounted.includes(measure)) return [remark.uncounted];
  const own = <T extends Counted>(groups: readonly T[]) => groups.filter((it) => it.measure === measure);
  const outside = sum(own(counts.undated).filter((it) => !it.within));
  const [unplaced] = own(counts.unplaced);
  const texts: string[] = [];
  if (outside) texts.push(fill(remark.outside, { count: parts.count(outside, measure) }));
  if (unplaced)
    texts.push(
      isUnnumbered(unplaced)
        ? parts.plural(remark.unplacedReports, unplaced.unnumbered)
        : fill(remark.unplaced, { count: parts.count(unplaced, measure) }),
    );
  const [unattributed] = own(counts.unattributed);
  if (unattributed)
    texts.push(
      fill(attributes.unattributed, {
        count: parts.count(unattributed, measure),
        attributes: parts.attributesMissing(query.attribute),
      }),
    );
  const total = counts.totals.find((it) => it.measure === measure);
  if (total && total.approximateDates > 0)
    texts.push(parts.plural(remark.approximateDates, total.approximateDates));
  if (total?.notQuoted) texts.push(parts.plural(remark.notQuoted, total.notQuoted));
  const basis = query.basis === 'summary' ? 'incident' : 'summary';
  for (const it of own(counts.otherBasis)) {
    const template = it.within ? remark.other : remark.otherOutside;
    texts.push(fill(template[basis], { count: parts.count(it, measure) }));
  }
  return texts;
}

/** Capitalised, and without what the empty parts of a template leave behind. */
function sentence(texts: Pick<LanguageTexts, 'language'>, text: string): string {
  const whole = text.replace(/^[\s,:]+/, '').replace(/\.\.$/, '.');
  return whole.charAt(0).toLocaleUpperCase(texts.language) + whole.slice(1);
}
