import { endpoints, ROWS_PAGE } from '@article21/contract';
import { tableReader } from '../neighbours.ts';
import { route } from '../route.ts';
import { findSource } from './source.ts';

export const sourceRows = route(endpoints.sourceRows, ({ params: { id }, query: { row }, loaded }) => {
  findSource(id, loaded);
  return {
    answer: async () => (await tableReader(loaded)(id, row, row + ROWS_PAGE - 1)) ?? { header: [], rows: [] },
  };
});
