import { z } from 'zod';
import { endpoint, xlsx } from '../endpoint.ts';
import { recordKeys } from '../query/records.ts';

const { cursor: _cursor, limit: _limit, ...keys } = recordKeys;

export const recordsXlsx = endpoint(
  {
    path: '/api/v1/records.xlsx',
    mediaType: xlsx,
    policy: 'data',
    cache: 'snapshot',
    params: {},
    query: keys,
  },
  {
    summary: 'What stands behind a number, as a workbook',
    description:
      'The columns of `records.csv` as an Excel workbook, at most 20,000 records. Numbers are numbers, `from`, `to` and ' +
      '`assembly_day` are days (before March 1900 they are texts), and no text is ever a formula. A cell holds at most 32,767 ' +
      'signs: a longer text ends in […] and is whole in `records.csv`. A second sheet has the query, the snapshot, the sources and ' +
      'the licence.',
    answer: z.string().meta({ format: 'binary', description: 'The bytes of the file.' }),
    requests: ['/api/v1/records.xlsx?measure=detentions&place=almaty', '/api/v1/records.xlsx?lang=kk'],
    example:
      'Records\n  id                             kind       place   from        count  count_low  quotations\n' +
      '  2012-04-28-almaty-detention-3  detention  almaty  2012-04-28  ~10           10  After the rally about ten people …\n' +
      'How we count\n  Snapshot  2012-09-25-3f9c0a417d2be586\n',
  },
);
