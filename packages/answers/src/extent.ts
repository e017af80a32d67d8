import { type Cube, rollUp } from '@article21/cube';
import { bases, emptyQuery, type Period } from '@article21/model';

/** The days of all records of a snapshot. `open`: some lie before, after, or on days that no source states. */
export interface Extent extends Period {
  open: boolean;
}

/** The first and the last day that any source names, of incidents and of summaries. */
export function extentOf(cube: Cube): Extent {
  const { measureIds: measure } = cube.cells.vocabulary;
  const totals = bases.flatMap((basis) => rollUp(cube, { ...emptyQuery, measure, basis }).totals);
  const days = totals
    .flatMap(({ dated, open }) => [dated?.from, dated?.to, open?.from, open?.to])
    .filter((day) => day !== undefined && day !== null);
  return {
    from: days.length === 0 ? null : Math.min(...days),
    to: days.length === 0 ? null : Math.max(...days),
    open: totals.some(({ open }) => open !== null),
  };
}
