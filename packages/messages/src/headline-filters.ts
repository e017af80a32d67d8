import type { Forms } from '@article21/languages';
import {
  type ChartQuery,
  type Day,
  type OpenPart,
  type Period,
  type PhaseFilter,
  type Place,
  type PlaceTree,
  phaseFilters,
  type Total,
} from '@article21/model';
import type { AttributeWords } from './attribute-words.ts';
import { choiceOf } from './choice-signs.ts';
import type { DateWords } from './date.ts';
import type { EstimateWords } from './estimate.ts';
import { fill } from './fill.ts';
import type { LanguageTexts } from './texts.ts';

/** What of a query changes a number. */
export type FindingQuery = Pick<
  ChartQuery,
  'measure' | 'place' | 'from' | 'to' | 'phase' | 'basis' | 'evidence' | 'attribute'
>;

/** What sentences are made of. */
export interface Parts
  extends Pick<EstimateWords, 'count' | 'counted' | 'reports' | 'bare'>,
    Pick<AttributeWords, 'attributesFiltered' | 'attributesMissing'> {
  period: DateWords['period'];
  list(names: readonly string[]): string;
  plural(forms: Forms, n: number, values?: Readonly<Record<string, string>>): string;
  placeName(place: Place): string;
}

/** What a headline says of each filter, as a part of its template; empty where nothing is to be said. */
export interface Filters extends Record<string, string> {
  phase: string;
  places: string;
  /** Whether summaries are counted, whether only what is quoted, and of which attributes. */
  basis: string;
  period: string;
}

/** The filters of a query with its total; `isSplit`: the headline says the period of the total's dated part apart. */
export function filtersOf(
  { query, total, isSplit }: { query: FindingQuery; total: Total | null; isSplit: boolean },
  tree: Pick<PlaceTree, 'get'>,
  texts: LanguageTexts,
  parts: Parts,
): Filters {
  const { headline } = texts;
  const places = query.place.flatMap((id) => tree.get(id) ?? []).map(parts.placeName);
  const period = total === null || isSplit ? query : periodOf(total, query);
  const isKnown = period.from !== null || period.to !== null;
  const about = (text: string) => fill(headline.about, { period: text });
  const neverDated = total !== null && total.dated === null && !isKnown;
  return {
    phase: phaseOf(query.phase, texts),
    places:
      places.length === 0
        ? ''
        : fill(headline.places, { list: placesIn(query.place, places, headline, parts) }),
    basis: [
      query.basis === 'summary' ? headline.summary : '',
      query.evidence === null ? '' : headline.quoted,
      query.attribute.length === 0
        ? ''
        : fill(texts.attributes.headline, { list: parts.attributesFiltered(query.attribute) }),
    ].join(''),
    period: isKnown
      ? fill(headline.period, {
          period: isApproximate(total, query) ? about(parts.period(period)) : parts.period(period),
        })
      : neverDated
        ? fill(headline.period, { period: headline.notStated })
        : '',
  };
}

/** More places than these are not read to their end: nobody finds the number behind five hundred names. */
const MOST_PLACES = 12;
/** So many of them are named then. */
const NAMED = 5;

function placesIn(
  ids: readonly string[],
  names: readonly string[],
  { morePlaces }: LanguageTexts['headline'],
  parts: Parts,
): string {
  if (names.length <= MOST_PLACES) return parts.list(names);
  const list = names.slice(0, NAMED).join(', ');
  return parts.plural(morePlaces, names.length - NAMED, { list, choice: choiceOf(ids) });
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
 * The period of a total: what was asked for, open where an end was not; where no end was, from the first to the last day
 * of the counted records, open where a source leaves it open. One end of each kind would say of neither what it is. What
 * has no day at all is said apart, so that the rest keeps its period.
 */
function periodOf({ dated, open }: Total, { from, to }: FindingQuery): Period {
  if (from !== null || to !== null) return { from, to };
  const parts = [dated, isUndated(open) && dated !== null ? null : open].filter((it) => it !== null);
  const [froms, tos] = [parts.map((it) => it.from), parts.map((it) => it.to)];
  return { from: endOf(froms, Math.min), to: endOf(tos, Math.max) };
}

/** The first or the last of some days; null where there is none, or one of them is not known. */
function endOf(days: readonly (Day | null)[], pick: (...days: Day[]) => Day): Day | null {
  const known = days.filter((day) => day !== null);
  return known.length === 0 || known.length < days.length ? null : pick(...known);
}

/** Whether the period of a total is that of its records, all of which have a date that is approximate. */
function isApproximate(total: Total | null, { from, to }: FindingQuery): boolean {
  return total !== null && from === null && to === null && total.approximateDates === total.records;
}

/** Whether a part of a total has neither a first nor a last day. */
export function isUndated(open: OpenPart | null): boolean {
  return open !== null && open.from === null && open.to === null;
}
