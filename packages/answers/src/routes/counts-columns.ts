import { endpoints, fileName } from '@article21/contract';
import { columnsOf } from '@article21/model';
import { countsFor } from '../counts-for.ts';
import { countable } from '../counts-query.ts';
import { route } from '../route.ts';
import { saidOf } from './counts.ts';

export const countsColumns = route(endpoints.countsColumns, ({ query: asked, loaded, words }) => {
  const { query, ...size } = countable(asked, loaded);
  return {
    query,
    ...size,
    headers: { 'Content-Disposition': `inline; filename="${fileName(query, 'json')}"` },
    answer: async () => {
      const { rows, ...counts } = countsFor(query, loaded);
      return { ...saidOf({ ...counts, rows: [] }, query, { loaded, words }), rows: columnsOf(rows) };
    },
  };
});
