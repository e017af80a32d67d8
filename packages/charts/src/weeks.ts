import { bucketName, bucketStart, type Day, nextBucket, type Step } from '@article21/model';

/** A part of a calendar that stands in one line: whole weeks from left to right, its days from `from` to `to`. */
export interface Band {
  from: Day;
  to: Day;
  weeks: number;
}

/** How a calendar is broken into bands, and how many pixels a day is wide and high. */
export interface Weeks {
  bands: readonly Band[];
  side: number;
}

/** Smaller days could not be pressed with a finger. */
const SMALLEST = 20;
const LARGEST = 38;

/** Breaks days into bands: all in one, a year, half a year, a quarter or a month each, the longest that has room. */
export function weeksOf(from: Day, to: Day, width: number): Weeks {
  const ways: ((day: Day) => string)[] = [
    () => '',
    named('year'),
    halfYear,
    named('quarter'),
    named('month'),
  ];
  const choices = ways.map((nameOf) => {
    const bands = split(from, to, nameOf);
    const side = Math.floor(width / Math.max(...bands.map((band) => band.weeks)));
    return { bands, side: Math.min(LARGEST, side) };
  });
  const fitting = choices.find(({ side }) => side >= SMALLEST) ?? choices.at(-1);
  return fitting ?? { bands: [], side: SMALLEST };
}

/** Where a day stands in its band: the week from the left, and the weekday from the top, Monday first. */
export function cellOf(day: Day, band: Band): { week: number; weekday: number } {
  const monday = bucketStart(day, 'week');
  return { week: (monday - bucketStart(band.from, 'week')) / 7, weekday: day - monday };
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
