import { endpoints, fileName } from '@article21/contract';
import { printQuery } from '@article21/model';
import { readChartedQuery } from '../counts-query.ts';
import type { Route } from '../route.ts';
import { countsTable } from './counts-csv.ts';

export const chartCsv: Route = {
  endpoint: endpoints.chartCsv,
  read(request) {
    const { query: asked, groups } = readChartedQuery(endpoints.chartCsv, request);
    const query = { ...asked, lang: null };
    return {
      canonical: printQuery(query),
      groups,
      headers: { 'Content-Disposition': `attachment; filename="${fileName(query, 'csv')}"` },
      answer: async () => countsTable(query, request),
    };
  },
};
