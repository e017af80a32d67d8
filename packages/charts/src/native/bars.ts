import type { Counts, MeasureId } from '@article21/model';
import { barRows } from '../bar-rows.ts';
import type { Plot } from '../plot.ts';
import { measuresOf, rowsOf } from '../rows.ts';
import type { Silent } from '../silent-rows.ts';
import { highestOf, overChart, type Point } from './over.ts';
import type { NativePanel } from './panel.ts';

/** Bars that one panel can hold and still be read from the back of a room. */
const IN_PANEL = 20;

/**
 * Bars by place, the largest first, and last the places without a record; a long list in several panels. `rows` is what
 * is drawn, for the key.
 */
export function barPanels(counts: Counts, plot: Plot) {
  const { plots, hidden, silent } = barRows(counts, plot);
  const panels = plots.flatMap(({ measure, rows, silents }) => {
    const highest = highestOf(rows.map((row) => row.estimate));
    const points = [...rows, ...silents.map(pointOf)];
    return pieces(points, IN_PANEL).map((piece) => panelOf(measure, piece, highest, plot));
  });
  const kinds = new Set(plots.flatMap(({ silents }) => silents.map((it) => it.kind)));
  // The words stand beside the name; nothing is hatched and nothing is empty.
  kinds.delete('unmonitored');
  kinds.delete('blank');
  return { panels, hidden, silent, silences: kinds, rows: plots.flatMap(({ rows }) => rows) };
}

function pointOf({ row, kind, text }: Silent): Point {
  if (kind === 'zero') return row;
  return { name: row.name, estimate: null, records: 0, instead: text };
}

/** Stage by stage, each number alone, in the order in which they happen. */
export function stagePanels(counts: Counts, order: readonly MeasureId[], plot: Plot) {
  const asked = measuresOf(plot);
  const measures = [
    ...order.filter((id) => asked.includes(id)),
    ...asked.filter((id) => !order.includes(id)),
  ];
  const stages = measures.map((measure) => ({ measure, rows: rowsOf(counts, measure, plot) }));
  const panels = stages
    .filter(({ rows }) => rows.length > 0)
    .map(({ measure, rows }) => panelOf(measure, rows, highestOf(rows.map((row) => row.estimate)), plot));
  return { panels, hidden: 0, rows: stages.flatMap(({ rows }) => rows) };
}

function panelOf(measure: MeasureId, points: readonly Point[], highest: number, plot: Plot): NativePanel {
  return overChart({ kind: 'bar', title: plot.words.measure[measure].panel, measure, points, highest }, plot);
}

/** A list in pieces of at most so many, as even as can be; none of an empty list. */
export function pieces<T>(list: readonly T[], most: number): T[][] {
  const count = Math.ceil(list.length / most);
  const size = Math.ceil(list.length / count);
  return Array.from({ length: count }, (_, i) => list.slice(i * size, (i + 1) * size));
}
