import {
  type Counts,
  type Coverage,
  type Day,
  type MeasureId,
  parseBucket,
  parseDay,
} from '@article21/model';
import type { Plot } from '../plot.ts';
import type { Row } from './rows.ts';

/**
 * What no record means: `zero` where somebody watched, `unmonitored` where nobody is known to have, `unknown` where
 * nothing is known of who watched, or where a record is not dated closely enough to say.
 */
export type CoverageGap = 'zero' | 'unmonitored' | 'unknown';

/** What no record means in a place (undefined is all that is asked for together) and the days from `from` to `to`. */
type GapLookup = (place: string | undefined, from: Day, to: Day) => CoverageGap;

/**
 * A lookup in one measure's counts and in the coverage. Without coverage everything is `unknown`: nothing claims zero. Where somebody
 * watched, it is zero only where nothing recorded can lie, as the counts say (`possible`).
 */
export function gapLookup(counts: Counts, measure: MeasureId, plot: Plot): GapLookup {
  const { coverage = [], query } = plot;
  if (coverage.length === 0) return () => 'unknown';
  const { possible } = counts;
  if (possible === null) return () => 'unknown';
  const perhaps = new Map(
    possible.filter((it) => it.measure === measure).map(({ place, spans }) => [place, spans]),
  );
  const spans = new Map<string | undefined, Span[][] | null>();
  const byPlace = new Map<string, Coverage[]>();
  for (const it of coverage) {
    const own = byPlace.get(it.place);
    if (own) own.push(it);
    else byPlace.set(it.place, [it]);
  }
  return (place, from, to) => {
    const known = spans.get(place);
    const all = known === undefined ? spansOf(place, byPlace, plot) : known;
    spans.set(place, all);
    if (all === null) return 'unknown';
    const [first, last] = [Math.max(from, query.from ?? from), Math.min(to, query.to ?? to)];
    const within = (span: Span) => span.from <= first && last <= span.to;
    if (!all.every((own) => own.some(within))) return 'unmonitored';
    // What is counted of all places together may lie in each of them.
    const days = perhaps.get(place) ?? perhaps.get(undefined) ?? [];
    return overlaps(days, first, last) ? 'unknown' : 'zero';
  };
}

interface Span {
  from: Day;
  to: Day;
}

/** A place and all that it lies in. */
export function placeAndParents(place: string, plot: Plot): string[] {
  const line: string[] = [];
  let id: string | null = place;
  while (id !== null && !line.includes(id)) {
    line.push(id);
    id = plot.places.get(id)?.parent ?? null;
  }
  return line;
}

/** What no record means in each bucket of a row; null in those that have records. `kinds` is what there is of it. */
export function gapsOfRow(row: Row, buckets: readonly string[], counts: Counts, plot: Plot) {
  const gapIn = gapLookup(counts, row.measure, plot);
  const counted = new Set(row.counts.map((count) => count.period));
  const at = new Map<string, CoverageGap>();
  for (const bucket of buckets) {
    const days = parseBucket(bucket);
    if (days && !counted.has(bucket)) at.set(bucket, gapIn(row.place, days.from, days.to));
  }
  return { at: (bucket: string) => at.get(bucket) ?? null, kinds: new Set(at.values()) };
}

/** Whether any of some spans, which are in order and apart, has one of the days from `first` to `last`. */
function overlaps(spans: readonly Span[], first: Day, last: Day): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.to ?? first) < first) low = middle + 1;
    else high = middle;
  }
  return (spans[low]?.from ?? Infinity) <= last;
}

/** The days that are covered in each place of a row, without gaps; null where it is not known which places those are. */
function spansOf(
  place: string | undefined,
  byPlace: ReadonlyMap<string, readonly Coverage[]>,
  plot: Plot,
): Span[][] | null {
  const placeFilter = plot.query.place;
  const roots = plot.places.places?.filter((it) => it.parent === null).map((it) => it.id);
  const places =
    place !== undefined
      ? [place]
      : placeFilter && placeFilter.length > 0
        ? placeFilter
        : placeFilter && roots;
  if (!places || places.length === 0) return null;
  return places.map((id) => joined(placeAndParents(id, plot).flatMap((it) => byPlace.get(it) ?? [])));
}

function joined(coverage: readonly Coverage[]): Span[] {
  const spans = coverage.map(({ from, to }) => ({ from: dayOf(from), to: dayOf(to) }));
  const whole: Span[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && span.from <= last.to + 1) last.to = Math.max(last.to, span.to);
    else whole.push(span);
  }
  return whole;
}

function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new Error(`not a day: ${text}`);
  return day;
}
