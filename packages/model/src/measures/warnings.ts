import type { UsualMeasure } from './measure.ts';

/** People warned by authorities over an assembly. */
export const warnings = {
  id: 'warnings',
  kind: 'warning',
  quantity: 'count',
  unit: 'people',
  scale: 1,
  colour: 'olive',
} as const satisfies UsualMeasure;
