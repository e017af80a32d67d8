import type { UsualMeasure } from './measure.ts';

/** Reports of any kind, one a record: what is known to have happened, also where no source gives a number. */
export const records = {
  id: 'records',
  kind: null,
  quantity: 'records',
  unit: 'reports',
  scale: 1,
  colour: 'ink',
} as const satisfies UsualMeasure;
