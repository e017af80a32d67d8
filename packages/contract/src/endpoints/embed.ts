import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { embedKeys } from '../query/embed.ts';

export const embed = endpoint(
  {
    path: '/embed',
    mediaType: 'text/html',
    policy: 'embed',
    cache: 'snapshot',
    params: {},
    query: embedKeys,
  },
  {
    summary: 'The chart, inside another page',
    description:
      'A page of its own for an `iframe`: sentence, drawn chart, table, source, snapshot and the way back stand in it before any ' +
      'script runs. The chart becomes live when a reader points at it, focuses or touches it. It sets no cookie, stores nothing and ' +
      'asks no other site, and works in a sandbox that allows nothing but scripts. It posts its height to the page around it, ' +
      '`{ type: "article21:height", v: 1, height }`, which `/embed.js` there understands. A refusal is a page too. With ' +
      '`snapshot` it shows the same for ever.',
    answer: z.string(),
    requests: [
      '/embed?measure=detentions&by=place',
      '/embed?measure=rejected_applications&by=period&every=week&lang=ru&theme=dark&controls=1',
    ],
    example:
      '<!doctype html>\n<html lang="en">…<h1>About 25 detentions.</h1>\n<figure><svg role="img">…</svg></figure>…</html>',
  },
);
