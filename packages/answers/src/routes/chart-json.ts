import { resolveQuery } from '@article21/charts';
import { endpoints, fileName } from '@article21/contract';
import { countable } from '../counts-query.ts';
import { route } from '../route.ts';
import { countsAnswer } from './counts.ts';

export const chartJson = route(endpoints.chartJson, ({ query: asked, loaded, words }) => {
  const { query, ...size } = countable(resolveQuery(asked), loaded);
  return {
    query,
    ...size,
    headers: { 'Content-Disposition': `inline; filename="${fileName(query, 'json')}"` },
    answer: async () => countsAnswer(query, loaded, words),
  };
});
