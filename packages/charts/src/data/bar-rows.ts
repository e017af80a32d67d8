import type { Counts, MeasureId } from '@article21/model';
import type { Plot } from '../plot.ts';
import { emptyRows, type RowGap, rowGapsOf } from './measure-rows.ts';
import { measuresOf, type Row, rowsOf } from './rows.ts';

/** Places that one plot can hold, of which so many without a record; how many more there are is said under it. */
const MOST_ROWS = 60;
const MOST_EMPTY = 24;

/** What one plot of bars shows. */
export interface BarPlot {
  measure: MeasureId;
  rows: readonly Row[];
  rowGaps: readonly RowGap[];
}

/** The places of each measure that have room, and how many more there are, with and without a record. */
export function barRows(
  counts: Counts,
  plot: Plot,
): { plots: BarPlot[]; hidden: number; hiddenEmpty: number } {
  let hidden = 0;
  let hiddenEmpty = 0;
  const plots = measuresOf(plot).map((measure): BarPlot => {
    const all = rowsOf(counts, measure, plot);
    const rows = all.slice(0, MOST_ROWS);
    const without = emptyRows(all, measure, plot);
    const shown = without.slice(0, Math.min(MOST_EMPTY, MOST_ROWS - rows.length));
    hidden = Math.max(hidden, all.length - rows.length);
    hiddenEmpty = Math.max(hiddenEmpty, without.length - shown.length);
    return { measure, rows, rowGaps: rowGapsOf(shown, counts, plot) };
  });
  return { plots, hidden, hiddenEmpty };
}
