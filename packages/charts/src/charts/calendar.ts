import { type Count, type Counts, type Day, parseDay, printDay } from '@article21/model';
import type { Drawing } from '../chart.ts';
import { annotationsBetween, concerning, concerns } from '../data/annotations.ts';
import { type CoverageGap, gapLookup } from '../data/coverage.ts';
import { gapNotes, groupsOf, type MeasureRows } from '../data/measure-rows.ts';
import { type Row, rowId } from '../data/rows.ts';
import { inColumns } from '../layout/columns.ts';
import { gapKey, heading, notesOf } from '../layout/frame.ts';
import {
  addPlot,
  areaPanel,
  type CellPage,
  type CellPlot,
  type CellPosition,
  createCellPage,
  nextPosition,
} from '../layout/panel.ts';
import { type Content, picture } from '../layout/picture.ts';
import { cell, gapCells } from '../marks/cell.ts';
import { colourOf, marksOfPeriods } from '../marks/mark.ts';
import { type Box, merged, type Shape, textShape } from '../marks/shape.ts';
import { dayPanels } from '../office/bars.ts';
import { isTight, isTooHigh, mostOf, type Plot } from '../plot.ts';
import {
  type Band,
  COLUMN_GAP,
  cellOf,
  MONTHS,
  monthMarks,
  sideWidth,
  sizeOf,
  UNDER,
  type Weeks,
  weeksOf,
} from '../scales/calendar-weeks.ts';
import { type Shades, shadeKey, shadesOf, swatches } from '../scales/colour-steps.ts';
import { SMALLEST } from '../text/measure.ts';
import { wrap } from '../text/wrap.ts';
import type { Theme } from '../theme.ts';
import type { Chart } from './chart.ts';

/** Places that one picture can hold for each measure; how many more there are is said under it. */
const MOST_PLACES = 6;
/** About twelve years. */
const MOST_DAYS = 4400;
const BETWEEN = 18;
const NAME = { size: 13, height: 22 };

/** The days of a period, weeks from left to right and weekdays from top to bottom, each with its count. */
export const calendar: Chart = {
  needs: { by: [['period'], ['place', 'period']], every: 'day', places: 1, most: MOST_PLACES, paged: true },
  draw: drawCalendar,
  office: (counts, plot) => dayPanels(counts, MOST_PLACES, plot),
};

/** What the calendars of a picture have in common, and what has been drawn of them. */
interface Page extends CellPage {
  weeks: Weeks;
  left: number;
  counts: Counts;
}

/** Cells of narrower days have no room for hatching. */
const SMALL = 27;
const CORNER = 8;

/** The calendar of one place: where it stands, how its weeks are broken, and its colours. */
interface PlaceCalendar {
  row: Row;
  weeks: Weeks;
  box: Box;
  shades: Shades;
}

/** The plot of a calendar: its counts are marks, what the other days say is behind them. */
function calendarPanel(
  calendar: PlaceCalendar,
  counts: Counts,
  position: CellPosition,
  plot: Plot,
): CellPlot {
  const { row, weeks, box, shades } = calendar;
  const { theme } = plot;
  const marks = marksOfPeriods(row, position.mark, position.panel, plot);
  const corners = new Map(
    annotatedDays(calendar, plot).map((day) => [
      printDay(day),
      corner(dayBox(day, calendar), Math.min(CORNER, weeks.side / 2), theme),
    ]),
  );
  const cells = marks.map(({ period = '', estimate, measure, dating }) => {
    const own = corners.get(period);
    const paint = {
      fill: shades.fill(estimate),
      colour: colourOf(measure, plot),
      dating,
      corner: own ? CORNER : 0,
    };
    const day = cell(estimate, dayBox(parseDay(period), calendar), paint, plot);
    return { ...day, signs: own ? [...day.signs, own] : day.signs };
  });
  const gaps = gapDays(calendar, counts, plot);
  const behind = [
    ...merged(gaps.shapes),
    ...corners.values(),
    ...weeks.bands.flatMap((band, b) => monthMarks(band, placeOf(b, calendar), weeks, plot)),
    ...weeks.bands
      .filter((_, b) => b % weeks.columns === 0)
      .flatMap((_, line) => weekdays(placeOf(line * weeks.columns, calendar).top + MONTHS, weeks.side, plot)),
  ];
  const panel = areaPanel({ box, marks, areas: cells, behind, many: position.many }, theme);
  return { panel, marks, cells, gaps: gaps.kinds };
}

function drawCalendar(counts: Counts, given: Plot): Drawing {
  const { every } = given.query;
  if (every !== 'day') throw new Error(`a calendar needs counts by day, not by ${every}`);
  const { groups, hidden, plot } = groupsOf(counts, mostOf(MOST_PLACES, given), given);
  const notes = [...gapNotes(groups, counts, plot), ...notesOf(counts, { dated: true, hidden }, plot)];
  const { name } = plot.words.chart.calendar;
  return picture(name, notes, plot, (top) =>
    inColumns(groups, { top, plot }, (own, ...at) => contentOf(own, counts, ...at)),
  );
}

function contentOf(groups: readonly MeasureRows[], counts: Counts, top: number, plot: Plot): Content {
  const dated = groups.flatMap((group) => group.rows.flatMap((row) => row.counts));
  const days = spanOf(plot.axisOf ?? dated, plot);
  const left = plot.left + sideWidth(days.from, days.to, plot.words.weekdays);
  const weeks = weeksOf(days.from, days.to, plot.width + plot.left - left, largestDay(plot));
  const page: Page = { weeks, left, counts, ...createCellPage(dated.length) };
  const shaded: Count[] = [];
  let bottom = top;
  for (const { measure, any, rows } of groups) {
    const title = heading(measure, !any, bottom, plot);
    page.shapes.push(...title.shapes);
    bottom += title.height;
    const shades = shadesOf(
      rows.flatMap((row) => row.counts),
      measure,
      plot,
    );
    const key = swatches(shades.key, bottom, plot);
    page.shapes.push(...key.shapes);
    if (shades.key.length > 0) shaded.push(...rows.flatMap((row) => row.counts));
    bottom += key.height;
    for (const row of rows) {
      // Ten years of forty places are thousands of cells, in each of the sizes that a card tries.
      if (isTooHigh(bottom, plot)) break;
      bottom = place({ row, shades }, bottom, page, plot) + BETWEEN;
    }
    bottom += rows.length > 0 ? 0 : BETWEEN;
  }
  const { panels, shapes, marks, gaps, ringed, framed, untold, cells } = page;
  const rows = groups.flatMap((group) => group.rows);
  const captions = concerning(annotationsBetween(days.from, days.to, plot), rows, plot).map(
    ({ dated }) => dated,
  );
  const corner = captions.length > 0 ? [plot.words.drawing.legend.corner] : [];
  const key = [...shadeKey(shaded, plot), ...corner, ...gapKey(gaps, plot, weeks.side < SMALL)];
  return {
    panels,
    shapes,
    marks,
    bottom,
    ringed,
    framed,
    untold,
    cells,
    key,
    named: captions,
    captions,
  };
}

/** On a card with little room days are small: three years stand side by side then. */
function largestDay(plot: Plot): number | undefined {
  return isTight(plot) ? 6 + Math.floor((plot.stretch ?? 0) / 15) : undefined;
}

/** The days that are asked for; an end that the query leaves open is where the counts begin or end. */
function spanOf(dated: readonly Count[], plot: Plot): { from: Day; to: Day } {
  // Days as they are written are in the order of time.
  const days = dated.map((count) => count.period ?? '').sort();
  const [first, last] = [parseDay(days[0] ?? ''), parseDay(days.at(-1) ?? '')];
  if (first === null || last === null) return { from: 0, to: -1 };
  const from = plot.query.from ?? first;
  const to = plot.query.to ?? last;
  if (to - from + 1 > MOST_DAYS) throw new Error(`too many buckets: ${to - from + 1} (at most ${MOST_DAYS})`);
  return { from, to };
}

/** Adds the calendar of one place to a page, and returns where it ends. */
function place({ row, shades }: { row: Row; shades: Shades }, top: number, page: Page, plot: Plot): number {
  let bottom = top;
  if (rowId(row) !== undefined) {
    const [name = ''] = wrap(row.name, plot.width, NAME, 1);
    const at = { x: plot.left, y: top };
    page.shapes.push(textShape(name, at, plot.theme, { verticalAlign: 'top' }));
    bottom += NAME.height;
  }
  const { weeks, left, counts } = page;
  const { width, height } = sizeOf(weeks);
  const box = { left, top: bottom, width, height };
  const drawn = calendarPanel({ row, weeks, box, shades }, counts, nextPosition(page), plot);
  addPlot(page, drawn);
  return box.top + box.height;
}

function annotatedDays({ row, weeks }: PlaceCalendar, plot: Plot): Day[] {
  const annotations = weeks.bands.flatMap(({ from, to }) => annotationsBetween(from, to, plot));
  const days = annotations
    .filter((annotation) => concerns(annotation, row.place, plot))
    .map((annotation) => annotation.day);
  return [...new Set(days)];
}

/** The dark corner of a day that an annotation names. */
function corner({ left, top }: Box, size: number, theme: Theme): Shape {
  const [x, y] = [left - 1, top - 1];
  const points: [number, number][] = [
    [x, y],
    [x + size, y],
    [x, y + size],
  ];
  return { type: 'polygon', shape: { points }, style: { fill: theme.ink }, silent: true };
}

/** Where a band begins: the names of its months. */
function placeOf(band: number, { box, weeks }: PlaceCalendar): { left: number; top: number } {
  const [line, column] = [Math.floor(band / weeks.columns), band % weeks.columns];
  return {
    left: box.left + column * (weeks.widest * weeks.week + COLUMN_GAP),
    top: box.top + line * (MONTHS + 7 * weeks.side + UNDER),
  };
}

function dayBox(day: Day | null, calendar: PlaceCalendar): Box {
  const { weeks } = calendar;
  const b = weeks.bands.findIndex((band) => day !== null && band.from <= day && day <= band.to);
  const band = weeks.bands[b];
  if (day === null || !band)
    throw new Error(`count outside of the calendar: ${day === null ? 'no day' : printDay(day)}`);
  const { week, weekday } = cellOf(day, band);
  const { week: across, side } = weeks;
  const place = placeOf(b, calendar);
  const air = side < 20 ? 0.5 : 1.5;
  const [left, top] = [place.left + week * across, place.top + MONTHS + weekday * side];
  return { left: left + air, top: top + air, width: across - 2 * air, height: side - 2 * air };
}

function gapDays(
  calendar: PlaceCalendar,
  counts: Counts,
  plot: Plot,
): { kinds: Set<CoverageGap>; shapes: Shape[] } {
  const { row, weeks } = calendar;
  const { theme } = plot;
  const gapIn = gapLookup(counts, row.measure, plot);
  const counted = new Set(row.counts.map((count) => count.period));
  const kinds = new Set<CoverageGap>();
  const shapes = weeks.bands.flatMap(daysOf).flatMap((day) => {
    if (counted.has(printDay(day))) return [];
    const kind = gapIn(row.place, day, day);
    kinds.add(kind);
    const box = dayBox(day, calendar);
    return [...gapCells(kind, [box], theme), ...(kind === 'unmonitored' ? [] : [outline(box, theme)])];
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
  // Every other one where all would be crowded.
  const every = side < 14 ? 2 : 1;
  return plot.words.weekdays.flatMap((name, i) => {
    if (i % every !== 0) return [];
    const at = { x: plot.left, y: top + (i + 0.5) * side };
    return [textShape(name, at, theme, { fontSize: SMALLEST, fill: theme.muted })];
  });
}
