import { endpoints } from '@article21/contract';
import { HttpProblem } from '../http-problem.ts';
import { route } from '../route.ts';

export const source = route(endpoints.source, ({ params: { id }, loaded }) => {
  const found = loaded.snapshot.catalogue.sources.find((it) => it.id === id);
  if (!found) throw new HttpProblem('not-found', `there is no source ${id}`);
  return {
    answer: async () => {
      const { file: _file, ...shown } = found;
      const [text, head] =
        found.visibility === 'public'
          ? [await loaded.snapshot.text(found.id), await loaded.snapshot.table(found.id)]
          : [null, null];
      return { ...shown, text, table: head && { ...head, header: [...head.header] } };
    },
  };
});
