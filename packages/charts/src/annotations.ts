import { type Annotation, bucketName, type Day, parseBucket, parseDay } from '@article21/model';
import type { ChartContext } from './chart.ts';
import { lineOf } from './coverage.ts';
import type { Box } from './panel.ts';
import { type Shape, textShape } from './shape.ts';
import { textWidth } from './text/width.ts';
import { wrap } from './text/wrap.ts';
import { chartThemes } from './theme.ts';
import type { TimeAxis } from './time.ts';

const FONT = { size: 12 };
const LINE = 15;
const WIDEST = 250;
const GAP = 5;
const AIR = 10;
const MOST_LANES = 5;

/** A dated remark that lies on an axis of time. */
export interface Remark {
  day: Day;
  place: string | null;
  /** With its place, where it concerns only one. */
  text: string;
  /** The same with its date, for where no axis shows it. */
  dated: string;
}

/** The remarks of a chart from one day to another, in order of time; of other places than the chosen ones there are none. */
export function remarksOf(from: Day, to: Day, context: ChartContext): Remark[] {
  return (context.annotations ?? [])
    .map((annotation) => ({ annotation, day: parseDay(annotation.date) }))
    .filter(
      (it): it is { annotation: Annotation; day: Day } => it.day !== null && it.day >= from && it.day <= to,
    )
    .filter(({ annotation }) => isAsked(annotation, context))
    .sort((a, b) => a.day - b.day || (a.annotation.text_en < b.annotation.text_en ? -1 : 1))
    .map(({ annotation, day }) => {
      const { words, places } = context;
      const place = annotation.place === null ? undefined : places.get(annotation.place);
      const said = annotation[`text_${words.language}`];
      const text = place && place.kind !== 'country' ? `${words.placeName(place)}: ${said}` : said;
      return { day, place: annotation.place, text, dated: `${words.day(day)}: ${text}` };
    });
}

/** The remarks on an axis of time. */
export function remarksOn(time: TimeAxis, context: ChartContext): Remark[] {
  const first = parseBucket(time.names[0] ?? '');
  const last = parseBucket(time.names.at(-1) ?? '');
  return first && last ? remarksOf(first.from, last.to, context) : [];
}

function isAsked(annotation: Annotation, context: ChartContext): boolean {
  const place = context.query.place ?? [];
  return place.length === 0 || place.some((chosen) => concerns(annotation, chosen, context));
}

/** Those of some remarks that concern any row; the others would be named and stand nowhere. */
export function concerning(
  remarks: readonly Remark[],
  rows: readonly { place?: string | undefined }[],
  context: ChartContext,
): Remark[] {
  return remarks.filter((remark) => rows.some(({ place }) => concerns(remark, place, context)));
}

/** Whether a remark concerns the place of a row: it lies in it, or the other way round. */
export function concerns(
  remark: Pick<Remark, 'place'>,
  place: string | undefined,
  context: ChartContext,
): boolean {
  if (remark.place === null || place === undefined) return true;
  return lineOf(place, context).includes(remark.place) || lineOf(remark.place, context).includes(place);
}

/** How far from the left of an axis a day lies, in pixels. */
export function offsetOf(day: Day, time: TimeAxis, width: number, context: ChartContext): number {
  const name = bucketName(day, context.query.every);
  const bucket = parseBucket(name);
  const share = bucket ? (day - bucket.from + 0.5) / (bucket.to - bucket.from + 1) : 0.5;
  return ((time.indexOf(name) + share) * width) / time.names.length;
}

/** The dashed lines of remarks through a plot. */
export function remarkLines(
  remarks: readonly Remark[],
  time: TimeAxis,
  box: Box,
  context: ChartContext,
): Shape[] {
  return remarks.map(({ day }) => {
    const x = box.left + offsetOf(day, time, box.width, context);
    return dashed(x, box.top, box.top + box.height, context);
  });
}

function dashed(at: number, top: number, bottom: number, context: ChartContext): Shape {
  const x = Math.round(at) + 0.5;
  const style = { stroke: chartThemes[context.theme].muted, lineWidth: 1, lineDash: [3, 3], fill: 'none' };
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

interface Words {
  x: number;
  left: number;
  right: number;
  lines: string[];
  /** Left of their line, where the right has no room. */
  flipped: boolean;
}

interface Placed extends Words {
  lane: number;
}

/** The words of remarks above a plot, each beside its line; `beside` are those that have no room there. */
export function remarkBand(
  remarks: readonly Remark[],
  time: TimeAxis,
  box: Box,
  context: ChartContext,
): { shapes: Shape[]; height: number; beside: Remark[] } {
  const placed: Placed[] = [];
  const beside: Remark[] = [];
  const wanted = remarks.map((remark) => ({ remark, words: wordsOf(remark, time, box, context) }));
  // Words left of their line come first, so that the lines of earlier days begin below them.
  const order = [
    ...wanted.filter((it) => it.words.flipped).reverse(),
    ...wanted.filter((it) => !it.words.flipped),
  ];
  for (const { remark, words } of order) {
    const lane = laneOf(words, placed);
    if (lane < MOST_LANES) placed.push({ ...words, lane });
    else beside.push(remark);
  }
  const lanes = Math.max(-1, ...placed.map((it) => it.lane)) + 1;
  const heights = Array.from({ length: lanes }, (_, lane) =>
    Math.max(...placed.filter((it) => it.lane === lane).map((it) => it.lines.length * LINE + 4)),
  );
  const topOf = (lane: number) => box.top + heights.slice(0, lane).reduce((sum, it) => sum + it, 0);
  const bottom = topOf(lanes) + (lanes > 0 ? 4 : 0);
  const theme = chartThemes[context.theme];
  // The rim of letters hides a line that passes behind them.
  const style = { fontSize: FONT.size, verticalAlign: 'top' as const, stroke: theme.ground, lineWidth: 3 };
  const texts = placed.flatMap(({ left, right, flipped, lane, lines }) =>
    lines.map((line, i) => {
      const at = { x: flipped ? right : left, y: topOf(lane) + i * LINE };
      return textShape(line, at, theme, { ...style, align: flipped ? 'right' : 'left' });
    }),
  );
  const lines = placed.map(({ x, lane }) => dashed(x, topOf(lane), bottom, context));
  return { shapes: [...lines, ...texts], height: bottom - box.top, beside };
}

function wordsOf({ day, text }: Remark, time: TimeAxis, box: Box, context: ChartContext): Words {
  const x = box.left + offsetOf(day, time, box.width, context);
  const lines = wrap(text, Math.min(WIDEST, box.width * 0.6), FONT, 3);
  const width = Math.max(...lines.map((line) => textWidth(line, FONT)));
  const flipped = x + GAP + width > box.left + box.width;
  const left = flipped ? Math.max(box.left, x - GAP - width) : x + GAP;
  return { x, left, right: left + width, lines, flipped };
}

/** The lane under all words that these would cover, or whose line would run through them. */
function laneOf({ x, left, right }: Words, placed: readonly Placed[]): number {
  const reach = { left: Math.min(x, left), right: Math.max(x, right) };
  const over = placed.filter((it) => {
    const other = { left: Math.min(it.x, it.left), right: Math.max(it.x, it.right) };
    return other.left - AIR < reach.right && reach.left - AIR < other.right;
  });
  return Math.max(-1, ...over.map((it) => it.lane)) + 1;
}
