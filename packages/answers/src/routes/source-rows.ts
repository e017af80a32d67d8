import { endpoints, ROWS_PAGE } from '@article21/contract';
import { HttpProblem } from '../http-problem.ts';
import { tableReader } from '../neighbours.ts';
import { route } from '../route.ts';

export const sourceRows = route(endpoints.sourceRows, ({ params: { id }, query: { row }, served }) => ({
  answer: async () => {
    const rows = await tableReader(served)(id, row, row + ROWS_PAGE - 1);
    if (rows === null) throw new HttpProblem('not-found', `no table of a source ${id} is shown`);
    return rows;
  },
}));
