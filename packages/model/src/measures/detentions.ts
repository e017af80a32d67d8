import type { UsualMeasure } from './measure.ts';

/** People taken or held by police, each time counted. */
export const detentions = {
  id: 'detentions',
  kind: 'detention',
  quantity: 'count',
  unit: 'people',
  scale: 1,
  colour: 'teal',
} as const satisfies UsualMeasure;
