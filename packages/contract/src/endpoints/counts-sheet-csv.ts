import { chartKeys } from '@article21/model';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

export const countsSheetCsv = endpoint(
  {
    path: '/api/v1/counts.sheet.csv',
    mediaType: 'text/csv',
    policy: 'data',
    cache: 'snapshot',
    params: {},
    query: chartKeys,
  },
  {
    summary: 'How many, for a spreadsheet',
    description:
      'The table of `/api/v1/counts.csv` for people: the words of `lang`, names of places, a byte order mark. What a ' +
      'spreadsheet could take for a formula has an apostrophe before it. A report without a number has empty cells, not ' +
      'zeros. The columns may change; programs read `/api/v1/counts.csv`.',
    answer: z.string(),
    requests: [
      '/api/v1/counts.sheet.csv?measure=detentions&by=place&lang=ru',
      '/api/v1/counts.sheet.csv?by=place',
    ],
    example:
      '\ufeff"Показатель","Единица","Место","Период","От","До","Примерно","Сообщения без указания числа","Записи"\r\n' +
      '"Задержания","человек","Алматы",,15,15,"да",1,5\r\n' +
      '"Задержания","человек","Всего",,15,15,"да",1,5\r\n',
  },
);
