import { idSchema, sourceSchema } from '@article21/model';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { snapshotParameter } from '../parameters.ts';

export const source = endpoint({
  path: '/api/v1/sources/{id}',
  summary: 'One source',
  description:
    'What states it: the document, its publisher and rights, and its text, to which the `start` and `end` of a ' +
    'quotation refer. The text of an internal source is withheld.',
  mediaType: 'application/json',
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject({ snapshot: snapshotParameter }),
  answer: sourceSchema.omit({ file: true }).extend({ text: z.string().nullable() }).meta({ id: 'Source' }),
  requests: ['/api/v1/sources/kibhr-iphr-nhc-2012'],
  example: {
    id: 'kibhr-iphr-nhc-2012',
    title: 'Statement on freedom of assembly',
    publisher: 'Three human rights organisations',
    date: '2012-09-25',
    url: 'https://example.org/statement-2012',
    language: 'en',
    visibility: 'public',
    rights: 'Quoted with attribution.',
    text: 'After the rally, about ten people were detained.',
  },
});

export type SourceAnswer = z.infer<typeof source.answer>;
