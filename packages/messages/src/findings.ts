import {
  type ChartQuery,
  type Counted,
  type Counts,
  isUnnumbered,
  type MeasureId,
  type OpenPart,
  type Period,
  type PhaseFilter,
  type Place,
  type PlaceTree,
  phaseFilters,
  sum,
  type Total,
} from '@article21/model';
import type { DateWords } from './date.ts';
import type { EstimateWords } from './estimate.ts';
import { fill } from './fill.ts';
import type { Forms } from './plural.ts';
import type { LanguageTexts } from './texts.ts';

/** What is said of one measure of a query. */
export interface Finding {
  measure: MeasureId;
  /** The sentence over a chart: the number, and each filter that made it. */
  headline: string;
  /** Sentences that belong beside it: what may be missing in the number, and where else there are numbers. */
  remarks: readonly string[];
}

/** What of a query changes a number. */
export type Asked = Pick<ChartQuery, 'measure' | 'place' | 'from' | 'to' | 'phase' | 'basis'>;

/** What of the counts is said. */
export type Said = Pick<Counts, 'totals' | 'undated' | 'unplaced' | 'otherBasis' | 'uncounted'>;

interface Parts extends Pick<EstimateWords, 'count' | 'counted' | 'reports' | 'bare'> {
  period: DateWords['period'];
  list(names: readonly string[]): string;
  plural(forms: Forms, n: number): string;
  placeName(place: Place): string;
}

/**
 * The findings of a query, one for each measure in its order. Two queries whose filters count different records have
 * different headlines: every place is named, and the period is that of the counted records.
 */
export function createFindings(
  texts: LanguageTexts,
  parts: Parts,
): (query: Asked, counts: Said, places: Pick<PlaceTree, 'get'>) => Finding[] {
  return (query, counts, places) =>
    query.measure.map((measure) => {
      const total = counts.totals.find((it) => it.measure === measure) ?? null;
      const filters = filtersOf(query, total, places, texts, parts);
      const remarks = remarksOn(measure, query, counts, texts, parts);
      if (total === null) return withoutTotal(measure, filters, remarks, texts);
      const headline = sentence(texts, counted(measure, total, filters, texts, parts));
      const split = splitOf(total, query, texts, parts);
      return {
        measure,
        headline:
          split === null
            ? headline
            : sentence(
                texts,
                fill(texts.headline.split, { headline: headline.replace(/\.$/, ''), ...split }),
              ),
        remarks: remarks.map((it) => sentence(texts, `${it}.`)),
      };
    });
}

interface Filters extends Record<string, string> {
  phase: string;
  places: string;
  basis: string;
  period: string;
}

function filtersOf(
  query: Asked,
  total: Total | null,
  tree: Pick<PlaceTree, 'get'>,
  texts: LanguageTexts,
  parts: Parts,
): Filters {
  const { headline } = texts;
  const places = query.place.flatMap((id) => tree.get(id) ?? []);
  const period = total === null ? query : periodOf(total, query);
  const isKnown = period.from !== null || period.to !== null;
  const neverDated = total !== null && total.dated === null && !isKnown;
  return {
    phase: phaseOf(query.phase, texts),
    places:
      places.length === 0 ? '' : fill(headline.places, { list: parts.list(places.map(parts.placeName)) }),
    basis: query.basis === 'summary' ? headline.summary : '',
    period: isKnown
      ? fill(headline.period, { period: parts.period(period) })
      : neverDated
        ? fill(headline.period, { period: headline.notStated })
        : '',
  };
}

/** Every phase together is no filter. */
function phaseOf(phases: readonly PhaseFilter[], { phase, headline }: LanguageTexts): string {
  if (phases.length === 0 || phases.length === phaseFilters.length) return '';
  const named = phaseFilters
    .filter((it) => phases.includes(it))
    .map((it) => (it === 'unstated' ? headline.phaseUnstated : phase[it]));
  const last = named.pop() ?? '';
  const list = named.length === 0 ? last : fill(headline.or, { list: named.join(', '), last });
  return fill(headline.phase, { list });
}

/**
 * The period of a total: the ends that were asked for; an end that was not is where the counted records begin or end.
 * What is dated together with what has no such end has no period beyond the asked one: `splitOf` says both.
 */
function periodOf({ dated, open }: Total, { from, to }: Asked): Period {
  if (dated !== null && open !== null) return { from, to };
  const counted = dated ?? open;
  return { from: from ?? counted?.from ?? null, to: to ?? counted?.to ?? null };
}

/** How much of a total has no day, and when the rest was; null where one period says it all. */
function splitOf(
  { dated, open }: Total,
  { from, to }: Asked,
  { headline, ...texts }: LanguageTexts,
  parts: Parts,
): { open: string; when: string; period: string } | null {
  if (dated === null || open === null || (from !== null && to !== null)) return null;
  const number = isUnnumbered(open)
    ? parts.reports(open.unnumbered, open.measure)
    : open.unnumbered === 0
      ? parts.bare(open, open.measure)
      : fill(texts.withUnnumbered, {
          count: parts.bare(open, open.measure),
          reports: parts.reports(open.unnumbered, open.measure),
        });
  return { open: number, when: whenOf(open, headline, parts), period: parts.period(dated) };
}

function whenOf({ from, to }: OpenPart, { notStated }: LanguageTexts['headline'], parts: Parts): string {
  return from === null && to === null ? notStated : parts.period({ from, to });
}

function counted(
  measure: MeasureId,
  total: Total,
  filters: Filters,
  { headline, ...texts }: LanguageTexts,
  parts: Parts,
): string {
  const reports = parts.reports(total.unnumbered, measure);
  if (isUnnumbered(total)) {
    const label = lower(texts.measure[measure].label, texts.language);
    return fill(headline.reports, { ...filters, label, reports });
  }
  const template = total.unnumbered > 0 ? headline.countReports : headline.count;
  return fill(template, { ...filters, count: parts.counted(total, measure), reports });
}

/** Without a total, what would stand beside it is the finding: "no record" would deny it. */
function withoutTotal(
  measure: MeasureId,
  filters: Filters,
  remarks: readonly string[],
  { headline, ...texts }: LanguageTexts,
): Finding {
  const said = { ...texts, headline };
  const names = texts.measure[measure];
  const text =
    remarks.length === 0
      ? fill(headline.none, { ...filters, none: lower(names.none, texts.language) })
      : fill(headline.beside, {
          ...filters,
          label: lower(names.label, texts.language),
          remarks: remarks.join('; '),
        });
  return { measure, headline: sentence(said, text), remarks: [] };
}

/** What stands beside a number, as clauses. */
function remarksOn(
  measure: MeasureId,
  query: Asked,
  counts: Said,
  { remark }: LanguageTexts,
  parts: Parts,
): string[] {
  if (counts.uncounted.includes(measure)) return [remark.uncounted];
  const own = <T extends Counted>(groups: readonly T[]) => groups.filter((it) => it.measure === measure);
  const outside = sum(own(counts.undated).filter((it) => !it.within));
  const [unplaced] = own(counts.unplaced);
  const [other] = own(counts.otherBasis);
  const texts: string[] = [];
  if (outside) texts.push(fill(remark.outside, { count: parts.count(outside, measure) }));
  if (unplaced)
    texts.push(
      isUnnumbered(unplaced)
        ? parts.plural(remark.unplacedReports, unplaced.unnumbered)
        : fill(remark.unplaced, { count: parts.count(unplaced, measure) }),
    );
  if (other) {
    const basis = query.basis === 'summary' ? 'incident' : 'summary';
    texts.push(fill(remark.other[basis], { count: parts.count(other, measure) }));
  }
  return texts;
}

function lower(text: string, language: string): string {
  return text.charAt(0).toLocaleLowerCase(language) + text.slice(1);
}

/** Capitalised, and without what the empty parts of a template leave behind. */
function sentence(texts: Pick<LanguageTexts, 'language'>, text: string): string {
  const whole = text.replace(/^[\s,:]+/, '').replace(/\.\.$/, '.');
  return whole.charAt(0).toLocaleUpperCase(texts.language) + whole.slice(1);
}
