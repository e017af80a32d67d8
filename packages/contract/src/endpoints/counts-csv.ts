import { chartKeys } from '@article21/model';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

export const countsCsv = endpoint(
  {
    path: '/api/v1/counts.csv',
    mediaType: 'text/csv',
    policy: 'data',
    cache: 'snapshot',
    params: {},
    query: chartKeys,
  },
  {
    summary: 'How many, as a table',
    description:
      'The same numbers as `/api/v1/counts` in CSV (RFC 4180), for machines: ids, not words. `part` is `row`, ' +
      '`undated` or `total`: add up only one of them. `from` and `to` are the first and the last day that ' +
      'a row of a period counts. An empty `high` means that there is no upper bound: a source leaves it open, or a report ' +
      'without a number stands beside it; `stated_high` keeps the sum of the upper bounds that sources state. Where nothing ' +
      'but reports without a number is known, `low`, `high` and `stated_high` are empty. `assembly_day` is how many records ' +
      'stand on the day of their assembly, because no source states theirs. ' +
      '`within` says of an undated line whether its total covers it. `synthetic` is `true` where the data is generated.',
    answer: z.string(),
    requests: ['/api/v1/counts.csv?measure=detentions&by=place'],
    example:
      'part,measure,unit,place,period,from,to,low,high,stated_high,approximate,unnumbered,records,assembly_day,within,synthetic,phase\r\n' +
      'row,detentions,people,almaty,,,,15,,15,true,1,5,0,,false,\r\n' +
      'total,detentions,people,,,,,15,,15,true,1,5,,,false,\r\n',
  },
);
