import { endpoints } from '@article21/contract';
import { measures as known, openingMeasures } from '@article21/model';
import { route } from '../route.ts';

export const measures = route(endpoints.measures, ({ query, served, words }) => {
  const texts = words(query.lang ?? 'en').measure;
  const opening = openingMeasures(served.cube.present);
  return {
    answer: async () => ({
      measures: known.map(({ id, kind, quantity, unit }) => {
        const { label, definition, caveat } = texts[id];
        return { id, kind, quantity, unit, default: opening.includes(id), label, definition, caveat };
      }),
    }),
  };
});
