import { chartKeys, publishedRecordSchema, type RestrictionRecord, readRecord } from '@article21/model';
import { z } from 'zod';
import { endpoint, snapshotJson } from '../endpoint.ts';
import { searchKeys } from '../query/search.ts';
import { record } from './record.ts';

const foundSentenceSchema = z.strictObject({
  source: z.string().meta({ description: 'The id of the source that it stands in.' }),
  text: z.string(),
  start: z
    .int()
    .min(0)
    .meta({ description: 'Where it begins in the text of the source, in UTF-16 code units.' }),
  record: z
    .string()
    .nullable()
    .meta({ description: 'A record that quotes it, or a part of it; null where none does.' }),
});

export const search = endpoint(
  {
    path: '/api/v1/search',
    ...snapshotJson,
    params: {},
    query: { ...searchKeys, snapshot: chartKeys.snapshot },
    read: ({ records, ...others }): SearchRead => ({ ...others, records: records.map(readRecord) }),
  },
  {
    summary: 'Records, places and sentences that have some words',
    description:
      'What has all words of `q`, also as parts of words, whatever the capitals and accents, in any of the languages: places by ' +
      'their names; records by their kind, place, date, note and what they quote; then the sentences of public sources that ' +
      'none of these records quotes. What internal sources say is not searched. A page has records first, then sentences.',
    answer: z.strictObject({
      places: z.array(z.string()).meta({ description: 'Ids of at most 20 places; none on later pages.' }),
      morePlaces: z.int().min(0).meta({ description: 'How many places there are beside those.' }),
      records: z.array(publishedRecordSchema.meta({ id: 'Record' })),
      sentences: z.array(foundSentenceSchema.meta({ id: 'FoundSentence' })),
      total: z.int().min(0).meta({ description: 'How many records and sentences there are on all pages.' }),
      next: z.string().nullable().meta({ description: 'The cursor of the next page; null on the last.' }),
      unsearched: z
        .int()
        .min(0)
        .meta({ description: 'How many records were not searched, because there are more than 20,000.' }),
      unsearchedSources: z.int().min(0).meta({
        description: 'How many public sources were not searched, because they have too many letters.',
      }),
    }),
    requests: ['/api/v1/search?q=alga', '/api/v1/search?q=prosecutor+office&limit=5'],
    example: {
      ...{ places: [], morePlaces: 0, records: [record.example], sentences: [], total: 1, next: null },
      ...{ unsearched: 0, unsearchedSources: 0 },
    },
  },
);

export type SearchAnswer = z.infer<typeof search.answer>;

/** What was found, with records as the model has them. */
export interface SearchRead extends Omit<SearchAnswer, 'records'> {
  records: RestrictionRecord[];
}
