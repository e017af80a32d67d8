import { add, type Estimate } from '@article21/model';
import { estimateOf, type Row } from '../data/rows.ts';
import { endOf } from '../marks/bar.ts';
import type { Box } from '../marks/shape.ts';
import type { Plot } from '../plot.ts';
import { type Discs, discReach, discsOf } from './discs.ts';
import { type Area, spreadCircles } from './spread-circles.ts';

/** A place on the map, in pixels. */
export interface PlacedRow {
  row: Row;
  x: number;
  y: number;
}

/** A circle of a map: of one place, or of several whose circles would cover each other, with what they have together. */
export interface MapCircle {
  /** The largest first. */
  rows: readonly Row[];
  estimate: Estimate;
  x: number;
  y: number;
}

/** Whether a circle is of several places. */
export function isShared({ rows }: MapCircle): boolean {
  return rows.length > 1;
}

/** The places of a circle as one row, named as a list. */
export function rowOfCircle({ rows, estimate }: MapCircle, { words }: Plot): Row {
  const [first] = rows;
  if (!first) throw new Error('a circle of no place');
  return {
    ...{ measure: first.measure, place: undefined, estimate, counts: [] },
    name: words.list(rows.map((row) => row.name)),
    places: rows.flatMap(({ place }) => (place === undefined ? [] : [place])),
    records: rows.reduce((n, row) => n + row.records, 0),
  };
}

/** The circles of a map, the largest first, and how large they are drawn. */
export interface MapCircles {
  circles: readonly MapCircle[];
  discs: Discs;
}

/**
 * Puts places on a map of that size into circles of which none covers another and each covers the point where it
 * belongs: a circle gives way by less than its own radius, else it and the one that it is nearest to are one. `places` come the
 * largest first. The same for the same places.
 */
export function circlesOf(places: readonly PlacedRow[], box: Box): MapCircles {
  const area = { left: box.left, right: box.left + box.width, top: box.top, bottom: box.top + box.height };
  let own: readonly MapCircle[] = places.map(({ row, x, y }) => ({
    rows: [row],
    estimate: estimateOf(row.estimate),
    x,
    y,
  }));
  for (;;) {
    const discs = discsOf(
      own.map((it) => it.estimate),
      box,
    );
    const reaches = own.map((it) => discReach(it.estimate, discs));
    const covering = worstPair(own, (i, j, apart) => Math.max(reaches[i] ?? 0, reaches[j] ?? 0) - apart);
    const joined = covering ?? displaced(own, reaches, area);
    if (!joined) {
      const standing = spreadCircles(asCircles(own, reaches), area);
      const circles = own.map((it, i) => ({ ...it, x: standing[i]?.x ?? it.x, y: standing[i]?.y ?? it.y }));
      return { circles, discs };
    }
    own = merged(own, joined);
  }
}

type Pair = readonly [number, number];

function asCircles(circles: readonly MapCircle[], reaches: readonly number[]) {
  return circles.map(({ x, y }, i) => ({ x, y, radius: reaches[i] ?? 0 }));
}

/** The two of which `how` says the most; null where it says of none that it is more than nothing. */
function worstPair(
  circles: readonly MapCircle[],
  how: (i: number, j: number, apart: number) => number,
): Pair | null {
  let worst: Pair | null = null;
  let most = 0;
  circles.forEach((a, i) => {
    for (let j = i + 1; j < circles.length; j++) {
      const b = circles[j];
      const value = b ? how(i, j, Math.hypot(a.x - b.x, a.y - b.y)) : 0;
      if (value > most) [worst, most] = [[i, j], value];
    }
  });
  return worst;
}

/** A circle that would have to leave the point where it belongs, or meets another all the same, and the one nearest to it. */
function displaced(circles: readonly MapCircle[], reaches: readonly number[], area: Area): Pair | null {
  const wanted = asCircles(circles, reaches);
  const standing = spreadCircles(wanted, area);
  const off = standing.map(({ x, y, radius }, i) => {
    const from = wanted[i];
    return from ? Math.hypot(x - from.x, y - from.y) - radius : 0;
  });
  const furthest = off.reduce((most, value, i) => (value > (off[most] ?? 0) ? i : most), 0);
  if ((off[furthest] ?? 0) > 0)
    return worstPair(circles, (i, j, apart) => (i === furthest || j === furthest ? 1 / (1 + apart) : 0));
  return worstPair(circles, (i, j) => {
    const [a, b] = [standing[i], standing[j]];
    return a && b ? a.radius + b.radius - TOUCH - Math.hypot(a.x - b.x, a.y - b.y) : 0;
  });
}

/** What two circles may meet by, in pixels, where there is no more room. */
const TOUCH = 0.5;

/** One in place of two: where their numbers lie, with what they have together. */
function merged(circles: readonly MapCircle[], [i, j]: Pair): MapCircle[] {
  const [a, b] = [circles[i], circles[j]];
  if (!a || !b) throw new Error(`no circles ${i} and ${j}`);
  const [wa, wb] = [weightOf(a.estimate), weightOf(b.estimate)];
  const between = (from: number, to: number) => (from * wa + to * wb) / (wa + wb);
  const joined: MapCircle = {
    rows: [...a.rows, ...b.rows].sort((x, y) => largestFirst(x.estimate, y.estimate)),
    estimate: add(a.estimate, b.estimate),
    x: between(a.x, b.x),
    y: between(a.y, b.y),
  };
  return [...circles.filter((it) => it !== a && it !== b), joined].sort((x, y) =>
    largestFirst(x.estimate, y.estimate),
  );
}

function largestFirst(a: Estimate, b: Estimate): number {
  return b.low - a.low || endOf(b) - endOf(a) || b.unnumbered - a.unnumbered;
}

function weightOf({ low }: Estimate): number {
  return Math.max(1, low);
}
