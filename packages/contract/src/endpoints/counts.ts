import {
  bases,
  type Counts,
  chartKeys,
  evidenceFilters,
  groupings,
  languages,
  measureIdSchema,
  phaseFilters,
  steps,
  type Total,
} from '@article21/model';
import { z } from 'zod';
import { endpoint, snapshotJson } from '../endpoint.ts';
import { publishedCountsSchema } from '../published-counts.ts';

/** The query as it was understood, without what changes no number. `text` is its canonical form in a URL. */
const querySchema = z.strictObject({
  text: z.string(),
  measure: z.array(measureIdSchema),
  place: z.array(z.string()),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  phase: z.array(z.enum(phaseFilters)),
  basis: z.enum(bases),
  evidence: z.enum(evidenceFilters).optional(),
  attribute: z.array(z.string()).optional(),
  by: z.array(z.enum(groupings)),
  every: z.enum(steps),
  lang: z.enum(languages).nullable(),
  snapshot: z.string().nullable(),
});

export const counts = endpoint(
  {
    path: '/api/v1/counts',
    ...snapshotJson,
    params: {},
    query: chartKeys,
  },
  {
    summary: 'How many',
    description:
      'Counts by measure, place and period, with what the sources leave open. A group without any record is absent: ' +
      'no record is not the number zero. `high` is null where there is no upper bound: a source leaves it open, or a report ' +
      'without a number stands beside it; `statedHigh` keeps the sum of what is stated. Where nothing but reports without a ' +
      'number is known, all of them are null, never 0. Rows of a period name the first and the last day they count. ' +
      'A total covers the rows and what is undated within the period.',
    answer: z.strictObject({
      query: querySchema,
      snapshot: z.string(),
      synthetic: z
        .boolean()
        .meta({ description: 'Whether the data is generated, and no evidence of anything.' }),
      ...publishedCountsSchema.omit({ totals: true }).shape,
      totals: z.array(
        publishedCountsSchema.shape.totals.element.extend({
          sentence: z.string().meta({ description: 'The total as a phrase of the asked language.' }),
          headline: z.string().meta({ description: 'The sentence that stands above a chart.' }),
        }),
      ),
      headlines: z
        .array(
          z.strictObject({
            measure: measureIdSchema,
            text: z.string(),
            remarks: z.array(z.string()).meta({
              description:
                'Sentences that belong beside it: what may be missing in the number, and where else there are numbers.',
            }),
          }),
        )
        .meta({ description: 'One for every asked measure, also for those without any record.' }),
    }),
    requests: [
      '/api/v1/counts?measure=detentions&place=almaty&from=2012-04&to=2012-06',
      '/api/v1/counts?by=place',
      '/api/v1/counts?measure=arrest_days&by=place,period&every=month&lang=ru',
    ],
    example: {
      query: {
        text: 'measure=detentions&place=almaty&from=2012-04-01&to=2012-06-30',
        measure: ['detentions'],
        place: ['almaty'],
        from: '2012-04-01',
        to: '2012-06-30',
        phase: [],
        basis: 'incident',
        by: [],
        every: 'month',
        lang: null,
        snapshot: null,
      },
      snapshot: '2012-09-25-3f9c0a417d2be586',
      synthetic: false,
      rows: [],
      totals: [
        {
          measure: 'detentions',
          low: 15,
          high: null,
          statedHigh: 15,
          approximate: true,
          unnumbered: 1,
          numbered: 4,
          records: 5,
          dated: { from: '2012-04-28', to: '2012-05-31' },
          open: null,
          approximateDates: 0,
          sentence: 'at least about 15 detentions, and 1 report without a number',
          headline:
            'At least about 15 detentions in Almaty, April – June 2012, and 1 report without a number.',
        },
      ],
      undated: [],
      unplaced: [],
      otherBasis: [],
      uncounted: [],
      sources: ['statement'],
      possible: null,
      headlines: [
        {
          measure: 'detentions',
          text: 'At least about 15 detentions in Almaty, April – June 2012, and 1 report without a number.',
          remarks: ['2 reports without a stated city may concern it.'],
        },
      ],
    },
  },
);

export type CountsAnswer = z.infer<typeof counts.answer>;

/** An answer as charts need it: its counts as they were before they were published. */
export interface CountsRead extends Omit<CountsAnswer, keyof Counts>, Counts {
  totals: (Total & Pick<CountsAnswer['totals'][number], 'sentence' | 'headline'>)[];
}
