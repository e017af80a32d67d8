import { endpoints } from '@article21/contract';
import { openingMeasures } from '@article21/model';
import { route } from '../route.ts';

export const measures = route(endpoints.measures, ({ query, loaded, words }) => {
  const localWords = words(query.lang ?? 'en');
  const opening = openingMeasures(loaded.cube.present);
  return {
    answer: async () => ({
      measures: loaded.vocabulary.measures.map(({ id, kind, quantity, unit }) => {
        const { label, definition, caveat } = localWords.measure(id);
        return { id, kind, quantity, unit, default: opening.includes(id), label, definition, caveat };
      }),
    }),
  };
});
