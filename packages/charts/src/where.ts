import type { Column } from './columns.ts';
import type { Box } from './panel.ts';
import type { TimeAxis } from './time.ts';

/** Where the columns of a plot stand that are drawn together. */
export interface Where {
  /** The index of the mark that is meant at so many pixels from the left. */
  markAt(x: number): number | null;
  /** The area of a period: as high as the plot, at least a pixel wide. */
  boxOf(period: string): Box;
}

/** How far from a column, in pixels, it is still meant: a day of ten years is narrower than any pointer. */
const REACH = 4;

/**
 * The places of columns, of which the first has the mark with the index `first`. Where several are as near as a pointer
 * can tell, the highest of them is meant, because it is the one that is seen; the arrow keys reach them all.
 */
export function whereOf(columns: readonly Column[], box: Box, time: TimeAxis, first: number): Where {
  const { left, top, width, height } = box;
  const band = width / time.names.length;
  const byBucket = new Map(columns.map(({ bucket }, i) => [bucket, i]));
  const reach = band >= REACH ? 0 : Math.ceil(REACH / 2 / band);
  return {
    markAt: (x) => {
      const at = Math.floor((x - left) / band);
      let meant: number | null = null;
      for (let bucket = at - reach; bucket <= at + reach; bucket++) {
        const i = byBucket.get(bucket);
        if (i === undefined) continue;
        if (meant === null || heightOf(columns[i]) > heightOf(columns[meant])) meant = i;
      }
      return meant === null ? null : first + meant;
    },
    boxOf: (period) => {
      const wide = Math.max(1, band);
      return { left: left + (time.indexOf(period) + 0.5) * band - wide / 2, top, width: wide, height };
    },
  };
}

function heightOf(column: Column | undefined): number {
  return column ? (column.estimate.high ?? column.estimate.low) : 0;
}
