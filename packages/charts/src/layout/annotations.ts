import { bucketName, type Day, parseBucket } from '@article21/model';
import type { DatedAnnotation } from '../data/annotations.ts';
import { type Box, type Shape, textShape } from '../marks/shape.ts';
import type { Plot } from '../plot.ts';
import type { TimeAxis } from '../scales/time-axis.ts';
import { SMALLEST, textWidth } from '../text/measure.ts';
import { wrap } from '../text/wrap.ts';

const FONT = { size: SMALLEST };
const LINE = 15;
const MOST_LINES = 3;
const WIDEST = 250;
const NARROWEST = 80;
const GAP = 5;
/** Between two texts side by side. */
const AIR = 10;
/** Between a line and the text of another annotation. */
const CLEAR = 4;
const UNDER_LANE = 4;
const MOST_LANES = 5;

/** The words of an annotation beside its line. */
interface Words {
  x: number;
  left: number;
  right: number;
  lines: string[];
  /** Left of their line. */
  flipped: boolean;
}

interface Placed extends Words {
  lane: number;
}

/** What is said of an annotation, and where that may stand; the better places come first. */
interface Wanted {
  annotation: DatedAnnotation;
  choices: readonly Words[];
}

interface Layout {
  placed: readonly Placed[];
  unplaced: readonly DatedAnnotation[];
  /** The height of each lane. */
  heights: readonly number[];
}

/** Annotations over the first of some plots, and their lines in each of these. */
export interface AnnotationsOver {
  shapes: readonly Shape[];
  /** The pixels that they take above the first plot. */
  height: number;
  /** Those that are named under the plots, in words. */
  named: readonly string[];
  /** All of them in words. */
  captions: readonly string[];
  /** The lines of some of them in a plot; they break off where texts stand in it. */
  linesIn(own: readonly DatedAnnotation[], box: Box, texts: readonly Box[]): Shape[];
}

/** A band of words may be so high; over a higher one a reader would have to look for the plot. */
const HIGHEST_BAND = 96;

/**
 * Annotations over plots of one axis of time: with their words above the first one, or where those would be higher than a
 * small plot, or some would have no room, as numbers that are explained under the plots.
 */
export function annotationsOver(
  annotations: readonly DatedAnnotation[],
  time: TimeAxis,
  box: Box,
  plot: Plot,
): AnnotationsOver {
  const { shapes, height, unplaced } = annotationBand(annotations, time, box, plot);
  const dated = annotations.map((annotation) => annotation.dated);
  const linesIn: AnnotationsOver['linesIn'] = (own, box, texts) =>
    annotationLines(own, { time, box }, texts, plot);
  if (unplaced.length === 0 && height <= HIGHEST_BAND)
    return { shapes, height, named: [], captions: dated, linesIn };
  const captions = dated.map((text, i) => `${i + 1}. ${text}`);
  const under = { ...box, top: box.top + APART };
  const numbers = numbersOver({ own: annotations, all: annotations }, { time, box: under }, plot);
  return { shapes: numbers, height: APART, named: captions, captions, linesIn };
}

/**
 * The words of annotations above a plot, each beside its line, which runs from there down through the plot and through no
 * word; `unplaced` are those that have no room.
 */
function annotationBand(
  annotations: readonly DatedAnnotation[],
  time: TimeAxis,
  box: Box,
  plot: Plot,
): { shapes: Shape[]; height: number; unplaced: readonly DatedAnnotation[] } {
  const { placed, unplaced, heights } = layoutOf(annotations, time, box, plot);
  const topOf = (lane: number) => box.top + heights.slice(0, lane).reduce((sum, it) => sum + it, 0);
  const bottom = topOf(heights.length) + (heights.length > 0 ? UNDER_LANE : 0);
  const { theme } = plot;
  const texts = placed.flatMap(({ left, right, flipped, lane, lines }) =>
    lines.map((line, i) => {
      const at = { x: flipped ? right : left, y: topOf(lane) + i * LINE };
      const align = flipped ? ('right' as const) : ('left' as const);
      return textShape(line, at, theme, { fontSize: FONT.size, verticalAlign: 'top', align });
    }),
  );
  const lines = placed.map(({ x, lane }) => dashed(x, topOf(lane), bottom, plot));
  return { shapes: [...lines, ...texts], height: bottom - box.top, unplaced };
}

/** No line comes nearer to a text than so many pixels. */
const CLEAR_OF_TEXT = 3;

/** How far from the left of an axis a day lies, in pixels. */
export function offsetOf(day: Day, time: TimeAxis, width: number, plot: Plot): number {
  const name = bucketName(day, plot.query.every);
  const bucket = parseBucket(name);
  const share = bucket ? (day - bucket.from + 0.5) / (bucket.to - bucket.from + 1) : 0.5;
  return ((time.indexOf(name) + share) * width) / time.names.length;
}

/** The dashed lines of annotations through a plot; they break off where texts stand in it. */
function annotationLines(
  annotations: readonly DatedAnnotation[],
  { time, box }: { time: TimeAxis; box: Box },
  texts: readonly Box[],
  plot: Plot,
): Shape[] {
  return annotations.flatMap(({ day }) => {
    const x = box.left + offsetOf(day, time, box.width, plot);
    return pieces(x, box, texts).map(([top, bottom]) => dashed(x, top, bottom, plot));
  });
}

/** A dashed line from one height to another. */
function dashed(at: number, top: number, bottom: number, plot: Plot): Shape {
  const x = Math.round(at) + 0.5;
  const style = { stroke: plot.theme.muted, lineWidth: 1, lineDash: [3, 3], fill: 'none' };
  return {
    type: 'polyline',
    shape: {
      points: [
        [x, top],
        [x, bottom],
      ],
    },
    style,
    silent: true,
  };
}

/**
 * The best of a few layouts, which differ in who comes first: no order is good for all annotations, because the line of
 * one that stands above others has to find its way between them.
 */
function layoutOf(annotations: readonly DatedAnnotation[], time: TimeAxis, box: Box, plot: Plot): Layout {
  const wanted = annotations.map((annotation) => ({
    annotation,
    choices: choicesOf(annotation, time, box, plot),
  }));
  const flipped = wanted.filter(({ choices }) => choices[0]?.flipped).reverse();
  const others = wanted.filter(({ choices }) => !choices[0]?.flipped);
  const layouts = [[...flipped, ...others], wanted, [...wanted].reverse()].map(layOut);
  return layouts.reduce((best, it) => (isBetter(it, best) ? it : best));
}

function isBetter(a: Layout, b: Layout): boolean {
  const height = ({ heights }: Layout) => heights.reduce((sum, it) => sum + it, 0);
  return (
    a.unplaced.length < b.unplaced.length ||
    (a.unplaced.length === b.unplaced.length && height(a) < height(b))
  );
}

/** Places annotations one after the other, each in the highest lane that has room for it. */
function layOut(wanted: readonly Wanted[]): Layout {
  const placed: Placed[] = [];
  const unplaced: DatedAnnotation[] = [];
  for (const { annotation, choices } of wanted) {
    const lanes = Array.from({ length: MOST_LANES }, (_, lane) => lane);
    const all = lanes.flatMap((lane) => choices.map((words): Placed => ({ ...words, lane })));
    const free = all.find((it) => placed.every((other) => agree(it, other)));
    if (free) placed.push(free);
    else unplaced.push(annotation);
  }
  unplaced.sort((a, b) => a.day - b.day);
  const count = Math.max(-1, ...placed.map((it) => it.lane)) + 1;
  const heights = Array.from({ length: count }, (_, lane) =>
    Math.max(...placed.filter((it) => it.lane === lane).map((it) => it.lines.length * LINE + UNDER_LANE)),
  );
  return { placed, unplaced, heights };
}

/** Whether neither covers the other, nor the line of the higher one runs through the words of the lower one. */
function agree(a: Placed, b: Placed): boolean {
  if (a.lane < b.lane) return !runsThrough(a, b);
  if (b.lane < a.lane) return !runsThrough(b, a);
  const ends = ({ x, left, right }: Words) => ({ from: Math.min(x, left), to: Math.max(x, right) });
  return ends(a).to + AIR <= ends(b).from || ends(b).to + AIR <= ends(a).from;
}

function runsThrough({ x }: Words, { left, right }: Words): boolean {
  return x > left - CLEAR && x < right + CLEAR;
}

/** Right and left of the line, whichever has room for the most of the words. */
function choicesOf({ day, text }: DatedAnnotation, time: TimeAxis, box: Box, plot: Plot): Words[] {
  const x = box.left + offsetOf(day, time, box.width, plot);
  const widest = Math.min(WIDEST, box.width * 0.6);
  const rooms = [
    { room: box.left + box.width - x - GAP, flipped: false },
    { room: x - GAP - box.left, flipped: true },
  ];
  const choices = rooms
    .filter(({ room }) => room >= NARROWEST)
    .map(({ room, flipped }) => {
      const lines = wrap(text, Math.min(widest, room), FONT, MOST_LINES);
      const width = Math.max(...lines.map((line) => textWidth(line, FONT)));
      const left = flipped ? x - GAP - width : x + GAP;
      return { x, left, right: left + width, lines, flipped };
    })
    .sort((a, b) => a.lines.length - b.lines.length);
  const whole = choices.filter(({ lines }) => lines.at(-1)?.endsWith('…') === text.endsWith('…'));
  return whole.length > 0 ? whole : choices;
}

/** From where to where a line is drawn: from the top of a plot to its bottom, without the texts on its way. */
function pieces(x: number, box: Box, texts: readonly Box[]): [number, number][] {
  const inWay = texts
    .filter(({ left, width }) => x > left - CLEAR_OF_TEXT && x < left + width + CLEAR_OF_TEXT)
    .sort((a, b) => a.top - b.top);
  const found: [number, number][] = [];
  let from = box.top;
  for (const { top, height } of inWay) {
    found.push([from, top]);
    from = top + height;
  }
  found.push([from, box.top + box.height]);
  return found.filter(([top, bottom]) => bottom - top > CLEAR_OF_TEXT);
}

/** Numbers of annotations are so many pixels apart, or share a place. */
const APART = 14;

/**
 * The lines of some annotations over a plot, with their numbers above it, which the picture explains below: those that they
 * have among `all`; close ones share a place.
 */
export function numberedLines(
  own: Record<'own' | 'all', readonly DatedAnnotation[]>,
  at: { time: TimeAxis; box: Box },
  labels: readonly Box[],
  plot: Plot,
): Shape[] {
  return [...annotationLines(own.own, at, labels, plot), ...numbersOver(own, at, plot)];
}

function numbersOver(
  { own, all }: Record<'own' | 'all', readonly DatedAnnotation[]>,
  { time, box }: { time: TimeAxis; box: Box },
  plot: Plot,
): Shape[] {
  const { theme } = plot;
  const groups: { x: number; numbers: number[] }[] = [];
  for (const annotation of own) {
    const x = box.left + offsetOf(annotation.day, time, box.width, plot);
    const number = all.indexOf(annotation) + 1;
    const last = groups.at(-1);
    if (last && x - last.x < APART * last.numbers.length) last.numbers.push(number);
    else groups.push({ x, numbers: [number] });
  }
  const style = { align: 'center' as const, fontSize: SMALLEST, fill: theme.muted };
  return groups.map(({ x, numbers }) => textShape(numbers.join(','), { x, y: box.top - 7 }, theme, style));
}
