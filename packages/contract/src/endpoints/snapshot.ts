import {
  chartKeys,
  datasetMetaSchema,
  declaredSchema,
  measureIdSchema,
  sourceSchema,
  translated,
} from '@article21/model';
import { z } from 'zod';
import { endpoint, snapshotJson } from '../endpoint.ts';

export const snapshot = endpoint(
  {
    path: '/api/v1/snapshot',
    ...snapshotJson,
    params: {},
    query: { snapshot: chartKeys.snapshot },
  },
  {
    summary: 'What is being read',
    description:
      'The published version that answers: what its dataset says of itself, how much it holds, which days it covers, ' +
      'and the SHA-256 of each of its files.',
    answer: z
      .strictObject({
        id: z.string(),
        dataset: datasetMetaSchema,
        synthetic: z.boolean(),
        extent: z
          .strictObject({ from: z.iso.date().nullable(), to: z.iso.date().nullable(), open: z.boolean() })
          .meta({
            description:
              'The first and the last day that any source names. `open`: some records lie on days that no source states exactly.',
          }),
        measures: z.array(measureIdSchema).meta({ description: 'The measures of which it has records.' }),
        declared: declaredSchema
          .optional()
          .meta({ description: 'Its own kinds, measures and attributes; absent where it declares none.' }),
        records: z.int().min(0),
        notQuoted: z
          .int()
          .min(1)
          .optional()
          .meta({ description: 'Records of which there is an address alone; absent where there are none.' }),
        places: z.int().min(0),
        sources: z.array(
          sourceSchema
            .pick({ id: true, kind: true, title: true, publisher: true, sheet: true })
            .extend({ ...translated('title'), ...translated('publisher') }),
        ),
        files: z.array(
          z.strictObject({
            path: z.string(),
            bytes: z.int().min(0),
            sha256: z.string().regex(/^[0-9a-f]{64}$/),
          }),
        ),
      })
      .meta({ id: 'Snapshot' }),
    requests: ['/api/v1/snapshot'],
    example: {
      id: '2012-09-25-3f9c0a417d2be586',
      dataset: {
        name: 'kazakhstan-2012',
        language: 'en',
        title: 'Freedom of assembly in Kazakhstan, 2012',
        version: '1.0.0',
        created: '2012-09-25',
        synthetic: false,
        licenses: [{ name: 'CC-BY-4.0' }],
      },
      synthetic: false,
      extent: { from: '2012-03-24', to: '2012-06-30', open: true },
      measures: ['rejected_applications', 'detentions', 'records'],
      records: 48,
      places: 13,
      sources: [
        {
          id: 'kibhr-iphr-nhc-2012',
          kind: 'text',
          title: 'Statement on freedom of assembly',
          publisher: 'Three organisations',
          sheet: null,
        },
      ],
      files: [{ path: 'records.parquet', bytes: 20480, sha256: '3f9c0a417d2be586'.repeat(4) }],
    },
  },
);

export type SnapshotAnswer = z.infer<typeof snapshot.answer>;
