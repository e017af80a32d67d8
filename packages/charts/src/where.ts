import type { Column } from './columns.ts';
import { type Box, isIn } from './panel.ts';
import { endOf } from './uncertainty/extent.ts';

/** Where the marks of a plot stand that are drawn together. */
export interface Where {
  /** The index of the mark that is meant at a point of the picture, in pixels. */
  markAt(x: number, y: number): number | null;
  /** The area of the mark with an index within its plot; null where there is none. */
  boxOf(dataIndex: number): Box | null;
}

/** The places of areas, of which the first has the mark with the index `first`. Of several the uppermost is meant. */
export function areasWhere(areas: readonly Box[], first: number): Where {
  return {
    markAt: (x, y) => {
      const i = areas.findLastIndex((area) => isIn(area, x, y));
      return i < 0 ? null : first + i;
    },
    boxOf: (dataIndex) => areas[dataIndex] ?? null,
  };
}

/** How far from a column, in pixels, it is still meant: a day of ten years is narrower than any pointer. */
const REACH = 4;

/**
 * The places of columns, each as high as the plot and at least a pixel wide, of which the first has the mark with the
 * index `first`. Where several are as near as a pointer can tell, the highest of them is meant, because it is the one
 * that is seen; the arrow keys reach them all.
 */
export function columnsWhere(columns: readonly Column[], box: Box, buckets: number, first: number): Where {
  const { left, top, width, height } = box;
  const band = width / buckets;
  const byBucket = new Map(columns.map(({ bucket }, i) => [bucket, i]));
  const heights = columns.map(({ estimate }) => endOf(estimate));
  const reach = band >= REACH ? 0 : Math.ceil(REACH / 2 / band);
  return {
    markAt: (x) => {
      const at = Math.floor((x - left) / band);
      let meant: number | null = null;
      for (let bucket = at - reach; bucket <= at + reach; bucket++) {
        const i = byBucket.get(bucket);
        if (i === undefined) continue;
        if (meant === null || (heights[i] ?? 0) > (heights[meant] ?? 0)) meant = i;
      }
      return meant === null ? null : first + meant;
    },
    boxOf: (dataIndex) => {
      const column = columns[dataIndex];
      const wide = Math.max(1, band);
      return column
        ? { left: left + (column.bucket + 0.5) * band - wide / 2, top, width: wide, height }
        : null;
    },
  };
}
