import { endpoints, ROWS_PAGE } from '@article21/contract';
import { HttpProblem } from '../http-problem.ts';
import { tableReader } from '../neighbours.ts';
import { route } from '../route.ts';

export const sourceRows = route(endpoints.sourceRows, ({ params: { id }, query: { row }, loaded }) => ({
  answer: async () => {
    if (!loaded.snapshot.catalogue.sources.some((it) => it.id === id))
      throw new HttpProblem('not-found', `there is no source ${id}`);
    return (await tableReader(loaded)(id, row, row + ROWS_PAGE - 1)) ?? { header: [], rows: [] };
  },
}));
