import { endpoints, type MeasuresAnswer } from '@article21/contract';
import { measures as known, openingMeasures, printQuery } from '@article21/model';
import { readQuery } from '../query.ts';
import type { Route } from '../route.ts';

export const measures: Route = {
  endpoint: endpoints.measures,
  read({ search, served, words }) {
    const query = readQuery(endpoints.measures, search, served);
    const texts = words(query.lang ?? 'en').measure;
    const opening = openingMeasures(served.cube.present);
    const answer = async (): Promise<MeasuresAnswer> => ({
      measures: known.map(({ id, kind, quantity, unit }) => {
        const { label, definition, caveat } = texts[id];
        return { id, kind, quantity, unit, default: opening.includes(id), label, definition, caveat };
      }),
    });
    return { canonical: printQuery(query), answer };
  },
};
