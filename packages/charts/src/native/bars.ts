import type { Counts, MeasureId } from '@article21/model';
import type { ChartContext } from '../chart.ts';
import { measuresOf, type Row, rowsOf } from '../rows.ts';
import { highestOf, overChart } from './over.ts';
import type { NativePanel } from './panel.ts';

/** Places that one measure can hold; how many more there are is said beside it. */
const MOST_ROWS = 60;
/** Bars that one panel can hold and still be read from the back of a room. */
const IN_PANEL = 20;

/** Bars by place, the largest first; a long list in several panels. `rows` is what is drawn, for the key. */
export function barPanels(counts: Counts, context: ChartContext) {
  const all = measuresOf(context).map((measure) => ({ measure, rows: rowsOf(counts, measure, context) }));
  const hidden = Math.max(0, ...all.map(({ rows }) => rows.length - MOST_ROWS));
  const shown = all.map(({ measure, rows }) => ({ measure, rows: rows.slice(0, MOST_ROWS) }));
  const panels = shown.flatMap(({ measure, rows }) => {
    const highest = highestOf(rows.map((row) => row.estimate));
    return pieces(rows, IN_PANEL).map((piece) => panelOf(measure, piece, highest, context));
  });
  return { panels, hidden, rows: shown.flatMap(({ rows }) => rows) };
}

/** Stage by stage, each number alone, in the order in which they happen. */
export function stagePanels(counts: Counts, order: readonly MeasureId[], context: ChartContext) {
  const asked = measuresOf(context);
  const measures = [
    ...order.filter((id) => asked.includes(id)),
    ...asked.filter((id) => !order.includes(id)),
  ];
  const stages = measures.map((measure) => ({ measure, rows: rowsOf(counts, measure, context) }));
  const panels = stages
    .filter(({ rows }) => rows.length > 0)
    .map(({ measure, rows }) => panelOf(measure, rows, highestOf(rows.map((row) => row.estimate)), context));
  return { panels, hidden: 0, rows: stages.flatMap(({ rows }) => rows) };
}

function panelOf(
  measure: MeasureId,
  rows: readonly Row[],
  highest: number,
  context: ChartContext,
): NativePanel {
  return overChart('bar', context.words.measure[measure].panel, measure, rows, context, highest);
}

/** A list in pieces of at most so many, as even as can be; none of an empty list. */
export function pieces<T>(list: readonly T[], most: number): T[][] {
  const count = Math.ceil(list.length / most);
  const size = Math.ceil(list.length / count);
  return Array.from({ length: count }, (_, i) => list.slice(i * size, (i + 1) * size));
}
