import { chartKeys, publishedRecordSchema, readRecord } from '@article21/model';
import type { z } from 'zod';
import { endpoint, snapshotJson } from '../endpoint.ts';
import { idKey } from '../query/path-part.ts';

export const record = endpoint(
  {
    path: '/api/v1/records/{id}',
    ...snapshotJson,
    params: { id: idKey },
    query: { snapshot: chartKeys.snapshot },
    read: readRecord,
  },
  {
    summary: 'One record',
    description:
      'A record with every quotation, row of a table and address that states it. A row stands among the two before and the ' +
      'two after it.',
    answer: publishedRecordSchema.meta({ id: 'Record' }),
    requests: ['/api/v1/records/2012-04-28-almaty-detention-3'],
    example: {
      id: '2012-04-28-almaty-detention-3',
      kind: 'detention',
      place: 'almaty',
      date: '2012-04-28',
      charted: { from: '2012-04-28', to: '2012-04-28', day: null, by: 'day', approximate: false },
      assembly: '2012-04-28-almaty',
      phase: 'after',
      count: { notation: '~10', low: 10, high: 10, approximate: true, unnumbered: 0 },
      amount: null,
      days: null,
      basis: 'incident',
      note: '“After the rally” is read as the same day.',
      evidence: [
        {
          kind: 'quotation',
          source: 'kibhr-iphr-nhc-2012',
          quote: 'After the rally about ten people were detained and three fined.',
          stated: 'about ten people',
          prefix: null,
          suffix: null,
          start: 4210,
          end: 4273,
        },
      ],
    },
  },
);

export type RecordAnswer = z.infer<typeof record.answer>;
