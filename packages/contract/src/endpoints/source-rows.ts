import { chartKeys, type Key, tableRowsSchema } from '@article21/model';
import { endpoint, snapshotJson } from '../endpoint.ts';
import { idKey } from '../query/path-part.ts';

/** Rows that are answered together: those from 1 to 100, from 101 to 200, and so on. */
export const ROWS_PAGE = 100;

const rowIssue = {
  code: 'unreadable',
  message: 'not the number of a row',
  hint: 'a whole number from 1, as the table’s file counts its rows',
} as const;

const rowKey: Key<number> = {
  description: `The number of a row: the ${ROWS_PAGE} rows that it is one of are answered, 1 to ${ROWS_PAGE} when absent.`,
  example: '17',
  absent: 1,
  read: (text) =>
    /^[1-9]\d{0,8}$/.test(text)
      ? { value: Math.floor((Number(text) - 1) / ROWS_PAGE) * ROWS_PAGE + 1 }
      : { issue: rowIssue },
  write: (row) => (row === 1 ? '' : String(row)),
};

export const sourceRows = endpoint(
  {
    path: '/api/v1/sources/{id}/rows',
    ...snapshotJson,
    params: { id: idKey },
    query: { row: rowKey, snapshot: chartKeys.snapshot },
  },
  {
    summary: 'Rows of a table',
    description:
      'The rows of a source that is a table, a hundred at a time, as its file has them: without the header, what stands ' +
      'above it, and empty rows. A source that is no table has none; those of an internal one are withheld.',
    answer: tableRowsSchema.meta({ id: 'TableRows' }),
    requests: [
      '/api/v1/sources/kibhr-iphr-nhc-2012/rows',
      '/api/v1/sources/kibhr-iphr-nhc-2012/rows?row=217',
    ],
    example: {
      header: ['day', 'city', 'people'],
      rows: [{ row: 2, cells: ['2012-04-28', 'Almaty', 'about ten'] }],
    },
  },
);
