import { chartKeys, outlineSchema } from '@article21/model';
import { z } from 'zod';
import { endpoint, snapshotJson } from '../endpoint.ts';

export const outlines = endpoint(
  {
    path: '/api/v1/outlines',
    ...snapshotJson,
    params: {},
    query: { snapshot: chartKeys.snapshot },
  },
  {
    summary: 'The countries behind a map',
    description:
      'The land of each country that places of the dataset lie in, simplified to what a map shows (Natural Earth, 1:50 ' +
      'million, public domain; borders as they are in fact controlled). A country that the source does not know has none.',
    answer: z.strictObject({ outlines: z.array(outlineSchema.meta({ id: 'Outline' })) }),
    requests: ['/api/v1/outlines'],
    example: {
      outlines: [
        {
          country: 'LI',
          rings: [
            [
              [9.58, 47.06],
              [9.53, 47.27],
              [9.6, 47.2],
            ],
          ],
        },
      ],
    },
  },
);
