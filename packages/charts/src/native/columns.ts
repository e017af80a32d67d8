import type { Count, Counts } from '@article21/model';
import type { ChartContext } from '../chart.ts';
import { groupsOf } from '../groups.ts';
import { estimateOf, type Row } from '../rows.ts';
import { type TimeAxis, timeAxis } from '../time.ts';
import { highestOf, overChart, type Point } from './over.ts';
import type { NativePanel } from './panel.ts';

/** Places that have a panel of their own; how many more there are is said beside them. */
const MOST_STRIPS = 12;
/** Any: how wide an axis is decides only which of its buckets are named, and a native chart decides that itself. */
const WIDTH = 900;

/** Columns over time: a panel for each place, those of a measure on one scale. What has no record has no panel. */
export function columnPanels(counts: Counts, context: ChartContext) {
  const { groups, hidden } = groupsOf(counts, MOST_STRIPS, context);
  const rows = groups.flatMap((group) => group.rows);
  const time = axisOf(rows, context);
  const panels = groups.flatMap((group) => {
    const highest = highestOf(group.rows.flatMap((row) => row.counts.map(estimateOf)));
    return group.rows.map((row) => panelOf(row, highest, time, context));
  });
  return { panels, hidden, rows, time };
}

function panelOf(row: Row, highest: number, time: TimeAxis | null, context: ChartContext): NativePanel {
  const { panel } = context.words.measure[row.measure];
  const title = row.place === undefined ? panel : `${row.name}. ${panel}`;
  return overChart('column', title, row.measure, pointsOf(row.counts, time, context), context, highest);
}

/** The axis of time of these rows; null where there is nothing on it. */
export function axisOf(rows: readonly Row[], context: ChartContext): TimeAxis | null {
  const dated = rows.flatMap((row) => row.counts);
  return dated.length === 0 ? null : timeAxis(dated, WIDTH, context);
}

/** Every bucket of the axis, with its count where there is one: where none is, nothing is drawn, not zero. */
export function pointsOf(counts: readonly Count[], time: TimeAxis | null, { words }: ChartContext): Point[] {
  const known = new Map(counts.map((count) => [count.period, count]));
  return (time?.names ?? []).map((bucket) => {
    const count = known.get(bucket);
    const estimate = count ? estimateOf(count) : null;
    return { name: words.bucket(bucket), estimate, records: count?.records ?? 0 };
  });
}
