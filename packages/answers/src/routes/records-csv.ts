import { endpoints } from '@article21/contract';
import { formulaSafe } from '@article21/messages';
import { route } from '../route.ts';
import { euroColumns, type RecordRow, recordColumnsOf, recordRows } from '../sheet/records-table.ts';
import { recordsFile } from './records.ts';

/** The most records of a file; the Parquet file of a snapshot has all. */
const MOST = 100_000;

export const recordsCsv = route(endpoints.recordsCsv, ({ query: requested, loaded, words }) => {
  const file = recordsFile(requested, 'csv');
  return {
    ...file,
    answer: async () =>
      csvOf(recordColumnsOf(loaded), await recordRows(requested, loaded, words(file.query.lang), MOST)),
  };
});

/** Rows of records as CSV (RFC 4180), which no spreadsheet takes for formulas. */
export async function csvOf(columns: readonly string[], rows: readonly RecordRow[]): Promise<string> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  return stringify([...rows], {
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    cast: {
      boolean: String,
      number: (value, { column }) =>
        euroColumns.includes(String(column)) ? value.toFixed(2) : String(value),
      string: formulaSafe,
    },
  });
}
