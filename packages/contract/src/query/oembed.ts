import { type Key, textKey, type ValuesOf } from '@article21/model';
import type { ProblemIssue } from '../problem.ts';
import { parseEndpointQuery } from './read.ts';

const LONGEST_URL = 2048;
const once = 'give it once';

/** What a site asks that wants to embed the chart of an address, as oembed.com has it. */
export const oembedKeys = {
  url: urlKey(),
  maxwidth: pixelsKey({ description: 'Pixels that the frame may be wide.', example: '640' }),
  maxheight: pixelsKey({ description: 'Pixels that the frame may be high.', example: '480' }),
  format: formatKey(),
  dnt: textKey({ description: 'Ignored: nobody is followed.' }),
} as const;

export type OembedQuery = ValuesOf<typeof oembedKeys>;

/**
 * Reads a question of oEmbed. Keys that are not of the protocol are let pass, because those who ask add their own
 * (WordPress sends `dnt`).
 */
export function parseOembedQuery(params: URLSearchParams): {
  query: Omit<OembedQuery, 'dnt'>;
  issues: ProblemIssue[];
} {
  const { dnt: _, ...keys } = oembedKeys;
  const known = new URLSearchParams([...params].filter(([name]) => Object.hasOwn(keys, name)));
  const { query, issues } = parseEndpointQuery({ query: keys }, known);
  return { query, issues: params.get('url') ? issues : [missing, ...issues] };
}

const missing: ProblemIssue = {
  key: 'url',
  code: 'missing',
  stated: '',
  message: 'url is not given',
  hint: 'the address of a chart, encoded',
};

function urlKey(): Key<string> {
  const message = `url is longer than ${LONGEST_URL}`;
  const issue = { code: 'too_long', message, hint: 'a shorter address' } as const;
  return {
    description: 'The address of a chart or of its embed on this site.',
    absent: '',
    once,
    read: (text) => (text.length > LONGEST_URL ? { issue } : { value: text }),
    write: (url) => url,
  };
}

/** Pixels, at most. */
function pixelsKey(documented: Pick<Key<unknown>, 'description' | 'example'>): Key<number | null> {
  return {
    ...documented,
    absent: null,
    once,
    read: (text) => {
      const message = `not a number of pixels: ${text.slice(0, 64)}`;
      return /^[1-9]\d{0,4}$/.test(text)
        ? { value: Number(text) }
        : { issue: { code: 'unreadable', message, hint: '1 to 99999' } };
    },
    write: (pixels) => (pixels ? String(pixels) : ''),
  };
}

/** As it was asked; only `json` is answered. */
function formatKey(): Key<string> {
  return {
    description: '`json`, which is also what is meant when absent.',
    absent: 'json',
    once,
    read: (text) => ({ value: text }),
    write: (format) => (format === 'json' ? '' : format),
  };
}
