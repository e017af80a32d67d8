import type { Counts } from '@article21/model';
import { areaPanel } from './areas.ts';
import type { CellPlot, CellPosition } from './cell-page.ts';
import type { Silence } from './coverage.ts';
import type { MeasureRows } from './groups.ts';
import { colourOf, markOfCount } from './mark.ts';
import { merged } from './merged.ts';
import type { Box } from './panel.ts';
import type { Plot } from './plot.ts';
import { estimateOf, type Row } from './rows.ts';
import type { Shades } from './shades.ts';
import { type Shape, textShape } from './shape.ts';
import { silencesOf } from './silences.ts';
import type { NameColumn } from './text/names.ts';
import type { TimeAxis } from './time.ts';
import { cell } from './uncertainty/cell.ts';
import { silence } from './uncertainty/silence.ts';

/** The table of one measure: a line for each place, a cell for each bucket. */
export interface Heat {
  rows: readonly Row[];
  box: Box;
  time: TimeAxis;
  shades: Shades;
  names: NameColumn;
}

/** A measure's rows, and after them the places without a record, as far as there is room; how many have none. */
export function coveredRows({ rows, silent }: MeasureRows, most: number) {
  const shown = silent.slice(0, Math.max(0, most - rows.length));
  return { rows: [...rows, ...shown], silent: shown, hidden: silent.length - shown.length };
}

/** The plot of a table: its counts are marks, what the others say is behind them. */
export function heatPanel(heat: Heat, counts: Counts, position: CellPosition, plot: Plot): CellPlot {
  const { theme } = plot;
  const { rows, time, shades, box } = heat;
  const filled = rows.flatMap((row, r) => row.counts.map((count) => ({ row, r, count })));
  const marks = filled.map(({ row, count }, i) =>
    markOfCount(row, count, { index: position.mark + i, seriesIndex: position.panel, dataIndex: i }, plot),
  );
  const cells = filled.map(({ r, count }) => {
    const own = cellBox(heat, r, time.indexOf(count.period ?? ''));
    const standing = count.assemblyDay > 0;
    const paint = { fill: shades.fill(count), colour: colourOf(count.measure, theme), standing };
    return cell(estimateOf(count), own, paint, plot);
  });
  const silent = rows.map((row, r) => silentCells(heat, { row, r }, counts, plot));
  const behind = [...merged(rules(heat, plot)), ...merged(silent.flatMap((it) => it.shapes))];
  const panel = areaPanel({ box, marks, areas: cells, behind, many: position.many }, theme);
  const ringed = cells.some((it) => it.ringed);
  return { panel, marks, ringed, silences: new Set(silent.flatMap((it) => it.kinds)) };
}

function cellBox({ box, time, rows }: Heat, row: number, bucket: number): Box {
  const band = box.width / time.names.length;
  const height = box.height / rows.length;
  const gap = band >= 8 ? 2 : 0;
  return {
    left: box.left + bucket * band + gap / 2,
    top: box.top + row * height + 2,
    width: band - gap,
    height: height - 4,
  };
}

/** The cells of a row without a record, neighbours that say the same together. */
function silentCells(
  heat: Heat,
  { row, r }: { row: Row; r: number },
  counts: Counts,
  plot: Plot,
): { kinds: Silence[]; shapes: Shape[] } {
  const silences = silencesOf(row, heat.time.names, counts, plot);
  const runs: { kind: Silence; boxes: Box[] }[] = [];
  let before = false;
  heat.time.names.forEach((name, bucket) => {
    const kind = silences.at(name);
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
    shapes: runs.flatMap((it) => silence(it.kind, it.boxes, theme)),
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

/** The names of the rows, left of their cells. */
export function heatNames({ box, rows, names }: Heat, plot: Plot): Shape[] {
  const { theme } = plot;
  const height = box.height / rows.length;
  return rows.flatMap((row, r) => {
    const lines = names.lines(row.name);
    const top = box.top + (r + 0.5) * height - ((lines.length - 1) * 16) / 2;
    return lines.map((line, n) => textShape(line, { x: plot.left, y: top + n * 16 }, theme));
  });
}
