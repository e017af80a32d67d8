import { idSchema, recordSchema } from '@article21/model';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { snapshotParameter } from '../parameters.ts';

export const record = endpoint({
  path: '/api/v1/records/{id}',
  summary: 'One record',
  description: 'A record with every quotation that states it.',
  mediaType: 'application/json',
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject({ snapshot: snapshotParameter }),
  answer: recordSchema.meta({ id: 'Record' }),
  requests: ['/api/v1/records/almaty-detention-after-rally'],
  example: {
    id: 'almaty-detention-after-rally',
    kind: 'detention',
    place: 'almaty',
    date: '2012-04-28',
    charted: { from: '2012-04-28', to: '2012-04-28', by: 'day', approximate: false },
    assembly: 'almaty-2012-04-28',
    phase: 'after',
    count: { notation: '~10', low: 10, high: 10, approximate: true, unnumbered: 0 },
    amount: null,
    days: null,
    basis: 'incident',
    note: null,
    evidence: [
      {
        source: 'statement-2012',
        quote: 'about ten people were detained',
        stated: 'about ten',
        prefix: null,
        suffix: null,
        start: 4210,
        end: 4240,
      },
    ],
  },
});

export type RecordAnswer = z.infer<typeof record.answer>;
