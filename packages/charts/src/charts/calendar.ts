import { type Count, type Counts, type Day, parseDay } from '@article21/model';
import { concerning, remarksOf } from '../annotations.ts';
import { calendarPanel } from '../calendar-panel.ts';
import { addPlot, type CellPage, createCellPage, nextOn } from '../cell-page.ts';
import type { Chart, Drawing } from '../chart.ts';
import { groupsOf, type MeasureRows } from '../groups.ts';
import { heading } from '../heading.ts';
import { MONTHS } from '../month-marks.ts';
import { notesOf } from '../notes.ts';
import { type Plots, picture } from '../picture.ts';
import type { Plot } from '../plot.ts';
import type { Row } from '../rows.ts';
import { type Shades, shadesOf } from '../shades.ts';
import { textShape } from '../shape.ts';
import { silenceKey } from '../silence-key.ts';
import { silentNotes } from '../silent-rows.ts';
import { swatches } from '../swatches.ts';
import { textWidth } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { type Weeks, weeksOf } from '../weeks.ts';

/** Places that one picture can hold for each measure; how many more there are is said under it. */
const MOST_PLACES = 6;
/** About twelve years. */
const MOST_DAYS = 4400;
const BETWEEN = 18;
const NAME = { size: 13, height: 22 };

/** The days of a period, weeks from left to right and weekdays from top to bottom, each with its count. */
export const calendar: Chart = {
  needs: { by: [['period'], ['place', 'period']], every: 'day', places: 1 },
  draw: drawCalendar,
};

function drawCalendar(counts: Counts, plot: Plot): Drawing {
  if (plot.query.every !== 'day')
    throw new Error(`a calendar needs counts by day, not by ${plot.query.every}`);
  const { groups, hidden } = groupsOf(counts, MOST_PLACES, plot);
  const notes = [...silentNotes(groups, counts, plot), ...notesOf(counts, { dated: true, hidden }, plot)];
  const { name } = plot.words.chart.calendar;
  return picture(name, notes, plot, (top) => plots(groups, counts, top, plot));
}

/** What the calendars of a picture have in common, and what has been drawn of them. */
interface Page extends CellPage {
  weeks: Weeks;
  left: number;
  counts: Counts;
}

function plots(groups: readonly MeasureRows[], counts: Counts, top: number, plot: Plot): Plots {
  const dated = groups.flatMap((group) => group.rows.flatMap((row) => row.counts));
  const days = spanOf(dated, plot);
  const side = Math.max(...plot.words.weekdays.map((name) => textWidth(name, { size: 11 })));
  const left = plot.left + Math.ceil(side) + 8;
  const weeks = weeksOf(days.from, days.to, plot.width + plot.left - left);
  const page: Page = { weeks, left, counts, ...createCellPage(dated.length) };
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
    bottom += key.height;
    for (const row of rows) bottom = place({ row, shades }, bottom, page, plot) + BETWEEN;
    bottom += rows.length > 0 ? 0 : BETWEEN;
  }
  const { panels, shapes, marks, silences, ringed } = page;
  const rows = groups.flatMap((group) => group.rows);
  const told = concerning(remarksOf(days.from, days.to, plot), rows, plot).map(({ dated }) => dated);
  const corner = told.length > 0 ? [plot.words.drawing.legend.corner] : [];
  const key = [...corner, ...silenceKey(silences, plot)];
  return { panels, shapes, marks, bottom, ringed, cells: true, key, named: told, told };
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
  if (row.place !== undefined) {
    const [name = ''] = wrap(row.name, plot.width, NAME, 1);
    const at = { x: plot.left, y: top };
    page.shapes.push(textShape(name, at, plot.theme, { verticalAlign: 'top' }));
    bottom += NAME.height;
  }
  const { weeks, left, counts } = page;
  const height = MONTHS + 7 * weeks.side;
  const width = Math.max(...weeks.bands.map((band) => band.weeks)) * weeks.side;
  const box = { left, top: bottom, width, height: weeks.bands.length * (height + 8) - 8 };
  const drawn = calendarPanel({ row, weeks, box, shades }, counts, nextOn(page), plot);
  addPlot(page, drawn);
  return box.top + box.height;
}
