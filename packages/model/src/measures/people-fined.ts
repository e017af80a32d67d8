import type { UsualMeasure } from './measure.ts';

/** People fined, each fine counted. */
export const peopleFined = {
  id: 'people_fined',
  kind: 'fine',
  quantity: 'count',
  unit: 'people',
  scale: 1,
  colour: 'plum',
} as const satisfies UsualMeasure;
