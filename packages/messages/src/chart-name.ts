import type { ChartId } from '@article21/languages';
import { type ChartQuery, rowGrouping } from '@article21/model';
import type { Words } from './words.ts';

/** What a chart type is called for a question, and what it draws: regions or phases instead of cities where rows are of them. */
export function chartTexts(
  id: ChartId,
  query: Partial<Pick<ChartQuery, 'by'>>,
  { chart }: Pick<Words, 'chart'>,
): { name: string; description: string } {
  const texts = chart[id];
  const rows = rowGrouping(query);
  return rows === null || rows === 'place' || !('region' in texts) ? texts : texts[rows];
}
