import { type Counts, type Day, parseDay, printDay } from '@article21/model';
import { concerns, remarksOf } from './annotations.ts';
import { areaPanel } from './areas.ts';
import type { CellPlot, CellPosition } from './cell-page.ts';
import { type Silence, watchOf } from './coverage.ts';
import { colourOf, marksOfPeriods } from './mark.ts';
import { merged } from './merged.ts';
import { MONTHS, monthMarks } from './month-marks.ts';
import type { Box } from './panel.ts';
import type { Plot } from './plot.ts';
import type { Row } from './rows.ts';
import type { Shades } from './shades.ts';
import { type Shape, textShape } from './shape.ts';
import type { Theme } from './theme.ts';
import { cell } from './uncertainty/cell.ts';
import { silence } from './uncertainty/silence.ts';
import { type Band, cellOf, type Weeks } from './weeks.ts';

const GAP = 8;
const CORNER = 8;

/** The calendar of one place: where it stands, how its weeks are broken, and its colours. */
export interface PlaceCalendar {
  row: Row;
  weeks: Weeks;
  box: Box;
  shades: Shades;
}

/** The plot of a calendar: its counts are marks, what the other days say is behind them. */
export function calendarPanel(
  calendar: PlaceCalendar,
  counts: Counts,
  position: CellPosition,
  plot: Plot,
): CellPlot {
  const { row, weeks, box, shades } = calendar;
  const { theme } = plot;
  const marks = marksOfPeriods(row, position.mark, position.panel, plot);
  const corners = remarkedDays(calendar, plot).map((day) => ({
    period: printDay(day),
    shape: corner(dayBox(day, calendar), theme),
  }));
  const cells = marks.map(({ period = '', estimate, measure, assemblyDay }) => {
    const standing = assemblyDay > 0;
    const paint = { fill: shades.fill(estimate), colour: colourOf(measure, theme), standing };
    const day = cell(estimate, dayBox(parseDay(period), calendar), paint, plot);
    const own = corners.filter((it) => it.period === period).map((it) => it.shape);
    return { ...day, signs: [...day.signs, ...own] };
  });
  const silent = silentDays(calendar, counts, plot);
  const behind = [
    ...merged(silent.shapes),
    ...corners.map((it) => it.shape),
    ...weeks.bands.flatMap((band, b) =>
      monthMarks(band, { left: box.left, top: bandTop(b, calendar) }, weeks.side, plot),
    ),
    ...weeks.bands.flatMap((_, b) => weekdays(bandTop(b, calendar) + MONTHS, weeks.side, plot)),
  ];
  const panel = areaPanel({ box, marks, areas: cells, behind, many: position.many }, theme);
  const ringed = cells.some((it) => it.ringed);
  return { panel, marks, ringed, silences: silent.kinds };
}

function remarkedDays({ row, weeks }: PlaceCalendar, plot: Plot): Day[] {
  const remarks = weeks.bands.flatMap(({ from, to }) => remarksOf(from, to, plot));
  const days = remarks.filter((remark) => concerns(remark, row.place, plot)).map((remark) => remark.day);
  return [...new Set(days)];
}

/** The dark corner of a day that a remark names. */
function corner({ left, top }: Box, theme: Theme): Shape {
  const [x, y] = [left - 1, top - 1];
  const points: [number, number][] = [
    [x, y],
    [x + CORNER, y],
    [x, y + CORNER],
  ];
  return { type: 'polygon', shape: { points }, style: { fill: theme.ink }, silent: true };
}

function bandTop(band: number, { box, weeks }: PlaceCalendar): number {
  return box.top + band * (MONTHS + 7 * weeks.side + GAP);
}

function dayBox(day: Day | null, calendar: PlaceCalendar): Box {
  const { weeks, box } = calendar;
  const b = weeks.bands.findIndex((band) => day !== null && band.from <= day && day <= band.to);
  const band = weeks.bands[b];
  if (day === null || !band)
    throw new Error(`count outside of the calendar: ${day === null ? 'no day' : printDay(day)}`);
  const { week, weekday } = cellOf(day, band);
  const { side } = weeks;
  const top = bandTop(b, calendar) + MONTHS + weekday * side;
  return { left: box.left + week * side + 1.5, top: top + 1.5, width: side - 3, height: side - 3 };
}

function silentDays(
  calendar: PlaceCalendar,
  counts: Counts,
  plot: Plot,
): { kinds: Set<Silence>; shapes: Shape[] } {
  const { row, weeks } = calendar;
  const { theme } = plot;
  const watch = watchOf(counts, row.measure, plot);
  const counted = new Set(row.counts.map((count) => count.period));
  const kinds = new Set<Silence>();
  const shapes = weeks.bands.flatMap(daysOf).flatMap((day) => {
    if (counted.has(printDay(day))) return [];
    const kind = watch(row.place, day, day);
    kinds.add(kind);
    const box = dayBox(day, calendar);
    return [...silence(kind, [box], theme), ...(kind === 'unmonitored' ? [] : [outline(box, theme)])];
  });
  return { kinds, shapes };
}

function daysOf({ from, to }: Band): Day[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function outline({ left, top, width, height }: Box, theme: Theme): Shape {
  const style = { fill: 'none', stroke: theme.rule, lineWidth: 1 };
  return { type: 'rect', shape: { x: left, y: top, width, height }, style, silent: true };
}

function weekdays(top: number, side: number, plot: Plot): Shape[] {
  const { theme } = plot;
  return plot.words.weekdays.map((name, i) => {
    const at = { x: plot.left, y: top + (i + 0.5) * side };
    return textShape(name, at, theme, { fontSize: 11, fill: theme.muted });
  });
}
