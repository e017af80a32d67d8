import type { ProblemIssue } from '../problem.ts';

/** What a site asks that wants to embed the chart of an address, as oembed.com has it. */
export interface OembedQuery {
  url: string;
  /** Pixels, at most. */
  maxwidth: number | null;
  maxheight: number | null;
  /** As it was asked; only `json` is answered. */
  format: string;
}

const LONGEST_URL = 2048;

/**
 * Reads a question of oEmbed. Keys that are not of the protocol are let pass, because those who ask add their own
 * (WordPress sends `dnt`).
 */
export function parseOembedQuery(params: URLSearchParams): { query: OembedQuery; issues: ProblemIssue[] } {
  const issues: ProblemIssue[] = [];
  const refuse = (key: string, code: string, message: string, hint: string) =>
    issues.push({ key, code, stated: (params.get(key) ?? '').slice(0, 200), message, hint });
  for (const key of ['url', 'maxwidth', 'maxheight', 'format'])
    if (params.getAll(key).length > 1)
      refuse(key, 'duplicate_key', `${key} is given ${params.getAll(key).length} times`, 'give it once');
  const pixels = (key: string): number | null => {
    const text = params.get(key);
    if (text === null) return null;
    const isPixels = /^[1-9]\d{0,4}$/.test(text);
    if (!isPixels) refuse(key, 'unreadable', `not a number of pixels: ${text.slice(0, 64)}`, '1 to 99999');
    return isPixels ? Number(text) : null;
  };
  const url = params.get('url') ?? '';
  if (url === '') refuse('url', 'missing', 'url is not given', 'the address of a chart, encoded');
  if (url.length > LONGEST_URL)
    refuse('url', 'too_long', `url is longer than ${LONGEST_URL}`, 'a shorter address');
  const query = {
    url,
    maxwidth: pixels('maxwidth'),
    maxheight: pixels('maxheight'),
    format: params.get('format') ?? 'json',
  };
  return { query, issues };
}

/** The same as text. */
export function printOembedQuery({ url, maxwidth, maxheight, format }: Partial<OembedQuery>): string {
  const params = new URLSearchParams();
  if (url !== undefined) params.set('url', url);
  if (maxwidth) params.set('maxwidth', String(maxwidth));
  if (maxheight) params.set('maxheight', String(maxheight));
  if (format !== undefined && format !== 'json') params.set('format', format);
  return params.toString();
}
