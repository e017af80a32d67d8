import { chartKeys } from '@article21/model';
import { z } from 'zod';
import { endpoint, parquet } from '../endpoint.ts';

export const recordsParquet = endpoint(
  {
    path: '/api/v1/records.parquet',
    mediaType: parquet,
    policy: 'data',
    cache: 'snapshot',
    params: {},
    query: { snapshot: chartKeys.snapshot },
  },
  {
    summary: 'All records of a snapshot, for programs that calculate',
    description:
      'A Parquet file with one row for each record, incidents and summaries, and evidence as a list of structures. A ' +
      'snapshot without internal sources answers the very file that it was published with, whose SHA-256 `/api/v1/snapshot` ' +
      'names (at most 1,000,000 records); else it is written without the words of those sources (at most 100,000).',
    answer: z.string().meta({ format: 'binary', description: 'The bytes of the file.' }),
    requests: ['/api/v1/records.parquet'],
    example:
      'id                             kind       place   from_day    count_low  evidence\n' +
      '2012-04-28-almaty-detention-3  detention  almaty  2012-04-28         10  [{source: kibhr-iphr-nhc-2012, quote: …}]\n',
  },
);
