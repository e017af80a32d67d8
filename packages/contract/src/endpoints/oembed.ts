import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { oembedKeys } from '../query/oembed.ts';

const example = {
  version: '1.0' as const,
  type: 'rich' as const,
  title: 'At least about 15 detentions in Almaty.',
  author_name: 'KIBHR; IPHR; NHC',
  provider_name: 'Article 21',
  provider_url: 'https://example.org',
  cache_age: 3600,
  thumbnail_url: 'https://example.org/chart.png?measure=detentions&place=almaty&width=1200&height=630',
  thumbnail_width: 1200,
  thumbnail_height: 630,
  html: '<blockquote><a href="…">At least about 15 detentions in Almaty.</a></blockquote><iframe src="…" width="640" height="420" frameborder="0" style="max-width:100%" title="At least about 15 detentions in Almaty."></iframe>',
  width: 640,
  height: 420,
};

export const oembed = endpoint(
  {
    path: '/oembed',
    mediaType: 'application/json',
    policy: 'data',
    cache: 'revalidate',
    params: {},
    query: oembedKeys,
  },
  {
    summary: 'How another site embeds a chart',
    description:
      'oEmbed 1.0, type `rich`, for WordPress and others: the address of a chart in, its frame out. An address of another site or ' +
      'of no chart is 404; `format=xml` is 501. Keys that the protocol does not know are let pass.',
    answer: z.strictObject({
      version: z.literal('1.0'),
      type: z.literal('rich'),
      title: z.string().meta({ description: 'Plain text.' }),
      author_name: z.string().meta({ description: 'Who states it.' }),
      provider_name: z.string(),
      provider_url: z.string(),
      cache_age: z.int().meta({ description: 'Seconds.' }),
      thumbnail_url: z.string(),
      thumbnail_width: z.int(),
      thumbnail_height: z.int(),
      html: z.string(),
      width: z.int(),
      height: z.int(),
    }),
    requests: ['/oembed?url=/embed%3Fmeasure%3Ddetentions%26by%3Dplace&maxwidth=640'],
    example,
  },
);

export type OembedAnswer = z.infer<typeof oembed.answer>;
