import { chartKeys } from '@article21/model';
import { z } from 'zod';
import { endpoint, xlsx } from '../endpoint.ts';

export const countsXlsx = endpoint(
  {
    path: '/api/v1/counts.xlsx',
    mediaType: xlsx,
    policy: 'data',
    cache: 'snapshot',
    params: {},
    query: chartKeys,
  },
  {
    summary: 'How many, as a workbook',
    description:
      'The same table as an Excel workbook. A second sheet has the sentences, the query, the snapshot, what each measure ' +
      'does not say, the sources and the licence. Numbers are numbers, and no text is ever a formula. It has at most 20,000 rows.',
    answer: z.string().meta({ format: 'binary', description: 'The bytes of the file.' }),
    requests: [
      '/api/v1/counts.xlsx?measure=detentions&by=place',
      '/api/v1/counts.xlsx?by=place,period&lang=kk',
    ],
    example:
      'Table\n  Measure     Unit    Place   Period  Low  High  Approximate  Reports without a number  Records\n' +
      '  Detentions  people  Almaty            15    15  yes                                 1        5\n' +
      'How we count\n  Detentions  At least about 15 detentions in Almaty, and 1 report without a number.\n  Snapshot    2012-09-25-3f9c0a417d2be586\n',
  },
);
