import type { UsualMeasure } from './measure.ts';

/** People sentenced to administrative arrest. */
export const peopleArrested = {
  id: 'people_arrested',
  kind: 'arrest',
  quantity: 'count',
  unit: 'people',
  scale: 1,
  colour: 'brown',
} as const satisfies UsualMeasure;
