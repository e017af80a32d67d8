import { chartKeys } from '@article21/model';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { sizeKeys } from '../query/image.ts';

export const chartSvg = endpoint(
  {
    path: '/chart.svg',
    mediaType: 'image/svg+xml',
    policy: 'image',
    cache: 'snapshot',
    params: {},
    query: { ...chartKeys, ...sizeKeys },
  },
  {
    summary: 'The chart, as a drawing',
    description:
      'The chart that the page draws for the same query, as SVG: letters are paths, so that it looks the same everywhere, and ' +
      'can be searched and copied all the same. In the picture stand its title, the sentence of each measure, the source, the ' +
      'period, the snapshot and the way back. With `snapshot` it is the same bytes for ever. When too many pictures are being ' +
      'drawn, the answer is 503 with `Retry-After`.',
    answer: z.string(),
    requests: [
      '/chart.svg?measure=rejected_applications&by=place',
      '/chart.svg?measure=detentions&by=period&every=week&lang=kk&theme=dark',
    ],
    example:
      '<svg xmlns="http://www.w3.org/2000/svg" width="960" height="520" viewBox="0 0 960 520" role="img" lang="en">\n' +
      '<title id="chart-title">At least 12 rejected applications.</title>\n' +
      '<desc id="chart-desc">Bar chart. Rejected applications. Almaty: 2; Astana: at least 1.</desc>\n…</svg>',
  },
);
