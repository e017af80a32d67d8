import { kindSchema, recordSchema, snapshotKey } from '@article21/model';
import { z } from 'zod';
import { endpoint, snapshotJson } from '../endpoint.ts';
import { publishedKey } from '../query/path-part.ts';

const columnSchema = recordSchema.omit({ id: true }).keyof();
const totalSchema = z.int().min(0);

const changeSchema = z
  .strictObject({
    id: z.string(),
    what: z.enum(['added', 'removed', 'changed']),
    kind: kindSchema,
    place: z.string(),
    date: z.string().nullable().meta({ description: 'As it is stated, in EDTF.' }),
    columns: z
      .array(
        z.strictObject({
          column: columnSchema,
          before: z.unknown().meta({
            description: 'What the column held, as `/api/v1/records` has it; null where nothing.',
          }),
          after: z.unknown().meta({ description: 'What it holds now.' }),
        }),
      )
      .meta({ description: 'Of a changed record, the columns that differ.' }),
  })
  .meta({ id: 'Change' });

export const changes = endpoint(
  {
    path: '/api/v1/snapshots/{id}/changes',
    ...snapshotJson,
    params: { id: publishedKey },
    query: { since: snapshotKey('The id of the snapshot to compare with.') },
  },
  {
    summary: 'What changed',
    description:
      'The records that a snapshot adds, removes or changes, against `since` or else the one published before it; with ' +
      'none before it, all are added. `id` is that of a snapshot, or `current`. `totals` count all, `changes` lists the ' +
      'first 500, in the order of their days. What is withheld in either snapshot is not compared, nor are more than 200,000 records of both.',
    answer: z.strictObject({
      snapshot: z.string(),
      since: z.string().nullable(),
      totals: z.strictObject({ added: totalSchema, removed: totalSchema, changed: totalSchema }),
      changes: z.array(changeSchema).max(500),
    }),
    requests: ['/api/v1/snapshots/current/changes'],
    example: {
      snapshot: '2012-09-25-3f9c0a417d2be586',
      since: '2012-09-25-0a417d2be5863f9c',
      totals: { added: 0, removed: 0, changed: 1 },
      changes: [
        {
          id: '2012-04-28-almaty-detention-3',
          what: 'changed',
          kind: 'detention',
          place: 'almaty',
          date: '2012-04-28',
          columns: [{ column: 'phase', before: null, after: 'after' }],
        },
      ],
    },
  },
);

export type ChangesAnswer = z.infer<typeof changes.answer>;
