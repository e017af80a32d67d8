import type { UsualMeasure } from './measure.ts';

/** Applications to hold an assembly that authorities refused. */
export const rejectedApplications = {
  id: 'rejected_applications',
  kind: 'application_rejected',
  quantity: 'count',
  unit: 'applications',
  scale: 1,
  colour: 'blue',
} as const satisfies UsualMeasure;
