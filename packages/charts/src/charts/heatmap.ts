import type { Counts } from '@article21/model';
import { addPlot, type CellPage, createCellPage, nextOn } from '../cell-page.ts';
import type { Chart, ChartContext, Drawing } from '../chart.ts';
import { innerWidth, paddingOf } from '../frame.ts';
import { groupsOf, type MeasureRows } from '../groups.ts';
import { heading } from '../heading.ts';
import { coveredRows, heatNames, heatPanel } from '../heat.ts';
import { notesOf } from '../notes.ts';
import { type Plots, picture } from '../picture.ts';
import { shadesOf } from '../shades.ts';
import { silenceKey } from '../silence-key.ts';
import { silentsOf, tellSilents } from '../silent-rows.ts';
import { swatches } from '../swatches.ts';
import { type NameColumn, nameColumn } from '../text/names.ts';
import { TICKS, tickTexts } from '../ticks.ts';
import { type TimeAxis, timeAxis } from '../time.ts';

/** Places that one picture can hold for each measure; how many more there are is said under it. */
const MOST_ROWS = 60;
const BETWEEN = 22;
const LEAST_ROW = 32;

/**
 * City by period, a table in colour: the number stands in its cell. Where no record is, the cell says zero only where
 * somebody watched.
 */
export const heatmap: Chart = {
  needs: { by: [['place', 'period']], every: null, places: 1 },
  draw: drawHeatmap,
};

function drawHeatmap(counts: Counts, context: ChartContext): Drawing {
  const { groups, hidden } = groupsOf(counts, MOST_ROWS, context);
  const covered = groups.map((group) => coveredRows(group, MOST_ROWS));
  const silent = Math.max(0, ...covered.map((it) => it.hidden));
  const notes = notesOf(counts, hidden, true, context, silent);
  const filled = groups.map((group, i) => ({ ...group, rows: covered[i]?.rows ?? [] }));
  const silents = silentsOf(
    covered.flatMap((it) => it.silent),
    counts,
    context,
  );
  const told = tellSilents(silents, context);
  const { name } = context.words.chart.heatmap;
  return picture(name, notes, context, (top) => ({ ...plots(filled, counts, top, context), told }));
}

/** What the tables of all measures have in common, and what has been drawn of them. */
interface Page extends CellPage {
  names: NameColumn;
  time: TimeAxis;
}

function plots(groups: readonly MeasureRows[], counts: Counts, top: number, context: ChartContext): Plots {
  const rows = groups.flatMap((group) => group.rows);
  const texts = rows.map((row) => row.name);
  const names = nameColumn(texts, innerWidth(context));
  const dated = rows.flatMap((row) => row.counts);
  const { from, to } = context.query;
  const bounded = dated.length > 0 || (rows.length > 0 && from !== null && to !== null);
  const time = bounded ? timeAxis(dated, innerWidth(context) - names.width, context) : emptyTime;
  const page: Page = { names, time, ...createCellPage(dated.length) };
  const last = groups.findLastIndex((group) => group.rows.length > 0);
  let bottom = top;
  groups.forEach((group, i) => {
    bottom = table(group, i === last, counts, bottom, page, context) + BETWEEN;
  });
  const { panels, shapes, marks, silences, ringed } = page;
  return { panels, shapes, marks, bottom, ringed, cells: true, key: silenceKey(silences, context) };
}

const emptyTime: TimeAxis = { names: [], indexOf: () => 0, ticks: new Map() };

/** Adds the table of one measure to a page, and returns where it ends. */
function table(
  { measure, any, rows }: MeasureRows,
  last: boolean,
  counts: Counts,
  top: number,
  page: Page,
  context: ChartContext,
): number {
  const { names, time } = page;
  const title = heading(measure, !any, top, context);
  page.shapes.push(...title.shapes);
  if (time.names.length === 0 || rows.length === 0) return top + title.height;
  const estimates = rows.flatMap((row) => row.counts);
  const shades = shadesOf(estimates, measure, context);
  const key = swatches(shades.key, top + title.height, context);
  const box = {
    left: paddingOf(context) + names.width,
    top: top + title.height + key.height,
    width: innerWidth(context) - names.width,
    height: Math.max(LEAST_ROW, names.rowHeight) * rows.length,
  };
  const heat = { rows, box, time, shades, names };
  const drawn = heatPanel(heat, counts, nextOn(page), context);
  page.shapes.push(
    ...key.shapes,
    ...heatNames(heat, context),
    ...(last ? tickTexts(time, box, context) : []),
  );
  addPlot(page, drawn);
  return box.top + box.height + (last ? TICKS : 0);
}
