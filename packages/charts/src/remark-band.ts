import { dashed, offsetOf, type Remark } from './annotations.ts';
import type { Box } from './panel.ts';
import type { Plot } from './plot.ts';
import { type Shape, textShape } from './shape.ts';
import { textWidth } from './text/width.ts';
import { wrap } from './text/wrap.ts';
import type { TimeAxis } from './time.ts';

const FONT = { size: 12 };
const LINE = 15;
const MOST_LINES = 3;
const WIDEST = 250;
const NARROWEST = 80;
const GAP = 5;
/** Between two texts side by side. */
const AIR = 10;
/** Between a line and the text of another remark. */
const CLEAR = 4;
const UNDER_LANE = 4;
const MOST_LANES = 5;

/** The words of a remark beside its line. */
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

/** What is said of a remark, and where that may stand; the better places come first. */
interface Wanted {
  remark: Remark;
  choices: readonly Words[];
}

interface Layout {
  placed: readonly Placed[];
  beside: readonly Remark[];
  /** The height of each lane. */
  heights: readonly number[];
}

/**
 * The words of remarks above a plot, each beside its line, which runs from there down through the plot and through no
 * word; `beside` are those that have no room.
 */
export function remarkBand(
  remarks: readonly Remark[],
  time: TimeAxis,
  box: Box,
  plot: Plot,
): { shapes: Shape[]; height: number; beside: readonly Remark[] } {
  const { placed, beside, heights } = layoutOf(remarks, time, box, plot);
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
  return { shapes: [...lines, ...texts], height: bottom - box.top, beside };
}

/**
 * The best of a few layouts, which differ in who comes first: no order is good for all remarks, because the line of
 * one that stands above others has to find its way between them.
 */
function layoutOf(remarks: readonly Remark[], time: TimeAxis, box: Box, plot: Plot): Layout {
  const wanted = remarks.map((remark) => ({ remark, choices: choicesOf(remark, time, box, plot) }));
  const flipped = wanted.filter(({ choices }) => choices[0]?.flipped).reverse();
  const others = wanted.filter(({ choices }) => !choices[0]?.flipped);
  const layouts = [[...flipped, ...others], wanted, [...wanted].reverse()].map(layOut);
  return layouts.reduce((best, it) => (isBetter(it, best) ? it : best));
}

function isBetter(a: Layout, b: Layout): boolean {
  const height = ({ heights }: Layout) => heights.reduce((sum, it) => sum + it, 0);
  return a.beside.length < b.beside.length || (a.beside.length === b.beside.length && height(a) < height(b));
}

/** Places remarks one after the other, each in the highest lane that has room for it. */
function layOut(wanted: readonly Wanted[]): Layout {
  const placed: Placed[] = [];
  const beside: Remark[] = [];
  for (const { remark, choices } of wanted) {
    const lanes = Array.from({ length: MOST_LANES }, (_, lane) => lane);
    const all = lanes.flatMap((lane) => choices.map((words): Placed => ({ ...words, lane })));
    const free = all.find((it) => placed.every((other) => agree(it, other)));
    if (free) placed.push(free);
    else beside.push(remark);
  }
  beside.sort((a, b) => a.day - b.day);
  const count = Math.max(-1, ...placed.map((it) => it.lane)) + 1;
  const heights = Array.from({ length: count }, (_, lane) =>
    Math.max(...placed.filter((it) => it.lane === lane).map((it) => it.lines.length * LINE + UNDER_LANE)),
  );
  return { placed, beside, heights };
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
function choicesOf({ day, text }: Remark, time: TimeAxis, box: Box, plot: Plot): Words[] {
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
