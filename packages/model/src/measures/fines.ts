import type { UsualMeasure } from './measure.ts';

/** Fines imposed on people for an assembly, in euros. */
export const fines = {
  id: 'fines',
  kind: 'fine',
  quantity: 'amount',
  unit: 'EUR',
  scale: 100,
  colour: 'magenta',
} as const satisfies UsualMeasure;
