import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { recordKeys } from '../query/records.ts';

const { cursor: _cursor, limit: _limit, ...keys } = recordKeys;

export const recordsCsv = endpoint(
  {
    path: '/api/v1/records.csv',
    mediaType: 'text/csv',
    policy: 'data',
    cache: 'snapshot',
    params: {},
    query: keys,
  },
  {
    summary: 'What stands behind a number, as a table',
    description:
      'All records of a query in CSV (RFC 4180), a row each, at most 100,000; without `measure`, records of every kind. ' +
      '`from` and `to` are the days that the sources leave possible, empty where open; `date` is as stated (EDTF). Of each ' +
      'quantity there is the number as stated, its lowest and highest value (an empty `_high` is open, both empty are a ' +
      'report without a number), whether it is approximate, and how many reports have no number. `eur_low` and `eur_high` are ' +
      'euros. Several quotations stand in one cell, a blank line between them; those of internal sources are withheld. `rows` are ' +
      'the cited rows of tables, `links` the addresses that nothing is quoted of: a record with links alone is not quoted. ' +
      'A text that a spreadsheet would take for a formula begins with an apostrophe. `lang` chooses the names of places. ' +
      '`path` is the page of the record on this site.',
    answer: z.string(),
    requests: [
      '/api/v1/records.csv?measure=detentions&place=almaty',
      '/api/v1/records.csv?measure=fines&from=2012-01-01&to=2012-12-31',
      '/api/v1/records.csv',
    ],
    example:
      'id,kind,basis,phase,place,place_name,country,lat,lon,date,from,to,date_approximate,assembly,assembly_day,count,count_low,count_high,count_approximate,count_unnumbered,days,days_low,days_high,days_approximate,days_unnumbered,amount,currency,amount_low,amount_high,amount_approximate,amount_unnumbered,eur_low,eur_high,note,quotations,rows,links,sources,source_addresses,path,snapshot,synthetic\r\n' +
      '2012-04-28-almaty-detention-3,detention,incident,after,almaty,Almaty,KZ,43.25,76.9,2012-04-28,2012-04-28,2012-04-28,false,2012-04-28-almaty,,~10,10,10,true,0,,,,,,,,,,,,,,,After the rally about ten people were detained and three fined.,,,kibhr-iphr-nhc-2012,,/records/2012-04-28-almaty-detention-3?snapshot=2012-09-25-3f9c0a417d2be586,2012-09-25-3f9c0a417d2be586,false\r\n',
  },
);
