import {
  type ChartQuery,
  defaultMeasures,
  emptyQuery,
  type MeasureId,
  measureIds,
  parseBucket,
  parseQuery,
  printQuery,
  type QueryIssue,
  queryKeys,
  type Step,
  steps,
} from '@article21/model';
import { allowedKeys } from './allowed.ts';

export const LARGEST_PAGE = 200;
const PAGE = 50;
const MOST_PLACES = 500;

/**
 * Which records: the filter of a chart, narrowed to what one of its bars shows. `measure` is null for records of every
 * kind. `at` are places themselves, without what lies in them; `bucket` names one bucket of a series; `undated` asks
 * for what no bucket of that step holds. `limit` is 1 to 200.
 */
export interface RecordQuery extends Omit<ChartQuery, 'measure'> {
  measure: readonly MeasureId[] | null;
  at: readonly string[];
  bucket: string | null;
  undated: Step | null;
  cursor: string | null;
  limit: number;
}

/** What a query may name that only a dataset knows. */
interface Known {
  places?: readonly string[];
  charts?: readonly string[];
  measures?: readonly MeasureId[];
}

type Own = Pick<RecordQuery, 'at' | 'bucket' | 'undated' | 'cursor' | 'limit'>;
type Result<T> = T | Omit<QueryIssue, 'key' | 'stated'>;

export const emptyRecordQuery: RecordQuery = {
  ...emptyQuery,
  measure: null,
  at: [],
  bucket: null,
  undated: null,
  cursor: null,
  limit: PAGE,
};

const readers: { [K in keyof Own]: (text: string, known: Known) => Result<Own[K]> } = {
  at: readPlaces,
  bucket: (text) =>
    parseBucket(text)
      ? text
      : {
          code: 'unreadable',
          message: 'not the name of a bucket',
          hint: 'write 2012-04-28, 2012-W17, 2012-04, 2012-Q2 or 2012',
        },
  undated: (text) =>
    steps.find((step) => step === text) ?? {
      code: 'unknown_value',
      message: `unknown value: ${text.slice(0, 64)}`,
      hint: `known: ${steps.join(', ')}`,
    },
  cursor: (text) => text || null,
  limit: (text) =>
    /^[1-9]\d{0,2}$/.test(text) && Number(text) <= LARGEST_PAGE
      ? Number(text)
      : {
          code: 'unreadable',
          message: 'not a size of a page',
          hint: `a whole number from 1 to ${LARGEST_PAGE}; follow next for more`,
        },
};
export const recordKeys = Object.keys(readers) as (keyof Own)[];

/** Reads the query of a list of records; as `parseQuery` of the model, every fault is an issue. */
export function parseRecordQuery(
  params: URLSearchParams,
  known: Known = {},
): { query: RecordQuery; issues: QueryIssue[] } {
  const all = allowedKeys(params, [...queryKeys, ...recordKeys]);
  const chart = parseQuery(allowedKeys(all.params, queryKeys).params, known);
  const issues = [...all.issues, ...chart.issues];
  const measure = all.params.get('measure') ? chart.query.measure : null;
  const query: RecordQuery = { ...emptyRecordQuery, ...chart.query, measure };
  for (const key of recordKeys) readInto(query, key, all.params.getAll(key), known, issues);
  return { query, issues };
}

/** The canonical text of a query for records; `parseRecordQuery` reads it back. */
export function printRecordQuery(query: Partial<RecordQuery>): string {
  const { measure, at, bucket, undated, cursor, limit, ...chart } = { ...emptyRecordQuery, ...query };
  const own = new URLSearchParams();
  if (at.length > 0) own.set('at', at.join(','));
  if (bucket !== null) own.set('bucket', bucket);
  if (undated !== null) own.set('undated', undated);
  if (cursor !== null) own.set('cursor', cursor);
  if (limit !== PAGE) own.set('limit', String(limit));
  // A chart that names no measure shows four of them; a list of records that names none shows every kind.
  const named = measure ? `measure=${measureIds.filter((id) => measure.includes(id)).join(',')}` : '';
  const rest = printQuery({ ...chart, measure: defaultMeasures });
  const narrowed = own.toString().replace(/%2C/g, ',');
  return [named, rest, narrowed].filter(Boolean).join('&');
}

function readInto<K extends keyof Own>(
  query: { [P in K]: Own[P] },
  key: K,
  values: readonly string[],
  known: Known,
  issues: QueryIssue[],
): void {
  const [text] = values;
  if (text === undefined) return;
  const stated = text.slice(0, 200);
  if (values.length > 1) {
    const hint = 'give it once; several values are separated by commas';
    const message = `${key} is given ${values.length} times`;
    issues.push({ key, code: 'duplicate_key', stated, message, hint });
    return;
  }
  const result: Result<Own[K]> = readers[key](text, known);
  if (isIssue(result)) issues.push({ key, stated, ...result });
  else query[key] = result;
}

function isIssue<T>(result: Result<T>): result is Omit<QueryIssue, 'key' | 'stated'> {
  return typeof result === 'object' && result !== null && 'hint' in result;
}

function readPlaces(text: string, { places }: Known): Result<readonly string[]> {
  const ids = [...new Set(text.split(',').filter(Boolean))].sort();
  if (ids.length > MOST_PLACES)
    return { code: 'too_many', message: `more than ${MOST_PLACES} places`, hint: 'ask for fewer at once' };
  const unknown = places && ids.find((id) => !places.includes(id));
  return unknown === undefined
    ? ids
    : {
        code: 'unknown_value',
        message: `unknown place: ${unknown.slice(0, 64)}`,
        hint: 'known: the ids of /api/v1/places',
      };
}
