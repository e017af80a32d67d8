import type { Counts } from '@article21/model';
import { chartIdOf } from './charts/index.ts';
import { isUnplaced, measuresOf, type Naming, rowsOf } from './data/rows.ts';
import { leastOf, stackRows } from './data/stack-rows.ts';

/**
 * Whether a stack of places says mostly that there are others, and would say more of their regions: of a measure, all other
 * places together have more than its largest ones, and there are fewer regions than places. Throws on an id that no chart has.
 */
export function saysMoreByRegion(chart: string, counts: Counts, context: Naming): boolean {
  const { places, query } = context;
  if (chartIdOf(chart) !== 'stacked' || !query.by?.includes('place')) return false;
  return measuresOf(context).some((measure) => {
    const rows = rowsOf(counts, measure, context).filter(
      (row) => row.counts.length > 0 && !isUnplaced(row, context),
    );
    const { parts, others } = stackRows(rows, context);
    const own = parts.filter(({ isRest }) => !isRest);
    const regions = new Set(rows.map(({ place = '' }) => places.regionOf(place)));
    const areRegions = [...regions].filter((id) => places.get(id)?.kind === 'region').length > 1;
    return areRegions && regions.size < rows.length && leastOf(others) > leastOf(own);
  });
}
