import { endpoints } from '@article21/contract';
import type { Source } from '@article21/model';
import { HttpProblem } from '../http-problem.ts';
import type { LoadedSnapshot } from '../loaded-snapshot.ts';
import { route } from '../route.ts';

export const source = route(endpoints.source, ({ params: { id }, loaded }) => {
  const found = findSource(id, loaded);
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

/** A source as it is stored. Throws an `HttpProblem` where there is none. */
export function findSource(id: string, { snapshot }: LoadedSnapshot): Source {
  const found = snapshot.catalogue.sources.find((it) => it.id === id);
  if (!found) throw new HttpProblem('not-found', `there is no source ${id}`);
  return found;
}
