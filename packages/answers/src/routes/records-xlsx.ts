import { endpoints } from '@article21/contract';
import { printKeys } from '@article21/model';
import { route } from '../route.ts';
import { aboutRecords } from '../sheet/about.ts';
import { recordColumnsOf, recordRows } from '../sheet/records-table.ts';
import { recordsFile } from './records.ts';

/** The most records: fewer than in CSV, because a workbook is held in memory. */
const MOST = 20_000;

export const recordsXlsx = route(endpoints.recordsXlsx, ({ query: requested, loaded, words }) => {
  const file = recordsFile(requested, 'xlsx');
  const { query } = file;
  return {
    ...file,
    answer: async () => {
      const { recordsWorkbook } = await import('../sheet/records-workbook.ts');
      const localWords = words(query.lang);
      const rows = await recordRows(requested, loaded, localWords, MOST);
      const question = printKeys(endpoints.recordsXlsx.query, { ...query, snapshot: loaded.id });
      return recordsWorkbook(
        { columns: recordColumnsOf(loaded), rows },
        aboutRecords(question, loaded, localWords),
        localWords,
      );
    },
  };
});
