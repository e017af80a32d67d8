import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { chartParameters, sizeParameters } from '../parameters.ts';

export const chartPng = endpoint({
  path: '/chart.png',
  summary: 'The chart, as an image',
  description:
    'The picture of `/chart.svg` in pixels, for slides, chats and cards. `scale=2` has twice as many in each direction; ' +
    'at most 24 million in all.',
  mediaType: 'image/png',
  params: z.strictObject({}),
  query: z.strictObject({
    ...chartParameters,
    ...sizeParameters,
    scale: z
      .enum(['1', '2', '3'])
      .optional()
      .meta({ description: 'Pixels of the image for one of the picture; 1 when absent.' }),
  }),
  answer: z.string().meta({ format: 'binary', description: 'The bytes of the file.' }),
  requests: [
    '/chart.png?measure=rejected_applications&by=place&width=1200&height=630',
    '/chart.png?measure=detentions&scale=2&lang=ru',
  ],
  example: 'PNG, 1200 × 630 pixels',
});
