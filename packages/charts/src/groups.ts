import type { Counts, MeasureId } from '@article21/model';
import type { Plot } from './plot.ts';
import { measuresOf, type Row, rowsOf } from './rows.ts';
import { silentRows } from './silent-rows.ts';

/** What is drawn of one measure over time: the places that have a dated count. */
export interface MeasureRows {
  measure: MeasureId;
  /** Whether any record is there at all, dated or not. */
  any: boolean;
  rows: readonly Row[];
  /** The places without a dated count that a reader looks for. */
  silent: readonly Row[];
}

/** The rows of each measure that have a dated count, at most `most` of them; `hidden` is how many more there are. */
export function groupsOf(
  counts: Counts,
  most: number,
  plot: Plot,
): { groups: MeasureRows[]; hidden: number } {
  const all = measuresOf(plot).map((measure) => {
    const all = rowsOf(counts, measure, plot);
    const rows = all.filter((row) => row.counts.length > 0);
    const any = all.length > 0;
    return { measure, any, rows, silent: silentRows(rows, measure, plot, any) };
  });
  const hidden = Math.max(0, ...all.map(({ rows }) => rows.length - most));
  return { groups: all.map((group) => ({ ...group, rows: group.rows.slice(0, most) })), hidden };
}
