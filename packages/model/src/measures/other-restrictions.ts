import type { UsualMeasure } from './measure.ts';

/** Reports of restrictions that no other kind names: threats, summonses, attacks. */
export const otherRestrictions = {
  id: 'other_restrictions',
  kind: 'other',
  quantity: 'records',
  unit: 'reports',
  scale: 1,
  colour: 'green',
} as const satisfies UsualMeasure;
