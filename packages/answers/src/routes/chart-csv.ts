import { resolveQuery } from '@article21/charts';
import { endpoints, fileName } from '@article21/contract';
import { countable } from '../counts-query.ts';
import { route } from '../route.ts';
import { countsTable } from './counts-csv.ts';

export const chartCsv = route(endpoints.chartCsv, ({ query: asked, loaded }) => {
  const { query: counted, ...size } = countable(resolveQuery(asked), loaded);
  const query = { ...counted, lang: null };
  return {
    query,
    ...size,
    headers: { 'Content-Disposition': `attachment; filename="${fileName(query, 'csv')}"` },
    answer: async () => countsTable(query, loaded),
  };
});
