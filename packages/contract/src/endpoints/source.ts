import { chartKeys, sourceSchema } from '@article21/model';
import { z } from 'zod';
import { endpoint, snapshotJson } from '../endpoint.ts';
import { idKey } from '../query/path-part.ts';

/** Rows are numbered from 1, as in the table's file. */
const tableHeadSchema = z.strictObject({
  header: z.array(z.string()),
  headerRow: z.int().min(1),
  lastRow: z.int().min(1),
});

export const source = endpoint(
  {
    path: '/api/v1/sources/{id}',
    ...snapshotJson,
    params: { id: idKey },
    query: { snapshot: chartKeys.snapshot },
  },
  {
    summary: 'One source',
    description:
      'What states it: the document, its publisher and rights. Of a text, all of it, to which the `start` and `end` of a ' +
      'quotation refer; of a table, the names of its columns, the row that has them, and the number of its last row. Of an ' +
      'internal source both are withheld, and sources of the kind `links` have neither.',
    answer: sourceSchema
      .omit({ file: true })
      .extend({ text: z.string().nullable(), table: tableHeadSchema.nullable() })
      .meta({ id: 'Source' }),
    requests: ['/api/v1/sources/kibhr-iphr-nhc-2012'],
    example: {
      id: 'kibhr-iphr-nhc-2012',
      kind: 'text',
      title: 'Statement on freedom of assembly',
      publisher: 'Three human rights organisations',
      date: '2012-09-25',
      url: 'https://example.org/statement-2012',
      language: 'en',
      visibility: 'public',
      rights: 'Quoted with attribution.',
      sheet: null,
      text: 'After the rally, about ten people were detained.',
      table: null,
    },
  },
);

export type SourceAnswer = z.infer<typeof source.answer>;
