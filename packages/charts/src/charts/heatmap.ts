import { chartTexts } from '@article21/messages';
import type { Count, Counts } from '@article21/model';
import type { Drawing } from '../chart.ts';
import { type CoverageGap, gapsOfRow } from '../data/coverage.ts';
import { coveredRows, groupsOf, type MeasureRows, rowGapCaptions, rowGapsOf } from '../data/measure-rows.ts';
import { estimateOf, type Row } from '../data/rows.ts';
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
import { areSmall, cell, gapCells } from '../marks/cell.ts';
import { colourOf, markOfCount } from '../marks/mark.ts';
import { type Box, merged, type Shape, textShape } from '../marks/shape.ts';
import { stackPanels } from '../office/stacks.ts';
import { tablePanels } from '../office/tables.ts';
import { mostOf, type Plot } from '../plot.ts';
import { type Shades, shadeKey, shadesOf, swatches } from '../scales/colour-steps.ts';
import { TICKS, type TimeAxis, tickTexts, timeAxis } from '../scales/time-axis.ts';
import { type NameColumn, nameColumn } from '../text/wrap.ts';
import type { Chart } from './chart.ts';

/** Places that one picture can hold for each measure; how many more there are is said under it. */
const MOST_ROWS = 60;
/** The same on a card. */
const MOST_COMPACT = 20;
const BETWEEN = 22;
/** The height of rows in pixels, by how many they are at most: many are a picture, few a table with numbers. */
const ROWS = [
  { most: 12, height: 32 },
  { most: 24, height: 24 },
  { most: Number.POSITIVE_INFINITY, height: 18 },
] as const;

/**
 * City by period, a table in colour: the number stands in its cell. Where no record is, the cell says zero only where
 * somebody watched.
 */
export const heatmap: Chart = {
  needs: { by: [['place', 'period']], every: null, places: 1, most: MOST_ROWS, paged: true },
  draw: drawHeatmap,
  office: (counts, plot) => tablePanels(counts, plot) ?? stackPanels(counts, plot),
};

/** What the tables of all measures have in common, and what has been drawn of them. */
interface Page extends CellPage {
  names: NameColumn;
  time: TimeAxis;
  rowHeight: number;
  counts: Counts;
  /** Whether cells have no room for hatching. */
  small: boolean;
  /** The counts of tables over which the steps of colour are explained. */
  shaded: Count[];
}

const emptyTime: TimeAxis = { names: [], indexOf: () => 0, ticks: new Map() };

/** The table of one measure: a line for each place, a cell for each bucket. */
interface Heat {
  rows: readonly Row[];
  box: Box;
  time: TimeAxis;
  shades: Shades;
  names: NameColumn;
}

/** The plot of a table: its counts are marks, what the others say is behind them. */
function heatPanel(heat: Heat, counts: Counts, position: CellPosition, plot: Plot): CellPlot {
  const { theme } = plot;
  const { rows, time, shades, box } = heat;
  const filled = rows.flatMap((row, r) => row.counts.map((count) => ({ row, r, count })));
  const marks = filled.map(({ row, count }, i) =>
    markOfCount(row, count, { index: position.mark + i, seriesIndex: position.panel, dataIndex: i }, plot),
  );
  const cells = filled.map(({ r, count }) => {
    const own = cellBox(heat, r, time.indexOf(count.period ?? ''));
    const paint = { fill: shades.fill(count), colour: colourOf(count.measure, plot), dating: count };
    return cell(estimateOf(count), own, paint, plot);
  });
  const gaps = rows.map((row, r) => gapRuns(heat, { row, r }, counts, plot));
  const behind = [...merged(rules(heat, plot)), ...merged(gaps.flatMap((it) => it.shapes))];
  const panel = areaPanel({ box, marks, areas: cells, behind, many: position.many }, theme);
  return { panel, marks, cells, gaps: new Set(gaps.flatMap((it) => it.kinds)) };
}

/** The names of the rows, left of their cells. */
function heatNames({ box, rows, names }: Heat, plot: Plot): Shape[] {
  const { theme } = plot;
  const height = box.height / rows.length;
  return rows.flatMap((row, r) => {
    const lines = names.lines(row.name);
    const top = box.top + (r + 0.5) * height - ((lines.length - 1) * 16) / 2;
    return lines.map((line, n) => textShape(line, { x: plot.left, y: top + n * 16 }, theme));
  });
}

function drawHeatmap(counts: Counts, given: Plot): Drawing {
  const most = mostOf(given.compact ? MOST_COMPACT : MOST_ROWS, given);
  const { groups, hidden, plot } = groupsOf(counts, most, given);
  const covered = groups.map((group) => coveredRows(group, most));
  const hiddenEmpty = Math.max(0, ...covered.map((it) => it.hidden));
  const notes = notesOf(counts, { dated: true, hidden, hiddenEmpty }, plot);
  const filled = groups.map((group, i) => ({ ...group, rows: covered[i]?.rows ?? [] }));
  const rowGaps = rowGapsOf(
    covered.flatMap((it) => it.empty),
    counts,
    plot,
  );
  const captions = rowGapCaptions(rowGaps, plot);
  const { name } = chartTexts('heatmap', plot.query, plot.words);
  return picture(name, notes, plot, (top) => ({
    ...inColumns(filled, { top, plot }, (own, ...at) => contentOf(own, counts, ...at)),
    captions,
  }));
}

function contentOf(groups: readonly MeasureRows[], counts: Counts, top: number, plot: Plot): Content {
  const rows = groups.flatMap((group) => group.rows);
  const texts = rows.map((row) => row.name);
  const most = Math.max(0, ...groups.map((group) => group.rows.length));
  const { height = 0 } = ROWS.find((it) => most <= it.most) ?? {};
  const names = nameColumn(texts, plot.width, most > ROWS[0].most ? 1 : undefined);
  const dated = rows.flatMap((row) => row.counts);
  const { from, to } = plot.query;
  const bounded = dated.length > 0 || (rows.length > 0 && from !== null && to !== null);
  const time = bounded ? timeAxis(dated, plot.width - names.width, plot) : emptyTime;
  const band = (plot.width - names.width) / Math.max(1, time.names.length);
  const rowHeight = most > ROWS[0].most ? height : Math.max(height, names.rowHeight);
  const small = areSmall(insideOf({ left: 0, top: 0, width: band, height: rowHeight }));
  const page: Page = { names, time, counts, rowHeight, small, shaded: [], ...createCellPage(dated.length) };
  let bottom = top;
  for (const group of groups) bottom = table(group, bottom, page, plot) + BETWEEN;
  const { panels, shapes, marks, gaps, ringed, framed, untold, cells } = page;
  return {
    panels,
    shapes,
    marks,
    bottom,
    ...{ ringed, framed, untold, cells },
    key: [...shadeKey(page.shaded, plot), ...gapKey(gaps, plot, page.small)],
  };
}

/** Adds the table of one measure to a page, and returns where it ends. */
function table(group: MeasureRows, top: number, page: Page, plot: Plot): number {
  const { measure, any, rows } = group;
  const { names, time, rowHeight, counts } = page;
  const title = heading(measure, !any, top, plot);
  page.shapes.push(...title.shapes);
  if (time.names.length === 0 || rows.length === 0) return top + title.height;
  const estimates = rows.flatMap((row) => row.counts);
  const shades = shadesOf(estimates, measure, plot);
  const key = swatches(shades.key, top + title.height, plot);
  if (shades.key.length > 0) page.shaded.push(...estimates);
  const box = {
    left: plot.left + names.width,
    top: top + title.height + key.height + TICKS,
    width: plot.width - names.width,
    height: rowHeight * rows.length,
  };
  const heat = { rows, box, time, shades, names };
  const drawn = heatPanel(heat, counts, nextPosition(page), plot);
  page.shapes.push(...key.shapes, ...heatNames(heat, plot), ...tickTexts(time, box, plot, 'above'));
  addPlot(page, drawn);
  return box.top + box.height;
}

function cellBox({ box, time, rows }: Heat, row: number, bucket: number): Box {
  const band = box.width / time.names.length;
  const height = box.height / rows.length;
  return insideOf({ left: box.left + bucket * band, top: box.top + row * height, width: band, height });
}

/** A cell without the air between it and its neighbours: the smaller they are, the less there is. */
function insideOf({ left, top, width, height }: Box): Box {
  const [across, down] = [width >= 24 ? 1 : width >= 5 ? 0.5 : 0, height >= 24 ? 1.5 : 0.5];
  return { left: left + across, top: top + down, width: width - 2 * across, height: height - 2 * down };
}

/** The cells of a row without a record, neighbours that say the same together. */
function gapRuns(
  heat: Heat,
  { row, r }: { row: Row; r: number },
  counts: Counts,
  plot: Plot,
): { kinds: CoverageGap[]; shapes: Shape[] } {
  const gaps = gapsOfRow(row, heat.time.names, counts, plot);
  const runs: { kind: CoverageGap; boxes: Box[] }[] = [];
  let before = false;
  heat.time.names.forEach((name, bucket) => {
    const kind = gaps.at(name);
    if (kind === null) {
      before = false;
      return;
    }
    const last = runs.at(-1);
    if (before && last?.kind === kind) last.boxes.push(cellBox(heat, r, bucket));
    else runs.push({ kind, boxes: [cellBox(heat, r, bucket)] });
    before = true;
  });
  const { theme } = plot;
  return {
    kinds: runs.map((it) => it.kind),
    shapes: runs.flatMap((it) => gapCells(it.kind, it.boxes, theme)),
  };
}

/** Lines between the rows, from the names to the last cell. */
function rules({ box, rows }: Heat, plot: Plot): Shape[] {
  const { theme } = plot;
  const height = box.height / rows.length;
  return Array.from({ length: rows.length + 1 }, (_, i) => ({
    type: 'polyline' as const,
    shape: {
      points: [plot.left, box.left + box.width].map((x): [number, number] => [
        x,
        Math.round(box.top + i * height) + 0.5,
      ]),
    },
    style: { stroke: theme.rule, lineWidth: 1, fill: 'none' },
    silent: true,
  }));
}
