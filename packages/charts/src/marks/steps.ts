import { type Count, isUnnumbered } from '@article21/model';
import type { CoverageGap } from '../data/coverage.ts';
import type { Theme } from '../theme.ts';
import { endOf, OPEN_LINES } from './bar.ts';
import { hasRoomForRings } from './column-labels.ts';
import { daySignShapes, daySignsOf, UNDER } from './day-signs.ts';
import { RING } from './label.ts';
import { addSign, type SeriesLook, SIGN_HALF } from './series-look.ts';
import { type Box, createOutline, merged, type Outline, outlined, type Shape } from './shape.ts';

/** One place over time: what is counted in each bucket, and what no record means in the others. */
export interface Series {
  /** Its position among the places of its plot, from 0, and how many those are. */
  position: number;
  of: number;
  look: SeriesLook;
  /** By bucket, in order. */
  counts: ReadonlyMap<number, Count>;
  gapAt(bucket: number): CoverageGap | null;
}

/** Where the levels of a plot stand. */
export interface StepFrame {
  box: Box;
  buckets: number;
  y(value: number): number;
}

/** Signs of one place are at least so many pixels apart; in narrow buckets only its highest and its last level have one. */
const SIGNS_APART = 34;
/** The pixels of a line, in buckets that have room for signs and in narrow ones. */
const LINE = { wide: 2.5, narrow: 1.5 };
/** How much a band covers: those of several places are seen through each other, which hatchings are not. */
const BAND = 0.13;
/** In narrower buckets a range is a dashed line: there is no room for a band. */
const BAND_FROM = 4;

/** What else stands in a plot where a place has its level: the badge of its number, and the same levels of others. */
export interface Around {
  /** The bucket whose reports without a number have a badge. */
  badgeAt: number | null;
  /** Of the places that have one level in a bucket, which this is, from 0, and how many they are. */
  shareAt(bucket: number): readonly [index: number, of: number];
}

/**
 * One place as steps: a level for each bucket, dashed where sources say "about", the range as a band above it, thin lines
 * where no upper limit is known. Levels are joined only where they are neighbours: through a bucket without a record no line
 * runs, and one at zero only where somebody watched. `end` is the height of its last one, null where there is none; `zero`,
 * `about`, `broken` and `ringed` are what of this it has, `untold` in how many buckets there is no room for a ring. What is
 * `over` the lines is so over those of all places.
 */
export function stepShapes(series: Series, plot: StepFrame, { badgeAt, shareAt }: Around, theme: Theme) {
  const { look, counts } = series;
  const lines = createLines();
  const final = Math.max(...counts.keys());
  const signs = createOutline();
  const [rings, dated]: [Shape[], Shape[]] = [[], []];
  const isRoomy = hasRoomForRings(plot.box.width / plot.buckets);
  const found = { zero: false, about: false, untold: 0, end: null as number | null };
  const highest = Math.max(0, ...[...counts.values()].map(({ low }) => low));
  let before: number | null = null;
  let last = Number.NEGATIVE_INFINITY;
  for (let bucket = 0; bucket < plot.buckets; bucket++) {
    const count = counts.get(bucket);
    const level = levelOf(series, bucket, plot);
    const { left, right, middle } = spanOf(bucket, series, plot);
    const base = level ?? plot.y(0);
    if (count) {
      dated.push(...daySignShapes(daySignsOf(count), { x: middle, y: base + UNDER + SIGN_HALF }, theme));
      if (count.unnumbered > 0 && bucket !== badgeAt) {
        if (isRoomy) rings.push(ringOf(middle, base - 9, look.colour, theme));
        else found.untold++;
      }
    }
    if (level !== null) {
      if (before !== null && before !== level)
        lines.join.line([
          [left, before],
          [left, level],
        ]);
      addLevel(lines, { count, level, left, right, share: shareAt(bucket) }, plot);
      found.end = level;
      found.zero ||= count === undefined;
      found.about ||= count?.approximate ?? false;
      const isChosen = count?.low === highest || bucket === final;
      if (count && (isChosen || (isRoomy && middle - last >= SIGNS_APART))) {
        addSign(signs, look.sign, middle, level);
        last = middle;
      }
    }
    before = level;
  }
  const sign = outlined(signs, { fill: look.colour, stroke: theme.ground, lineWidth: 1 });
  const over = [...sign, ...rings, ...merged(dated)];
  const broken = isBroken(series, plot);
  return {
    ...found,
    broken,
    ringed: rings.length > 0,
    lines: paintedIn(look.colour, isRoomy ? LINE.wide : LINE.narrow, lines),
    over,
  };
}

/** Which of the places that have one level in a bucket each is, in the order given. */
export function sharesOf(all: readonly Series[], plot: StepFrame): Around['shareAt'][] {
  const levels = all.map((series) =>
    Array.from({ length: plot.buckets }, (_, i) => levelOf(series, i, plot)),
  );
  return levels.map((own, position) => (bucket) => {
    const same = [...all.keys()].filter((i) => levels[i]?.[bucket] === own[bucket]);
    return [same.indexOf(position), same.length];
  });
}

/** The length of a piece of a line that several places share. */
const PIECE = 9;

interface Level {
  count: Count | undefined;
  level: number;
  left: number;
  right: number;
  share: readonly [index: number, of: number];
}

/** One level, and what is open above it. Where several places have it, each has every so manyth piece of its line. */
function addLevel(
  lines: Lines,
  { count, level, left, right, share: [index, of] }: Level,
  plot: StepFrame,
): void {
  const outline = lines[count?.approximate ? 'about' : 'level'];
  const piece = of === 1 ? right - left : Math.min(PIECE, (right - left) / of);
  for (let from = left + index * piece; from < right - 0.01; from += of * piece)
    flat(outline, from, Math.min(right, from + piece), level);
  if (!count) return;
  const [top, bottom] = [plot.y(endOf(count)), plot.y(count.low)];
  const middle = (left + right) / 2;
  if (top < bottom && right - left < BAND_FROM)
    lines.thin.line([
      [middle, bottom],
      [middle, top],
    ]);
  else if (top < bottom) {
    lines.bands.rect({ x: left, y: top, width: right - left, height: bottom - top });
    flat(lines.most, left, right, top);
  }
  if (count.high === null) for (const above of OPEN_LINES) flat(lines.edge, left, right, level - above - 0.5);
}

/** The height of a level; null where no line runs. */
function levelOf({ counts, gapAt }: Series, bucket: number, { y }: StepFrame): number | null {
  const count = counts.get(bucket);
  if (count) return isUnnumbered(count) ? null : y(count.low);
  return gapAt(bucket) === 'zero' ? y(0) : null;
}

interface Lines {
  level: Outline;
  about: Outline;
  join: Outline;
  edge: Outline;
  thin: Outline;
  /** What may be more, and the most that it may be. */
  bands: Outline;
  most: Outline;
}

function createLines(): Lines {
  return {
    level: createOutline(),
    about: createOutline(),
    join: createOutline(),
    edge: createOutline(),
    thin: createOutline(),
    bands: createOutline(),
    most: createOutline(),
  };
}

function paintedIn(
  colour: string,
  lineWidth: number,
  { level, about, join, edge, thin, bands, most }: Lines,
): Shape[] {
  const line = { stroke: colour, fill: 'none' };
  return [
    ...outlined(bands, { fill: colour, opacity: BAND }),
    ...outlined(most, { ...line, lineWidth: 1, opacity: 0.6 }),
    ...outlined(join, { ...line, lineWidth: 1 }),
    ...outlined(edge, { ...line, lineWidth: 1 }),
    ...outlined(thin, { ...line, lineWidth: 1, lineDash: [2, 2] }),
    ...outlined(level, { ...line, lineWidth }),
    ...outlined(about, { ...line, lineWidth, lineDash: [5, 2] }),
  ];
}

/** The levels of a place as one line, which breaks off where they do: how it goes, without what is open. */
export function levelLine(series: Series, plot: StepFrame): Outline {
  const line = createOutline();
  let points: [number, number][] = [];
  for (let bucket = 0; bucket <= plot.buckets; bucket++) {
    const level = bucket < plot.buckets ? levelOf(series, bucket, plot) : null;
    if (level !== null) {
      const { left, right } = spanOf(bucket, series, plot);
      points.push([left, level], [right, level]);
    } else if (points.length > 0) {
      line.line(points);
      points = [];
    }
  }
  return line;
}

/** Where a bucket stands, and where the sign of a place stands in it: beside those of the other places. */
export function spanOf(bucket: number, { position, of }: Pick<Series, 'position' | 'of'>, plot: StepFrame) {
  const band = plot.box.width / plot.buckets;
  const left = plot.box.left + bucket * band;
  const apart = Math.min(10, band / (of + 1));
  return { left, right: left + band, middle: left + band / 2 + (position - (of - 1) / 2) * apart };
}

/** Whether a line that has begun breaks off before its last level. */
function isBroken({ counts, gapAt }: Series, { buckets }: StepFrame): boolean {
  const drawn = Array.from({ length: buckets }, (_, i) => {
    const count = counts.get(i);
    return count ? !isUnnumbered(count) : gapAt(i) === 'zero';
  });
  return drawn.includes(true) && drawn.includes(false);
}

function flat(outline: Outline, left: number, right: number, y: number): void {
  outline.line([
    [left, y],
    [right, y],
  ]);
}

/** Reports without a number, in the colour of their place: a level would be a number. */
function ringOf(x: number, y: number, colour: string, theme: Theme): Shape {
  return {
    type: 'rect',
    shape: { x: x - RING / 2, y: y - RING / 2, width: RING, height: RING, r: RING / 2 },
    style: { fill: theme.ground, stroke: colour, lineWidth: 1.5 },
    silent: true,
  };
}
