import { bucketName, bucketStart, type Day, nextBucket, type Step } from '@article21/model';
import { type Shape, textShape } from '../marks/shape.ts';
import type { Plot } from '../plot.ts';
import { SMALLEST, textWidth } from '../text/measure.ts';
import type { Theme } from '../theme.ts';

/** A part of a calendar that stands in one line: whole weeks from left to right, its days from `from` to `to`. */
export interface Band {
  from: Day;
  to: Day;
  weeks: number;
}

/** How a calendar is broken into bands, how many stand side by side, and how many pixels a day is wide and high. */
export interface Weeks {
  bands: readonly Band[];
  week: number;
  side: number;
  columns: number;
  /** The weeks of the longest band. */
  widest: number;
}

/** Of a period of some months each day has its number, and is pressed with a finger. */
const NUMBERED = { days: 140, smallest: 20, largest: 38 };
/** A longer one is a row of weeks for each year, or on a phone half a year. */
const LONG = { smallest: 10, usual: 14, many: 12, alone: 26 };
/** From so many years on, days are two pixels smaller, so that ten years take no more than 1,300 pixels. */
const MANY_YEARS = 7;
/** Days of many years are so many times as wide as high at most: as squares they would leave a third of their room empty. */
const WIDEST = 1.6;
/** Between two bands side by side, and under each. */
export const COLUMN_GAP = 28;
export const UNDER = 6;

/** Breaks days into bands as wide as there is room for; `largest` is how high a day of a long period is where the height is given. */
export function weeksOf(from: Day, to: Day, width: number, largest?: number): Weeks {
  return to - from < NUMBERED.days ? numberedWeeks(from, to, width) : longWeeks(from, to, width, largest);
}

/** The pixels of all bands together. */
export function sizeOf({ bands, week, side, columns, widest }: Weeks): { width: number; height: number } {
  const lines = Math.ceil(bands.length / columns);
  return {
    width: columns * (widest * week + COLUMN_GAP) - COLUMN_GAP,
    height: lines * (MONTHS + 7 * side + UNDER) - UNDER,
  };
}

/** All days in one band, half a year, a quarter or a month in each, the longest that has room. */
function numberedWeeks(from: Day, to: Day, width: number): Weeks {
  const ways = [() => '', halfYear, named('quarter'), named('month')];
  const choices = ways.map((nameOf) => {
    const bands = split(from, to, nameOf);
    const widest = Math.max(1, ...bands.map((band) => band.weeks));
    const side = Math.min(NUMBERED.largest, Math.floor(width / widest));
    return { bands, widest, columns: 1, week: side, side };
  });
  const fitting = choices.find(({ side }) => side >= NUMBERED.smallest) ?? choices.at(-1);
  return fitting ?? { bands: [], widest: 1, columns: 1, week: NUMBERED.smallest, side: NUMBERED.smallest };
}

function longWeeks(from: Day, to: Day, width: number, largest: number | undefined): Weeks {
  const years = split(from, to, named('year'));
  const fits = width / Math.max(...years.map((band) => band.weeks)) >= LONG.smallest;
  const bands = fits ? years : split(from, to, halfYear);
  const widest = Math.max(...bands.map((band) => band.weeks));
  const most = bands.length === 1 ? LONG.alone : years.length >= MANY_YEARS ? LONG.many : LONG.usual;
  const side = Math.min(largest ?? LONG.alone, most, Math.floor(width / widest));
  const fitting = Math.floor((width + COLUMN_GAP) / (widest * side + COLUMN_GAP));
  const columns = Math.max(1, Math.min(bands.length, fitting));
  const room = Math.floor(((width + COLUMN_GAP) / columns - COLUMN_GAP) / widest);
  const week = Math.max(side, Math.min(room, Math.floor(side * WIDEST)));
  return { bands, week, side, widest, columns };
}

/** Where a day stands in its band: the week from the left, and the weekday from the top, Monday first. */
export function cellOf(day: Day, band: Band): { week: number; weekday: number } {
  const monday = bucketStart(day, 'week');
  return { week: (monday - bucketStart(band.from, 'week')) / 7, weekday: day - monday };
}

const MONTH_SIZE = SMALLEST;
/** Between two names, and between what stands to the left and the days. */
const MONTH_AIR = 4;
const SIDE_AIR = 8;
/** A first month of so many weeks has its year, also over the month after it: every row of a calendar begins alike. */
const LED_BY = 3;
/** The height of the names of months over a band. */
export const MONTHS = 18;

/** Weeks between the beginnings of two months at least. */
const SHORTEST_MONTH = 4;

/** The pixels to the left of a calendar for its weekdays and, of a long period, for the years. */
export function sideWidth(from: Day, to: Day, weekdays: readonly string[]): number {
  const years = to - from < NUMBERED.days ? [] : [bucketName(to, 'year')];
  const widest = Math.max(...[...weekdays, ...years].map((text) => textWidth(text, { size: MONTH_SIZE })));
  return Math.ceil(widest) + SIDE_AIR;
}

/**
 * The names of months over a band, the year where it changes, and a line before the first day of each month. Over small days
 * the year stands to the left of them: beside January it would take the room of February.
 */
export function monthMarks(
  band: Band,
  { left, top }: { left: number; top: number },
  { week: across, side }: Pick<Weeks, 'week' | 'side'>,
  plot: Plot,
): Shape[] {
  const { theme } = plot;
  const shapes: Shape[] = [];
  const months = monthsOf(band);
  let year: string | null = null;
  let free = left;
  const style = { fontSize: MONTH_SIZE, fill: theme.muted };
  const y = top + MONTHS / 2 - 2;
  months.forEach((day, i) => {
    const { week, weekday } = cellOf(day, band);
    const x = left + week * across;
    const next = months[i + 1];
    const weeks = (next === undefined ? band.weeks : cellOf(next, band).week) - week;
    const room = months.length === 1 || (i === 0 && weeks >= LED_BY) ? Infinity : weeks * across;
    const tick = plot.words.tick(bucketName(day, 'month'));
    const both = `${tick.label} ${tick.year}`;
    const isTight = textWidth(both, { size: MONTH_SIZE }) + MONTH_AIR > SHORTEST_MONTH * across;
    if (i === 0 && isTight && tick.year !== null) {
      year = tick.year;
      shapes.push(textShape(year, { x: left - MONTH_AIR, y }, theme, { ...style, align: 'right' }));
    }
    const texts = [...(tick.year !== year ? [both] : []), tick.label];
    const text = x < free ? undefined : texts.find((it) => textWidth(it, { size: MONTH_SIZE }) <= room);
    if (text !== undefined) {
      shapes.push(textShape(text, { x: x + 1, y }, theme, style));
      free = x + textWidth(text, { size: MONTH_SIZE }) + MONTH_AIR;
      if (text === both) year = tick.year;
    }
    if (i > 0) shapes.push(boundary({ x, top: top + MONTHS }, weekday, { across, side }, theme));
  });
  return shapes;
}

function split(from: Day, to: Day, nameOf: (day: Day) => string): Band[] {
  const bands: Band[] = [];
  for (let start = from; start <= to; ) {
    let end = start;
    // Bands end with a month, so the search may go from month to month.
    while (end < to && nameOf(nextMonth(end)) === nameOf(start)) end = nextMonth(end);
    end = Math.min(to, nextMonth(end) - 1);
    const weeks = (bucketStart(end, 'week') - bucketStart(start, 'week')) / 7 + 1;
    bands.push({ from: start, to: end, weeks });
    start = end + 1;
  }
  return bands;
}

function nextMonth(day: Day): Day {
  return nextBucket(bucketStart(day, 'month'), 'month');
}

function named(step: Step): (day: Day) => string {
  return (day) => bucketName(day, step);
}

function halfYear(day: Day): string {
  const quarter = bucketName(day, 'quarter');
  return quarter.replace(/Q[12]$/, 'H1').replace(/Q[34]$/, 'H2');
}

function monthsOf({ from, to }: Band): Day[] {
  const months = [from];
  for (let day = nextBucket(bucketStart(from, 'month'), 'month'); day <= to; day = nextBucket(day, 'month'))
    months.push(day);
  return months;
}

/** From the top to the bottom of a band, around the days of the month before. */
function boundary(
  { x, top }: { x: number; top: number },
  weekday: number,
  { across, side }: { across: number; side: number },
  theme: Theme,
): Shape {
  const y = top + weekday * side;
  const bottom = top + 7 * side;
  const around: [number, number][] =
    weekday === 0
      ? []
      : [
          [x + across, top],
          [x + across, y],
          [x, y],
        ];
  const points: [number, number][] =
    weekday === 0
      ? [
          [x, top],
          [x, bottom],
        ]
      : [...around, [x, bottom]];
  const style = { stroke: theme.muted, lineWidth: 1, fill: 'none' };
  return { type: 'polyline', shape: { points }, style, silent: true };
}
