import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { chartParameters } from '../parameters.ts';

export const countsCsv = endpoint({
  path: '/api/v1/counts.csv',
  summary: 'How many, as a table',
  description:
    'The same numbers as `/api/v1/counts` in CSV (RFC 4180), for machines: ids, not words. `part` is `row`, ' +
    '`undated` or `total`: add up only one of them. An empty `high` means that no source states an upper bound. ' +
    '`within` says of an undated line whether its total covers it. `synthetic` is `true` where the data is generated.',
  mediaType: 'text/csv',
  params: z.strictObject({}),
  query: z.strictObject(chartParameters),
  answer: z.string(),
  requests: ['/api/v1/counts.csv?measure=detentions&by=place'],
  example:
    'part,measure,unit,place,period,low,high,approximate,unnumbered,records,within,synthetic\r\n' +
    'row,detentions,people,almaty,,15,15,true,1,5,,false\r\n' +
    'total,detentions,people,,,15,15,true,1,5,,false\r\n',
});
