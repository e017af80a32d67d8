import {
  bucketStart,
  type ChartQuery,
  type Coverage,
  cellBases,
  type Day,
  type DaySpan,
  isByPlace,
  nextBucket,
  OPEN_END,
  OPEN_START,
  type Possible,
  parseDay,
  type Step,
} from '@article21/model';
import { rankOf } from './calendar.ts';
import type { Cube } from './cube.ts';
import { narrowed, orUnstated } from './narrowed.ts';
import { type PrefixSums, recordsIn, seek } from './prefix-sums.ts';
import { EVERY_PHASE, intervalsOf, type Series } from './series.ts';

/**
 * On which of the watched days anything recorded may lie, whatever its phase and basis, for each asked measure and
 * each place that rows may be of. A record of a place may lie in each place inside it, where no source says which, and one
 * whose source does not state an asked attribute may have the asked value: only a cell that none of these days lies in may
 * be called zero. By period, days are those of whole buckets.
 * Places of which nobody watched any day are left out, because nothing of them is ever called zero.
 */
export function possibleDays(whole: Cube, query: ChartQuery, coverage: readonly Coverage[]): Possible[] {
  const bounds = boundsOf(query, coverage);
  if (!bounds) return [];
  const cube = narrowed(whole, orUnstated(query));
  const { measureIds } = cube.cells.vocabulary;
  const measures = measureIds.filter((id) => query.measure.includes(id));
  const possible: Possible[] = [];
  for (const { place, nodes } of placesOf(cube, query, coverage)) {
    for (const measure of measures) {
      const found: DaySpan[] = [];
      for (const node of nodes)
        for (let basis = 0; basis < cellBases.length; basis++) {
          const series = cube.series(node, measureIds.indexOf(measure), basis, EVERY_PHASE);
          if (series) collect(found, cube, series, bounds);
        }
      const spans = merged(found, bounds, query.by.includes('period') ? query.every : null);
      if (spans.length > 0)
        possible.push(place === undefined ? { measure, spans } : { measure, place, spans });
    }
  }
  return possible;
}

/** The days that are asked for and that anybody watched; null when there are none. */
function boundsOf({ from, to }: ChartQuery, coverage: readonly Coverage[]): DaySpan | null {
  let first = Infinity;
  let last = -Infinity;
  for (const span of coverage) {
    first = Math.min(first, parseDay(span.from) ?? first);
    last = Math.max(last, parseDay(span.to) ?? last);
  }
  const bounds = { from: Math.max(first, from ?? first), to: Math.min(last, to ?? last) };
  return bounds.from <= bounds.to ? bounds : null;
}

/** The places that rows may be of, with the nodes of what may lie in each: itself, what is in it, what it lies in. */
function placesOf({ nodes, tree }: Cube, { by, place }: ChartQuery, coverage: readonly Coverage[]) {
  const around = (id: string) => [...(nodes.above.get(id) ?? [])];
  const inside = (id: string) => nodes.inside.get(id) ?? null;
  const nodesOf = (id: string) => [...new Set([inside(id), ...around(id)])].filter((it) => it !== null);
  if (!isByPlace({ by })) {
    const all = place.length === 0 ? nodes.everything : tree.outermost(place).flatMap(nodesOf);
    return [{ place: undefined, nodes: [...new Set(all)] }];
  }
  const watched = new Set(coverage.flatMap((it) => tree.within(it.place)));
  const own = place.length === 0 ? tree.places.map(({ id }) => id) : place.flatMap((id) => tree.within(id));
  const rows = by.includes('region') ? own.map(tree.regionOf) : own;
  return [...new Set(rows)].filter((id) => watched.has(id)).map((id) => ({ place: id, nodes: nodesOf(id) }));
}

function collect(found: DaySpan[], cube: Cube, series: Series, { from, to }: DaySpan): void {
  for (const day of daysIn(series.days, cube, from, to)) found.push({ from: day, to: day });
  for (const intervals of intervalsOf(series))
    for (let i = 0; i < intervals.prefix.length; i++) {
      const first = intervals.from[i] as number;
      const last = intervals.to[i] as number;
      if (first <= to && last >= from)
        found.push({
          from: first === OPEN_START ? from : Math.max(first, from),
          to: last === OPEN_END ? to : Math.min(last, to),
        });
    }
  const drawn = series.drawn?.prefix;
  for (let i = drawn ? seek(drawn, from) : 0; drawn && i < drawn.length; i++) {
    const day = drawn.keys?.[i] as number;
    if (day > to) break;
    found.push({ from: day, to: day });
  }
}

function* daysIn(prefix: PrefixSums, { days }: Cube, from: Day, to: Day): Generator<Day> {
  const end = seek(prefix, rankOf(days, to + 1));
  for (let i = seek(prefix, rankOf(days, from)); i < end; i++)
    if (recordsIn(prefix, i, i + 1) > 0)
      yield days.days[prefix.keys ? (prefix.keys[i] as number) : i] as number;
}

/** Spans widened to whole buckets, or to the whole period where there are none, and joined where they touch. */
function merged(found: DaySpan[], bounds: DaySpan, step: Step | null): DaySpan[] {
  if (found.length === 0) return [];
  if (step === null) return [bounds];
  const whole: DaySpan[] = [];
  for (const { from, to } of found.sort((a, b) => a.from - b.from)) {
    let last = whole.at(-1);
    // Most days lie in the bucket of the day before.
    if (last && to <= last.to) continue;
    const start = bucketStart(from, step);
    const end = nextBucket(bucketStart(to, step), step) - 1;
    if (last && start <= last.to + 1) last.to = Math.max(last.to, end);
    else {
      last = { from: start, to: end };
      whole.push(last);
    }
  }
  return whole;
}
