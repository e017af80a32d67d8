import { chartKeys, kindSchema, measureIdSchema, quantities, units } from '@article21/model';
import { z } from 'zod';
import { endpoint, snapshotJson } from '../endpoint.ts';

const measureSchema = z
  .strictObject({
    id: measureIdSchema,
    kind: kindSchema
      .nullable()
      .meta({ description: 'The kind of the records that are counted; null for records of every kind.' }),
    quantity: z.enum(quantities).meta({ description: 'Which of their quantities is added up.' }),
    unit: z
      .string()
      .meta({ description: `One of ${units.join(', ')}, or what the dataset counts its own measure in.` }),
    default: z.boolean().meta({ description: 'Whether a query that names no measure counts it.' }),
    label: z.string(),
    definition: z.string(),
    caveat: z.string(),
  })
  .meta({ id: 'Measure' });

export const measures = endpoint(
  {
    path: '/api/v1/measures',
    ...snapshotJson,
    params: {},
    query: { lang: chartKeys.lang, snapshot: chartKeys.snapshot },
  },
  {
    summary: 'What is counted',
    description: 'Every measure with its unit, its definition and what one must not read into it.',
    answer: z.strictObject({ measures: z.array(measureSchema) }),
    requests: ['/api/v1/measures', '/api/v1/measures?lang=kk'],
    example: {
      measures: [
        {
          id: 'detentions',
          kind: 'detention',
          quantity: 'count',
          unit: 'people',
          default: true,
          label: 'Detentions',
          definition: 'People taken or held by police before, during or after an assembly.',
          caveat: 'A person detained twice is counted twice.',
        },
      ],
    },
  },
);
