import { measureIdSchema, phaseFilters } from '@article21/model';
import { z } from 'zod';

/** What is counted of some records, as it is published. */
export const countedSchema = z.strictObject({
  measure: measureIdSchema,
  low: z.number().min(0).nullable().meta({
    description: 'What it is at least; null where nothing but reports without a number is known.',
  }),
  high: z
    .number()
    .min(0)
    .nullable()
    .meta({
      description:
        'What it is at most; null where there is no upper bound, because a source leaves it open or a report without a ' +
        'number stands beside it.',
    }),
  statedHigh: z.number().min(0).nullable().meta({
    description:
      'The sum of the upper bounds that sources state; null where one leaves it open or states no number.',
  }),
  approximate: z.boolean(),
  unnumbered: z.int().min(0).meta({ description: 'Reports that state no number.' }),
  numbered: z.int().min(0).optional().meta({ description: 'Records that state a number.' }),
  records: z.int().min(1),
});
const approximateDatesSchema = z.int().min(0).meta({
  description: 'Records whose date a source calls approximate or uncertain.',
});
const daysSchema = z.strictObject({ from: z.iso.date(), to: z.iso.date() });

/** The `PublishedCounts` of the model. */
export const publishedCountsSchema = z.strictObject({
  rows: z.array(
    countedSchema.extend({
      place: z.string().optional(),
      phase: z.enum(phaseFilters).optional(),
      period: z.string().optional(),
      from: z.iso.date().optional().meta({ description: 'The first day of the bucket that is counted.' }),
      to: z.iso.date().optional().meta({ description: 'The last day of it.' }),
      assemblyDay: z.int().min(0).meta({
        description: 'Records that stand on the day of their assembly, because no source states theirs.',
      }),
      approximateDates: approximateDatesSchema,
    }),
  ),
  totals: z.array(
    countedSchema.extend({
      dated: daysSchema.nullable().meta({ description: 'From when to when what has both ends lies.' }),
      open: countedSchema
        .extend({ from: z.iso.date().nullable(), to: z.iso.date().nullable() })
        .nullable()
        .meta({ description: 'What of the total has an open end or no date.' }),
      approximateDates: approximateDatesSchema,
      notQuoted: z
        .int()
        .min(1)
        .optional()
        .meta({ description: 'Records of which there is an address alone; absent where there are none.' }),
    }),
  ),
  undated: z.array(
    countedSchema.extend({
      place: z.string().optional(),
      phase: z.enum(phaseFilters).optional(),
      within: z.boolean().meta({
        description:
          'True: in the total, but in no one bucket. False: in no total, and may lie in the period.',
      }),
    }),
  ),
  unplaced: z.array(countedSchema).meta({
    description: 'Placed no nearer than a place that an asked one lies in: it may concern that. In no total.',
  }),
  unattributed: z.array(countedSchema).optional().meta({
    description:
      'An asked attribute is not stated of these: they may be meant, too. In no total; absent where there are none.',
  }),
  otherBasis: z
    .array(
      countedSchema.extend({
        within: z
          .boolean()
          .meta({ description: 'True: in the asked period. False: it may lie in the period.' }),
      }),
    )
    .meta({
      description: 'For a measure without a total: what the other basis has, summaries or incidents.',
    }),
  uncounted: z.array(measureIdSchema).meta({
    description: 'Asked measures that this snapshot does not count: it was published before they existed.',
  }),
  sources: z.array(z.string()).nullable().meta({
    description:
      'The ids of the sources of what is counted, and of what is said beside it; null where the snapshot does not tell.',
  }),
  possible: z
    .array(
      z.strictObject({
        measure: measureIdSchema,
        place: z.string().optional(),
        spans: z.array(daysSchema),
      }),
    )
    .nullable()
    .meta({
      description:
        'The watched days on which anything recorded may lie, whatever its phase and basis: a cell without a row may be ' +
        'called zero only where somebody watched and none of these days lies in it. Null where nobody says who watched.',
    }),
});
