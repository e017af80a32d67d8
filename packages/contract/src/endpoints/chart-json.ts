import { chartKeys } from '@article21/model';
import { endpoint, snapshotJson } from '../endpoint.ts';
import { counts } from './counts.ts';

export const chartJson = endpoint(
  {
    path: '/chart.json',
    ...snapshotJson,
    params: {},
    query: chartKeys,
  },
  {
    summary: 'The numbers of the chart',
    description:
      'What `/chart.svg` draws for the same query, as `/api/v1/counts` answers it: grouped as the chart needs it, also where the ' +
      'query says nothing of that.',
    answer: counts.answer,
    requests: ['/chart.json?measure=detentions', '/chart.json?measure=detentions&chart=heatmap&lang=kk'],
    example: counts.example,
  },
);
