import {
  type ChartQuery,
  emptyQuery,
  parseQuery,
  printQuery,
  type QueryIssue,
  queryKeys,
} from '@article21/model';
import { allowedKeys } from './allowed.ts';

/**
 * A chart as a picture. `width` and `height` are pixels at a scale of 1; without a height it is as high as it needs.
 * `scale` is how many pixels of a PNG make one of these; an SVG has none.
 */
export interface ImageQuery extends ChartQuery {
  width: number;
  height: number | null;
  scale: 1 | 2 | 3;
}

type Own = Pick<ImageQuery, 'width' | 'height' | 'scale'>;
/** What a query may name that only a dataset knows. */
type Known = Parameters<typeof parseQuery>[1];

const absent: Own = { width: 960, height: null, scale: 1 };
const bounds = { width: [320, 2000], height: [200, 2000], scale: [1, 3] } as const;

export const imageKeys = Object.keys(bounds) as (keyof Own)[];

/**
 * Reads the query of a picture that has these of the `own` keys; as `parseQuery` of the model, every fault is an issue.
 * Keys `beside` them are somebody else's to read: they are known, and no more.
 */
export function parseImageQuery(
  params: URLSearchParams,
  known: Known = {},
  own: readonly (keyof Own)[] = imageKeys,
  beside: readonly string[] = [],
): { query: ImageQuery; issues: QueryIssue[] } {
  const all = allowedKeys(params, [...queryKeys, ...own, ...beside]);
  const chart = parseQuery(allowedKeys(all.params, queryKeys).params, known);
  const issues = [...all.issues, ...chart.issues];
  const query: ImageQuery = { ...absent, ...chart.query };
  for (const key of own) {
    const texts = all.params.getAll(key);
    const [text] = texts;
    if (text === undefined) continue;
    const issue = issueOf(key, texts);
    if (issue) issues.push(issue);
    else Object.assign(query, { [key]: Number(text) });
  }
  return { query, issues };
}

/** The canonical text of a query for a picture; `parseImageQuery` reads it back. */
export function printImageQuery(query: Partial<ImageQuery>): string {
  const { width, height, scale, ...chart } = { ...emptyQuery, ...absent, ...query };
  const own = new URLSearchParams();
  if (width !== absent.width) own.set('width', String(width));
  if (height !== absent.height) own.set('height', String(height));
  if (scale !== absent.scale) own.set('scale', String(scale));
  return [printQuery(chart), own.toString()].filter(Boolean).join('&');
}

function issueOf(key: keyof Own, texts: readonly string[]): QueryIssue | null {
  const [text = ''] = texts;
  const [least, most] = bounds[key];
  const stated = text.slice(0, 200);
  const hint = `a whole number from ${least} to ${most}, once`;
  if (texts.length > 1)
    return { key, code: 'duplicate_key', stated, message: `${key} is given ${texts.length} times`, hint };
  const isSize = /^[1-9]\d{0,3}$/.test(text) && Number(text) >= least && Number(text) <= most;
  return isSize ? null : { key, code: 'unreadable', stated, message: `not a ${key} of a picture`, hint };
}
