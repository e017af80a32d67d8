import { bucketCount, type ChartQuery } from '@article21/model';
import { type Cube, measureOf } from './cube.ts';
import { type Buckets, bucketsOf } from './periods.ts';
import { entriesIn, seek } from './prefix-sums.ts';
import { partsOf, select } from './selection.ts';
import type { Series } from './series.ts';

/**
 * How many rows an answer has at most: those that exist, not those that could. Where several phases or an edge of the
 * period meet in a bucket, it may be counted more than once. Nothing is added up for it but what the answer needs, too.
 * Throws on a place that the cube's tree does not have.
 */
export function groupCount(cube: Cube, query: ChartQuery): number {
  if (query.by.length === 0) return 0;
  const key = JSON.stringify({ ...query, chart: null, theme: null, title: null });
  const known = counted.get(cube) ?? new Map<string, number>();
  counted.set(cube, known);
  const groups = known.get(key) ?? countGroups(cube, query);
  // The newest are last: a Map keeps the order of insertion.
  known.delete(key);
  known.set(key, groups);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return groups;
}

/** A question is counted before it is let in, before it waits for its turn, and before it is answered. */
const counted = new WeakMap<Cube, Map<string, number>>();
const KEPT = 50;

function countGroups(cube: Cube, query: ChartQuery): number {
  const selection = select(cube, query);
  const { from, to } = selection;
  const buckets = query.by.includes('period') ? bucketsOf(cube, query.every, from, to) : null;
  const most = buckets ? buckets.end - buckets.start + 2 : 1;
  let groups = 0;
  for (const measure of selection.measures) {
    if (!cube.measures.includes(measureOf(cube, measure).id)) continue;
    for (const { nodes } of selection.groups) {
      const parts = partsOf(cube, selection, measure, nodes);
      groups += buckets ? Math.min(most, bucketsIn(cube, buckets, parts)) : Math.min(parts.length, 1);
    }
  }
  return groups;
}

/**
 * How many buckets the time axis of an answer has, with those in which nothing is: as many as the asked days fill, of
 * which an open end is that of the cube's extent. 0 where counts are not asked for by period.
 */
export function axisLength({ extent }: Cube, { by, from, to, every }: ChartQuery): number {
  if (!by.includes('period') || !extent) return 0;
  const days = (to ?? extent.to) - (from ?? extent.from) + 1;
  return days > 0 ? bucketCount(days, every) : 0;
}

function bucketsIn(
  cube: Cube,
  { step, from, to, start, end, head, tail }: Buckets,
  parts: readonly Series[],
) {
  let found = (head >= 0 ? 1 : 0) + (tail >= 0 ? 1 : 0);
  for (const part of parts) {
    const prefix = cube.buckets(part, step);
    found += entriesIn(prefix, seek(prefix, start), seek(prefix, end));
    if (part.drawn) found += seek(part.drawn.prefix, to + 1) - seek(part.drawn.prefix, from);
  }
  return found;
}
