import type { Forms } from '../forms.ts';

/** What the page of methods says beside the measures and the rules, in English. */
export const methods = {
  rules: 'How the words of a source become records',
  ownKinds: 'Kinds of acts that this dataset adds',
  rulesText: 'These rules made the data. Whoever codes by them gets numbers that mean the same.',
  notation: 'How a quantity is written',
  written: 'Written',
  means: 'It means',
  signs: 'Shown as',
  notationText:
    'A report without a number adds nothing to a sum and is named beside it. There is no mean and no midpoint. Unknown is never zero.',
  drawn: 'How uncertainty is drawn',
  drawnText:
    'Solid is what is stated at least, hatched what it may be at most. Where a source states no upper limit, the end is open and has an arrow. Where a source says “about”, the edge is round and ≈ stands before the number. Reports without a number stand beside the bar, as + 1.',
  example: 'Made-up numbers, one bar for each way of stating a quantity.',
  ends: 'Where the data end',
  extent: 'The records cover {period}.',
  noExtent: 'No record has a date.',
  unwatched:
    'No source claims to have monitored everything. So nothing here claims that there were zero restrictions: where there is no record, it is not known.',
  watched: {
    one: 'Only {n} place and period was monitored in full. No record means zero there, and nothing elsewhere.',
    other:
      'Only {n} places and periods were monitored in full. No record means zero there, and nothing elsewhere.',
  } as Forms,
  undated:
    'What a source does not date closely enough for a step of the chart stays out of its columns. It is in the total if it surely lies within the period, and is named beside the chart.',
  unplaced:
    'What a source places no nearer than the country stays there, as “{unplaced}”, and is never shared out among the cities.',
  internal: 'Of an internal source nothing is shown: its records say “{withheld}”.',
  coarsened: {
    one: 'To protect people, {n} record is shown without its words ({how}).',
    other: 'To protect people, {n} records are shown without their words ({how}).',
  } as Forms,
  /** How such records are dated and placed; of both, with a comma between them. */
  coarse: {
    month: 'the month instead of the day',
    year: 'the year instead of the day',
    region: 'the region instead of the city',
    country: 'the country instead of the city',
    neither: 'day and place as they are known',
  },
};

export type MethodsTexts = typeof methods;
