import { endpoints, fileName } from '@article21/contract';
import { printQuery } from '@article21/model';
import { readCountsQuery } from '../counts-query.ts';
import type { Route } from '../route.ts';
import { formulaSafe } from '../sheet/formula-safe.ts';
import { type SheetTable, sheetTable } from '../sheet/table.ts';

export const countsSheetCsv: Route = {
  endpoint: endpoints.countsSheetCsv,
  read(request) {
    const { query: asked, groups } = readCountsQuery(endpoints.countsSheetCsv, request);
    const lang = asked.lang ?? 'en';
    const query = { ...asked, lang };
    const { served, words } = request;
    return {
      canonical: printQuery(query),
      groups,
      headers: { 'Content-Disposition': `attachment; filename="${fileName(query, 'csv')}"` },
      answer: async () => written(sheetTable(query, served, words(lang))),
    };
  },
};

/** With a byte order mark, by which spreadsheets tell UTF-8; numbers are not quoted and stay numbers. */
async function written({ columns, rows, totals }: SheetTable): Promise<string> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const lines = [columns, ...rows, ...totals].map((row) =>
    row.map((cell) => (typeof cell === 'string' ? formulaSafe(cell) : cell)),
  );
  return stringify(lines, { bom: true, record_delimiter: 'windows', quoted_string: true });
}
