import { endpoints, type SourceAnswer } from '@article21/contract';
import { printQuery } from '@article21/model';
import { readQuery } from '../query.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';

export const source: Route = {
  endpoint: endpoints.source,
  read({ params, search, served }) {
    const query = readQuery(endpoints.source, search, served);
    const found = served.snapshot.catalogue.sources.find((it) => it.id === params.id);
    if (!found) throw new Refusal('not-found', `there is no source ${params.id}`);
    const answer = async (): Promise<SourceAnswer> => {
      const { file: _file, ...shown } = found;
      const text = found.visibility === 'public' ? await served.snapshot.text(found.id) : null;
      return { ...shown, text };
    };
    return { canonical: `${found.id}?${printQuery(query)}`, answer };
  },
};
