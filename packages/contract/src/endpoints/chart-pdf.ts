import { chartKeys } from '@article21/model';
import { z } from 'zod';
import { endpoint, pdf } from '../endpoint.ts';
import { sizeKeys } from '../query/image.ts';
import { showKey } from '../query/show.ts';

export const chartPdf = endpoint(
  {
    path: '/chart.pdf',
    mediaType: pdf,
    policy: 'data',
    cache: 'snapshot',
    params: {},
    query: { ...chartKeys, ...sizeKeys, show: showKey },
  },
  {
    summary: 'The chart, as a page',
    description:
      'The picture of `/chart.svg` as a PDF of one page, for reports and print: lines and areas stay such, words can be searched ' +
      'and copied, and a description is there for who does not see it. A pixel is 1/96 inch. With `show`, a presentation on ' +
      'paper: an A4 page for each of its views, with its chart, notes, first quotations and sources; of at most 20,000 marks on all ' +
      'pages together. With `snapshot` it is the same bytes for ever.',
    answer: z.string().meta({ format: 'binary', description: 'The bytes of the file.' }),
    requests: [
      '/chart.pdf?measure=rejected_applications&by=place',
      '/chart.pdf?chart=map&lang=kk&width=1200&height=630',
      '/chart.pdf?lang=ru&show=W1sibWVhc3VyZT1kZXRlbnRpb25zIl1d',
    ],
    example: 'PDF, one page of 720 × 390 points',
  },
);
