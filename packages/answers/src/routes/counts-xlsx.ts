import { endpoints, fileName } from '@article21/contract';
import { countable, MOST_GROUPS_IN_WORKBOOK } from '../counts-query.ts';
import { route } from '../route.ts';
import { aboutLines } from '../sheet/about.ts';
import { sheetTable } from '../sheet/table.ts';

export const countsXlsx = route(endpoints.countsXlsx, ({ query: requested, loaded, words }) => {
  const { query: counted, ...size } = countable(requested, loaded, MOST_GROUPS_IN_WORKBOOK);
  const lang = counted.lang ?? 'en';
  const query = { ...counted, lang };
  return {
    query,
    ...size,
    headers: { 'Content-Disposition': `attachment; filename="${fileName(query, 'xlsx')}"` },
    answer: async () => {
      const { workbook } = await import('../sheet/workbook.ts');
      const localWords = words(lang);
      return workbook(
        sheetTable(query, loaded, localWords),
        aboutLines(query, loaded, localWords),
        localWords,
      );
    },
  };
});
