import { endpoints, fileName } from '@article21/contract';
import { formulaSafe } from '@article21/messages';
import { countable } from '../counts-query.ts';
import { route } from '../route.ts';
import { type SheetTable, sheetTable } from '../sheet/table.ts';

export const countsSheetCsv = route(endpoints.countsSheetCsv, ({ query: requested, loaded, words }) => {
  const { query: counted, ...size } = countable(requested, loaded);
  const lang = counted.lang ?? 'en';
  const query = { ...counted, lang };
  return {
    query,
    ...size,
    headers: { 'Content-Disposition': `attachment; filename="${fileName(query, 'csv')}"` },
    answer: async () => written(sheetTable(query, loaded, words(lang))),
  };
});

/** With a byte order mark, by which spreadsheets tell UTF-8; numbers are not quoted and stay numbers. */
async function written({ columns, rows, totals }: SheetTable): Promise<string> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const lines = [columns, ...rows, ...totals].map((row) =>
    row.map((cell) => (typeof cell === 'string' ? formulaSafe(cell) : cell)),
  );
  return stringify(lines, { bom: true, record_delimiter: 'windows', quoted_string: true });
}
