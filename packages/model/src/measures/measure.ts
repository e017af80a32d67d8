import type { UsualKind } from '../record.ts';

export const quantities = ['count', 'amount', 'days', 'records'] as const;
/** The units of the measures of every dataset; a dataset may count its own in others. */
export const units = ['people', 'applications', 'EUR', 'days', 'reports'] as const;

/**
 * The colours that a measure may have, each for one measure only. What they look like is part of a chart's theme. The last
 * three are kept for measures to come.
 */
export const measureColours = [
  'blue',
  'teal',
  'magenta',
  'orange',
  'plum',
  'brown',
  'olive',
  'green',
  'ink',
  'violet',
  'cobalt',
  'red',
] as const;
export type MeasureColour = (typeof measureColours)[number];

/**
 * What is counted: one quantity of the records of one kind, or of every kind (null). `records` is a quantity that each
 * record has once: its report, whether or not it gives a number. Data over a closed set of primitives, so that every
 * engine can group by it without knowing it. Its words (label, definition, caveat) are in `languages`, by id.
 */
export interface Measure {
  id: string;
  kind: string | null;
  quantity: (typeof quantities)[number];
  unit: string;
  /** How many of the cells' whole numbers make one unit: 100 for euros kept in cents, else 1. */
  scale: 1 | 100;
  /** In every chart, and of no other measure. */
  colour: MeasureColour;
}

/** A measure of every dataset: a kind that only one dataset declares has its measures in that dataset. */
export interface UsualMeasure extends Measure {
  kind: UsualKind | null;
}
