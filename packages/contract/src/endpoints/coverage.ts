import { chartKeys, coverageSchema } from '@article21/model';
import { z } from 'zod';
import { endpoint, snapshotJson } from '../endpoint.ts';

export const coverage = endpoint(
  {
    path: '/api/v1/coverage',
    ...snapshotJson,
    params: {},
    query: { snapshot: chartKeys.snapshot },
  },
  {
    summary: 'Where and when somebody watched',
    description:
      'A place, all that lies in it, and the days from the first to the last on which its source says that it watched. ' +
      'Only inside coverage does the absence of records mean zero; outside it, nobody knows. Often empty.',
    answer: z.strictObject({ coverage: z.array(coverageSchema.meta({ id: 'Coverage' })) }),
    requests: ['/api/v1/coverage'],
    example: {
      coverage: [{ place: 'almaty', from: '2012-04-01', to: '2012-06-30', source: 'monitoring-2012' }],
    },
  },
);
