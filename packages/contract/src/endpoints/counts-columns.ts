import { chartKeys, phaseFilters } from '@article21/model';
import { z } from 'zod';
import { endpoint, snapshotJson } from '../endpoint.ts';
import { countedSchema } from '../published-counts.ts';
import { type ColumnsAnswer, readColumnsAnswer } from '../read-counts.ts';
import { counts } from './counts.ts';

export const countsColumns = endpoint(
  {
    path: '/api/v1/counts/columns',
    ...snapshotJson,
    params: {},
    query: chartKeys,
    read: (answer: ColumnsAnswer) => readColumnsAnswer(answer),
  },
  {
    summary: 'How many, for programs that draw long series',
    description:
      'What `/api/v1/counts` answers, with its rows in columns: about a fifteenth of the bytes where there are many. `groups` are the ' +
      'measures and their places, regions or phases in the order of the rows, each with a value for each of its rows; `period` ' +
      'counts the names in `periods` from 0. A column that is left out is `false` or 0 in each row, but `statedHigh`, which is ' +
      'then `low`, and `numbered`, which is `records`. `high` is `statedHigh`, and null where a report without a number stands beside it.',
    answer: counts.answer.extend({ rows: rowsSchema() }),
    requests: ['/api/v1/counts/columns?measure=detentions&by=place,period&every=day'],
    example: {
      ...counts.example,
      rows: {
        periods: ['2012-04', '2012-05'],
        groups: [
          {
            measure: 'detentions',
            place: 'almaty',
            period: [0, 1],
            records: [3, 2],
            low: [13, 2],
            approximate: [true, false],
            unnumbered: [0, 1],
            numbered: [3, 1],
          },
        ],
      },
    },
  },
);

function rowsSchema() {
  const { measure, low, statedHigh } = countedSchema.shape;
  const wholes = z.array(z.int().min(0));
  return z.strictObject({
    periods: z.array(z.string()),
    groups: z.array(
      z.strictObject({
        measure,
        place: z.string().optional(),
        phase: z.enum(phaseFilters).optional(),
        period: wholes.optional(),
        records: wholes,
        low: z.array(low),
        statedHigh: z.array(statedHigh).optional(),
        approximate: z.array(z.boolean()).optional(),
        unnumbered: wholes.optional(),
        numbered: wholes.optional(),
        assemblyDay: wholes.optional(),
        approximateDates: wholes.optional(),
      }),
    ),
  });
}
