import type { Counts, MeasureId } from '@article21/model';
import type { ChartContext } from './chart.ts';
import { measuresOf, type Row, rowsOf } from './rows.ts';

/** What is drawn of one measure over time: the places that have a dated count. */
export interface MeasureRows {
  measure: MeasureId;
  /** Whether any record is there at all, dated or not. */
  any: boolean;
  rows: readonly Row[];
}

/** The rows of each measure that have a dated count, at most `most` of them; `hidden` is how many more there are. */
export function groupsOf(
  counts: Counts,
  most: number,
  context: ChartContext,
): { groups: MeasureRows[]; hidden: number } {
  const all = measuresOf(context).map((measure) => {
    const rows = rowsOf(counts, measure, context);
    return { measure, any: rows.length > 0, rows: rows.filter((row) => row.counts.length > 0) };
  });
  const hidden = Math.max(0, ...all.map(({ rows }) => rows.length - most));
  return { groups: all.map((group) => ({ ...group, rows: group.rows.slice(0, most) })), hidden };
}
