import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { imageKeys } from '../query/image.ts';

export const chartPng = endpoint(
  {
    path: '/chart.png',
    mediaType: 'image/png',
    policy: 'image',
    cache: 'snapshot',
    params: {},
    query: imageKeys,
  },
  {
    summary: 'The chart, as an image',
    description:
      'The picture of `/chart.svg` in pixels, for slides, chats and cards. `scale=2` has twice as many in each direction; ' +
      'at most 24 million in all.',
    answer: z.string().meta({ format: 'binary', description: 'The bytes of the file.' }),
    requests: [
      '/chart.png?measure=rejected_applications&by=place&width=1200&height=630',
      '/chart.png?measure=detentions&scale=2&lang=ru',
    ],
    example: 'PNG, 1200 × 630 pixels',
  },
);
