import { chartKeys } from '@article21/model';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { countsCsv } from './counts-csv.ts';

export const chartCsv = endpoint(
  {
    path: '/chart.csv',
    mediaType: 'text/csv',
    policy: 'data',
    cache: 'snapshot',
    params: {},
    query: chartKeys,
  },
  {
    summary: 'The numbers of the chart, as a table',
    description:
      'What `/chart.svg` draws for the same query, in the columns of `/api/v1/counts.csv`: grouped as the chart needs it, also ' +
      'where the query says nothing of that.',
    answer: z.string(),
    requests: ['/chart.csv?measure=detentions', '/chart.csv?measure=detentions&chart=calendar'],
    example: countsCsv.example,
  },
);
