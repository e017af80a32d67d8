import { chartKeys, sourceSchema } from '@article21/model';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idKey } from '../query/path-part.ts';

export const source = endpoint(
  {
    path: '/api/v1/sources/{id}',
    mediaType: 'application/json',
    policy: 'data',
    cache: 'snapshot',
    params: { id: idKey },
    query: { snapshot: chartKeys.snapshot },
  },
  {
    summary: 'One source',
    description:
      'What states it: the document, its publisher and rights, and its text, to which the `start` and `end` of a ' +
      'quotation refer. The text of an internal source is withheld.',
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
  },
);

export type SourceAnswer = z.infer<typeof source.answer>;
