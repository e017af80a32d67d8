import type { ChartQuery } from '@article21/model';
import type { ChartId } from './languages/en/charts.ts';
import type { Words } from './words.ts';

/** What a chart type is called for a question: where places are added up by region, it draws regions instead of cities. */
export function chartName(
  id: ChartId,
  { by }: Pick<ChartQuery, 'by'>,
  { chart }: Pick<Words, 'chart'>,
): string {
  const texts = chart[id];
  return by.includes('region') && 'byRegion' in texts ? texts.byRegion : texts.name;
}
