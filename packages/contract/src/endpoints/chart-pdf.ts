import { z } from 'zod';
import { endpoint, pdf } from '../endpoint.ts';
import { chartParameters, sizeParameters } from '../parameters.ts';

export const chartPdf = endpoint({
  path: '/chart.pdf',
  summary: 'The chart, as a page',
  description:
    'The picture of `/chart.svg` as a PDF of one page, for reports and print: lines and areas stay such, words can be searched ' +
    'and copied, and a description is there for who does not see it. A pixel is 1/96 inch. With `snapshot` it is the same ' +
    'bytes for ever.',
  mediaType: pdf,
  params: z.strictObject({}),
  query: z.strictObject({ ...chartParameters, ...sizeParameters }),
  answer: z.string().meta({ format: 'binary', description: 'The bytes of the file.' }),
  requests: [
    '/chart.pdf?measure=rejected_applications&by=place',
    '/chart.pdf?chart=map&lang=kk&width=1200&height=630',
  ],
  example: 'PDF, one page of 720 × 390 points',
});
