import { endpoints, fileName } from '@article21/contract';
import { printQuery } from '@article21/model';
import { MOST_GROUPS_IN_WORKBOOK, readCountsQuery } from '../counts-query.ts';
import type { Route } from '../route.ts';
import { aboutLines } from '../sheet/about.ts';
import { sheetTable } from '../sheet/table.ts';

export const countsXlsx: Route = {
  endpoint: endpoints.countsXlsx,
  read(request) {
    const { query: asked, groups } = readCountsQuery(endpoints.countsXlsx, request, MOST_GROUPS_IN_WORKBOOK);
    const lang = asked.lang ?? 'en';
    const query = { ...asked, lang };
    const { served, words } = request;
    return {
      canonical: printQuery(query),
      groups,
      headers: { 'Content-Disposition': `attachment; filename="${fileName(query, 'xlsx')}"` },
      answer: async () => {
        const { workbook } = await import('../sheet/workbook.ts');
        const said = words(lang);
        return workbook(sheetTable(query, served, said), aboutLines(query, served, said), said);
      },
    };
  },
};
