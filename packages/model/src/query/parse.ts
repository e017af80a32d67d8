import { valuesByKey } from './issues.ts';
import { isNothing, type Key, type Keys, type Known, type ValuesOf } from './key.ts';
import { chartKeys } from './keys.ts';
import type { ChartKey, ChartQuery, Opening, QueryIssue } from './query.ts';

export const queryKeys = Object.keys(chartKeys) as ChartKey[];

/** The query of an empty URL. */
export const emptyQuery: ChartQuery = emptyOf(chartKeys);

/**
 * Reads the query of a URL. Every key that is well read is in `query`, every one that is not has an issue and its
 * absent value in `query`: a page can show what it understood, an API answers 400 when there is any issue.
 * Pass the ids in `known` to have unknown places and charts refused.
 */
export function parseQuery(
  params: URLSearchParams,
  known: Known = {},
): { query: ChartQuery; issues: QueryIssue[] } {
  return parseKeys(chartKeys, params, known);
}

/** The canonical text of a query: keys in their fixed order, absent values left out. Equal questions, equal text. */
export function printQuery(query: ChartQuery): string {
  return printKeys(chartKeys, query);
}

/** What is read where no key is given, of a query about the dataset of which `known` speaks. */
export function emptyOf<K extends object>(keys: K, known: Known = {}): ValuesOf<K> {
  const values: Record<string, unknown> = {};
  for (const [name, { absent, absentIn }] of Object.entries<Key<unknown>>(keys as Keys)) {
    values[name] = absentIn ? absentIn(known) : absent;
    // Where it is as usual that is said, too, so that an empty query that is spread over another takes its place.
    if (absentIn) values.opening = values[name] === absent ? undefined : values[name];
    if (absentIn) values.named = undefined;
  }
  return values as ValuesOf<K>;
}

/** `parseQuery` for any keys. Issues stand in the order of `params`. */
export function parseKeys<K extends object>(
  keys: K,
  params: URLSearchParams,
  known: Known = {},
): { query: ValuesOf<K>; issues: QueryIssue[] } {
  const issues: QueryIssue[] = [];
  const query = emptyOf(keys, known) as Record<string, unknown>;
  for (const [name, values] of valuesByKey(params)) {
    const found = Object.hasOwn(keys, name) ? (keys as Keys)[name] : undefined;
    const read = found ? readOnce(name, found, values, known) : { issue: unknownKey(name, keys) };
    if ('value' in read) {
      query[name] = read.value;
      if (query.opening && found?.absentIn) query.named = !isNothing(values[0] ?? '');
    } else issues.push({ key: name.slice(0, 64), stated: (values[0] ?? '').slice(0, 200), ...read.issue });
  }
  if ('from' in keys && 'to' in keys) leaveOutInverted(query as unknown as ChartQuery, params, issues);
  return { query: query as ValuesOf<K>, issues };
}

/** `printQuery` for any keys; what is not given is absent. */
export function printKeys<K extends object>(keys: K, query: Partial<ValuesOf<K>>): string {
  const params = new URLSearchParams();
  for (const [name, key] of Object.entries<Key<unknown>>(keys as Keys)) {
    const value = (query as Record<string, unknown>)[name];
    const text = value === undefined ? '' : key.write(value, query as Opening);
    if (text !== '') params.set(name, text);
  }
  // Commas and colons are legal in a query; left unescaped, a link stays readable.
  return params.toString().replace(/%2C/g, ',').replace(/%3A/g, ':');
}

type Unplaced = Omit<QueryIssue, 'key' | 'stated'>;

function readOnce(
  name: string,
  key: Key<unknown>,
  [text = '', ...more]: readonly string[],
  known: Known,
): { value: unknown } | { issue: Unplaced } {
  if (more.length === 0) return key.read(text, known);
  const message = `${name} is given ${more.length + 1} times`;
  const hint = key.once ?? 'give it once; several values are separated by commas';
  return { issue: { code: 'duplicate_key', message, hint } };
}

function unknownKey(name: string, keys: object): Unplaced {
  const known = Object.keys(keys);
  const hint = known.length > 0 ? `known: ${known.join(', ')}` : 'this address takes no query';
  return { code: 'unknown_key', message: `unknown key: ${name.slice(0, 64)}`, hint };
}

function leaveOutInverted(
  query: Pick<ChartQuery, 'from' | 'to'>,
  params: URLSearchParams,
  issues: QueryIssue[],
): void {
  if (query.from === null || query.to === null || query.from <= query.to) return;
  const stated = `${params.get('from')} > ${params.get('to')}`;
  const message = 'the period ends before it begins';
  issues.push({ key: 'from', code: 'inverted', stated, message, hint: 'swap from and to' });
  query.from = query.to = null;
}
