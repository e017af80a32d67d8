import type { LoadedSnapshot } from '@article21/answers';
import { type ChartContext, needsOf } from '@article21/charts';
import type { ChartQuery } from '@article21/model';

/** What the chart of a query needs to know of its snapshot. Only a chart over land loads outlines. */
export async function contextOf(
  { theme, ...query }: ChartQuery & { chart: string },
  { snapshot, tree }: LoadedSnapshot,
): Promise<Omit<ChartContext, 'width' | 'words'>> {
  const { meta, coverage, annotations } = snapshot.catalogue;
  const outlines = needsOf(query.chart).land ? await snapshot.outlines() : [];
  return {
    query,
    places: tree,
    coverage,
    annotations,
    outlines,
    theme: theme ?? 'light',
    synthetic: meta.synthetic,
  };
}
