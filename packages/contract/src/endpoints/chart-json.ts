import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { chartParameters } from '../parameters.ts';
import { counts } from './counts.ts';

export const chartJson = endpoint({
  path: '/chart.json',
  summary: 'The numbers of the chart',
  description:
    'What `/chart.svg` draws for the same query, as `/api/v1/counts` answers it: grouped as the chart needs it, also where the ' +
    'query says nothing of that.',
  mediaType: 'application/json',
  params: z.strictObject({}),
  query: z.strictObject(chartParameters),
  answer: counts.answer,
  requests: ['/chart.json?measure=detentions', '/chart.json?measure=detentions&chart=heatmap&lang=kk'],
  example: counts.example,
});
