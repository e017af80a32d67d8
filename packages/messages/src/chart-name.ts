import type { ChartQuery } from '@article21/model';
import type { ChartId } from './languages/en/charts.ts';
import type { Words } from './words.ts';

/** What a chart type is called for a question, and what it draws: where places are added up by region, regions instead of cities. */
export function chartTexts(
  id: ChartId,
  { by = [] }: Partial<Pick<ChartQuery, 'by'>>,
  { chart }: Pick<Words, 'chart'>,
): { name: string; description: string } {
  const texts = chart[id];
  return by.includes('region') && 'region' in texts ? texts.region : texts;
}
