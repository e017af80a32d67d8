import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

export const health = endpoint(
  {
    path: '/healthz',
    mediaType: 'application/json',
    policy: 'data',
    cache: 'never',
    params: {},
    query: {},
  },
  {
    summary: 'Whether it serves',
    description: 'Answers 200 when the current snapshot can be read, 503 when it cannot.',
    answer: z.strictObject({ status: z.literal('ok'), snapshot: z.string() }),
    requests: ['/healthz'],
    example: { status: 'ok', snapshot: '2012-09-25-3f9c0a417d2be586' },
  },
);
