import type { Counts } from '@article21/model';
import { addPlot, type CellPage, createCellPage, nextOn } from '../cell-page.ts';
import type { Chart, Drawing } from '../chart.ts';
import { groupsOf, type MeasureRows } from '../groups.ts';
import { heading } from '../heading.ts';
import { coveredRows, heatNames, heatPanel } from '../heat.ts';
import { notesOf } from '../notes.ts';
import { type Plots, picture } from '../picture.ts';
import type { Plot } from '../plot.ts';
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

function drawHeatmap(counts: Counts, plot: Plot): Drawing {
  const { groups, hidden } = groupsOf(counts, MOST_ROWS, plot);
  const covered = groups.map((group) => coveredRows(group, MOST_ROWS));
  const silent = Math.max(0, ...covered.map((it) => it.hidden));
  const notes = notesOf(counts, { dated: true, hidden, silent }, plot);
  const filled = groups.map((group, i) => ({ ...group, rows: covered[i]?.rows ?? [] }));
  const silents = silentsOf(
    covered.flatMap((it) => it.silent),
    counts,
    plot,
  );
  const told = tellSilents(silents, plot);
  const { name } = plot.words.chart.heatmap;
  return picture(name, notes, plot, (top) => ({ ...plots(filled, counts, top, plot), told }));
}

/** What the tables of all measures have in common, and what has been drawn of them. */
interface Page extends CellPage {
  names: NameColumn;
  time: TimeAxis;
  counts: Counts;
  /** The lowest table, which has the names of its buckets for all. */
  last: MeasureRows | undefined;
}

function plots(groups: readonly MeasureRows[], counts: Counts, top: number, plot: Plot): Plots {
  const rows = groups.flatMap((group) => group.rows);
  const texts = rows.map((row) => row.name);
  const names = nameColumn(texts, plot.width);
  const dated = rows.flatMap((row) => row.counts);
  const { from, to } = plot.query;
  const bounded = dated.length > 0 || (rows.length > 0 && from !== null && to !== null);
  const time = bounded ? timeAxis(dated, plot.width - names.width, plot) : emptyTime;
  const last = groups.findLast((group) => group.rows.length > 0);
  const page: Page = { names, time, counts, last, ...createCellPage(dated.length) };
  let bottom = top;
  for (const group of groups) bottom = table(group, bottom, page, plot) + BETWEEN;
  const { panels, shapes, marks, silences, ringed } = page;
  return { panels, shapes, marks, bottom, ringed, cells: true, key: silenceKey(silences, plot) };
}

const emptyTime: TimeAxis = { names: [], indexOf: () => 0, ticks: new Map() };

/** Adds the table of one measure to a page, and returns where it ends. */
function table(group: MeasureRows, top: number, page: Page, plot: Plot): number {
  const { measure, any, rows } = group;
  const { names, time, counts } = page;
  const last = group === page.last;
  const title = heading(measure, !any, top, plot);
  page.shapes.push(...title.shapes);
  if (time.names.length === 0 || rows.length === 0) return top + title.height;
  const estimates = rows.flatMap((row) => row.counts);
  const shades = shadesOf(estimates, measure, plot);
  const key = swatches(shades.key, top + title.height, plot);
  const box = {
    left: plot.left + names.width,
    top: top + title.height + key.height,
    width: plot.width - names.width,
    height: Math.max(LEAST_ROW, names.rowHeight) * rows.length,
  };
  const heat = { rows, box, time, shades, names };
  const drawn = heatPanel(heat, counts, nextOn(page), plot);
  page.shapes.push(...key.shapes, ...heatNames(heat, plot), ...(last ? tickTexts(time, box, plot) : []));
  addPlot(page, drawn);
  return box.top + box.height + (last ? TICKS : 0);
}
