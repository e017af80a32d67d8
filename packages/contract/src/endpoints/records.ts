import { publishedRecordSchema, type RestrictionRecord, readRecord } from '@article21/model';
import { z } from 'zod';
import { endpoint, snapshotJson } from '../endpoint.ts';
import { recordKeys } from '../query/records.ts';
import { record } from './record.ts';

export const records = endpoint(
  {
    path: '/api/v1/records',
    ...snapshotJson,
    params: {},
    query: recordKeys,
    read: ({ records, next }): RecordsRead => ({ records: records.map(readRecord), next }),
  },
  {
    summary: 'What stands behind a number',
    description:
      'The records that a count of the same query counts, each with the quotations, rows of tables and addresses that state it; without `measure`, ' +
      'records of every kind. Ordered by their first day, then by id. What internal sources say is withheld.',
    answer: z.strictObject({
      records: z.array(publishedRecordSchema.meta({ id: 'Record' })),
      next: z.string().nullable().meta({ description: 'The cursor of the next page; null on the last.' }),
    }),
    requests: [
      '/api/v1/records?measure=detentions&at=almaty&bucket=2012-04',
      '/api/v1/records?measure=fines&undated=month',
      '/api/v1/records?limit=200',
    ],
    example: { records: [record.example], next: null },
  },
);

export type RecordsAnswer = z.infer<typeof records.answer>;

/** A page of records as the model has them: read back from how they were published. */
export interface RecordsRead extends Omit<RecordsAnswer, 'records'> {
  records: RestrictionRecord[];
}
