import { chartKeys } from '@article21/model';
import { z } from 'zod';
import { endpoint, pptx } from '../endpoint.ts';
import { showKey } from '../query/show.ts';

export const chartPptx = endpoint(
  {
    path: '/chart.pptx',
    mediaType: pptx,
    policy: 'data',
    cache: 'snapshot',
    params: {},
    query: { ...chartKeys, show: showKey },
  },
  {
    summary: 'The chart, as a slide',
    description:
      'The view as a slide whose charts can be edited: behind each stands a sheet with its numbers, at each bar the number as it ' +
      'is stated. Of what PowerPoint has no chart for, it has the nearest: a calendar its days in a row, a heat ' +
      'map a table in colour. A map is an image. Quotations are in the notes of the speaker. With `show`, a whole presentation, of at most 20,000 marks on all its slides together. With `snapshot` ' +
      'it is the same bytes for ever.',
    answer: z.string().meta({ format: 'binary', description: 'The bytes of the file.' }),
    requests: [
      '/chart.pptx?measure=rejected_applications&by=place',
      '/chart.pptx?lang=ru&show=W1sibWVhc3VyZT1kZXRlbnRpb25zIl1d',
    ],
    example: 'PPTX, a slide with one chart',
  },
);
