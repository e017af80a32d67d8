import { type Counts, type MeasureId, sum } from '@article21/model';
import { valueLabel } from '../marks/label.ts';
import { mostOf, type Plot } from '../plot.ts';
import { emptyRows, type RowGap, rowGapsOf } from './measure-rows.ts';
import { rowsOnPage } from './place-pages.ts';
import { isUnplaced, measuresOf, othersOf, type Row, rowsOf } from './rows.ts';

/** Places that one plot can hold, of which so many without a record; how many more there are is said under it. */
export const MOST_ROWS = 60;
const MOST_EMPTY = 24;
/** Cities on a card or a slide. */
const MOST_COMPACT = 15;

/** What one plot of bars shows. */
export interface BarPlot {
  measure: MeasureId;
  rows: readonly Row[];
  rowGaps: readonly RowGap[];
}

/**
 * The places of each measure that have room, and how many more there are, with and without a record. Where the room is
 * given, the fifteen largest cities, and all others as one number without a bar: it would be longer than theirs.
 */
export function barRows(
  counts: Counts,
  plot: Plot,
): { plots: BarPlot[]; hidden: number; hiddenEmpty: number } {
  let hidden = 0;
  let hiddenEmpty = 0;
  const plots = measuresOf(plot).map((measure): BarPlot => {
    const recorded = rowsOf(counts, measure, plot);
    const without = emptyRows(recorded, measure, plot);
    const all = rowsOnPage(recorded, measure, plot);
    const most = mostOf(MOST_COMPACT, plot);
    if (plot.compact && all.length > most + 1) {
      hiddenEmpty = Math.max(hiddenEmpty, without.length);
      return compactPlot(all, { measure, most }, plot);
    }
    const rows = all.slice(0, MOST_ROWS);
    const room = Math.max(0, mostOf(MOST_ROWS, plot) - rows.length);
    const shown = without.slice(0, Math.min(MOST_EMPTY, room));
    hidden = Math.max(hidden, all.length - rows.length);
    hiddenEmpty = Math.max(hiddenEmpty, without.length - shown.length);
    return { measure, rows, rowGaps: rowGapsOf(shown, counts, plot) };
  });
  return { plots, hidden, hiddenEmpty };
}

function compactPlot(
  all: readonly Row[],
  { measure, most }: { measure: MeasureId; most: number },
  plot: Plot,
): BarPlot {
  // What no source places in a city, or in a region, is not one more of them.
  const isWide = (row: Row) => isUnplaced(row, plot);
  const cities = all.filter((row) => !isWide(row));
  const [own, others] = [cities.slice(0, most), cities.slice(most)];
  const estimate = sum(others.map((row) => row.estimate));
  const rows = [...own, ...all.filter(isWide)];
  if (!estimate) return { measure, rows, rowGaps: [] };
  const { words } = plot;
  const name = words.plural(othersOf(plot).together, others.length);
  const records = others.reduce((n, row) => n + row.records, 0);
  const row: Row = { measure, place: undefined, name, estimate, records, counts: [], isRest: true };
  const { signs, reports } = valueLabel(estimate, words);
  const text = [signs, reports].filter(Boolean).join(' ');
  return { measure, rows, rowGaps: [{ row, kind: 'unknown', text }] };
}
