import type { UsualMeasure } from './measure.ts';

/** Days of administrative arrest imposed, not served. */
export const arrestDays = {
  id: 'arrest_days',
  kind: 'arrest',
  quantity: 'days',
  unit: 'days',
  scale: 1,
  colour: 'orange',
} as const satisfies UsualMeasure;
