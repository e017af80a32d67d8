import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

export const ready = endpoint(
  {
    path: '/readyz',
    mediaType: 'application/json',
    policy: 'data',
    cache: 'never',
    params: {},
    query: {},
  },
  {
    summary: 'Whether it can answer',
    description:
      'Answers 200 when records of the current snapshot were just read from its files, all of which are what was published; ' +
      'else 503. `problem` says what it goes on without: a server of several that share a database, while that is away. For whoever decides where to send readers.',
    answer: z.strictObject({
      status: z.literal('ready'),
      snapshot: z.string(),
      problem: z.string().optional(),
    }),
    requests: ['/readyz'],
    example: { status: 'ready', snapshot: '2012-09-25-3f9c0a417d2be586' },
  },
);
