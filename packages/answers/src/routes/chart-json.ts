import { endpoints, fileName } from '@article21/contract';
import { printQuery } from '@article21/model';
import { readChartedQuery } from '../counts-query.ts';
import type { Route } from '../route.ts';
import { countsAnswer } from './counts.ts';

export const chartJson: Route = {
  endpoint: endpoints.chartJson,
  read(request) {
    const { query, groups } = readChartedQuery(endpoints.chartJson, request);
    return {
      canonical: printQuery(query),
      groups,
      headers: { 'Content-Disposition': `inline; filename="${fileName(query, 'json')}"` },
      answer: async () => countsAnswer(query, request),
    };
  },
};
