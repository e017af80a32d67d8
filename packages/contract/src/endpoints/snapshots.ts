import { translated } from '@article21/model';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

export const snapshots = endpoint(
  {
    path: '/api/v1/snapshots',
    mediaType: 'application/json',
    policy: 'data',
    cache: 'revalidate',
    params: {},
    query: {},
  },
  {
    summary: 'Every published version',
    description:
      'The snapshots that can be asked for, the last published first. Publishing never deletes one.',
    answer: z.strictObject({
      current: z.string(),
      snapshots: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string().meta({ description: 'Of the dataset: snapshots of one name are its versions.' }),
          language: z.string().meta({ description: 'Of `title`; others say theirs in their names.' }),
          title: z.string(),
          ...translated('title'),
          version: z.string(),
          created: z.iso.date(),
          synthetic: z.boolean(),
          records: z.int().min(0),
        }),
      ),
    }),
    requests: ['/api/v1/snapshots'],
    example: {
      current: '2012-09-25-3f9c0a417d2be586',
      snapshots: [
        {
          id: '2012-09-25-3f9c0a417d2be586',
          name: 'kazakhstan-2012',
          language: 'en',
          title: 'Freedom of assembly in Kazakhstan, 2012',
          version: '1.0.0',
          created: '2012-09-25',
          synthetic: false,
          records: 48,
        },
      ],
    },
  },
);

export type SnapshotsAnswer = z.infer<typeof snapshots.answer>;
