import { resolveQuery } from '@article21/charts';
import { endpoints } from '@article21/contract';
import { route } from '../route.ts';
import { countsAnswer, jsonOf } from './counts.ts';

/** The counts of the query that the chart draws. */
export const chartJson = route(endpoints.chartJson, ({ query, loaded, words }) =>
  jsonOf(resolveQuery(query), loaded, (counted) => countsAnswer(counted, loaded, words)),
);
