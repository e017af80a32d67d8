import { endpoints, fileName } from '@article21/contract';
import { printKeys } from '@article21/model';
import { route } from '../route.ts';
import { aboutRecords } from '../sheet/about.ts';
import { recordRows } from '../sheet/records-table.ts';
import { choosing } from './records.ts';

/** A workbook is written in one go, and held in memory: fewer than in CSV. */
const MOST = 20_000;

export const recordsXlsx = route(endpoints.recordsXlsx, ({ query: asked, served, words }) => {
  const query = { ...choosing(asked), lang: asked.lang ?? 'en' };
  const name = fileName({ ...asked, measure: asked.measure ?? 'all', by: [], lang: null }, 'xlsx');
  return {
    query,
    headers: { 'Content-Disposition': `attachment; filename="records-${name}"` },
    answer: async () => {
      const { recordsWorkbook } = await import('../sheet/records-workbook.ts');
      const said = words(query.lang);
      const rows = await recordRows(asked, served, said, MOST);
      const question = printKeys(endpoints.recordsXlsx.query, { ...query, snapshot: served.id });
      return recordsWorkbook(rows, aboutRecords(question, served, said), said);
    },
  };
});
