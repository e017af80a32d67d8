import { openingMeasures } from '../measures/index.ts';
import { valuesByKey } from './issues.ts';
import { type Known, keys } from './keys.ts';
import type { ChartQuery, QueryIssue } from './query.ts';

type KeyName = keyof ChartQuery;

export const queryKeys = Object.keys(keys) as KeyName[];

/**
 * Reads the query of a URL. Every key that is well read is in `query`, every one that is not has an issue and its
 * absent value in `query`: a page can show what it understood, an API answers 400 when there is any issue.
 * Pass the ids in `known` to have unknown places and charts refused.
 */
export function parseQuery(
  params: URLSearchParams,
  known: Known = {},
): { query: ChartQuery; issues: QueryIssue[] } {
  const issues: QueryIssue[] = [];
  const query = { ...emptyQuery };
  for (const [key, values] of valuesByKey(params)) {
    const stated = (values[0] ?? '').slice(0, 200);
    if (!isKey(key)) {
      issues.push(unknownKey(key, stated));
    } else if (values.length > 1) {
      const hint = 'give it once; several values are separated by commas';
      issues.push({
        key,
        code: 'duplicate_key',
        stated,
        message: `${key} is given ${values.length} times`,
        hint,
      });
    } else {
      readInto(query, key, values[0] ?? '', known, issues);
    }
  }
  if (query.from !== null && query.to !== null && query.from > query.to) {
    const stated = `${params.get('from')} > ${params.get('to')}`;
    issues.push({
      key: 'from',
      code: 'inverted',
      stated,
      message: 'the period ends before it begins',
      hint: 'swap from and to',
    });
    query.from = query.to = null;
  }
  // The usual measures and none are the same question, and have the same address.
  if (known.measures && write(query, 'measure') === '') query.measure = openingMeasures(known.measures);
  return { query, issues };
}

/** The canonical text of a query: keys in their fixed order, absent values left out. Equal questions, equal text. */
export function printQuery(query: ChartQuery): string {
  const params = new URLSearchParams();
  for (const key of queryKeys) {
    const text = write(query, key);
    if (text !== '') params.set(key, text);
  }
  // Commas and colons are legal in a query; left unescaped, a link stays readable.
  return params.toString().replace(/%2C/g, ',').replace(/%3A/g, ':');
}

/** The query of an empty URL. */
export const emptyQuery: ChartQuery = Object.fromEntries(
  Object.entries(keys).map(([key, { absent }]) => [key, absent]),
) as unknown as ChartQuery;

function isKey(key: string): key is KeyName {
  return Object.hasOwn(keys, key);
}

function readInto<K extends KeyName>(
  query: { [P in K]: ChartQuery[P] },
  key: K,
  text: string,
  known: Known,
  issues: QueryIssue[],
): void {
  const result = keys[key].read(text, known);
  if ('issue' in result) issues.push({ key, stated: text.slice(0, 200), ...result.issue });
  else query[key] = result.value;
}

function write<K extends KeyName>(query: ChartQuery, key: K): string {
  return keys[key].write(query[key]);
}

function unknownKey(key: string, stated: string): QueryIssue {
  const message = `unknown key: ${key.slice(0, 64)}`;
  return {
    key: key.slice(0, 64),
    code: 'unknown_key',
    stated,
    message,
    hint: `known: ${queryKeys.join(', ')}`,
  };
}
