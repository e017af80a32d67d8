import { type Keys, printKeys, type ValuesOf } from '@article21/model';
import type { Endpoint } from './endpoint.ts';
import { type EndpointName, type Endpoints, endpoints } from './endpoints/index.ts';

/** The keys of an endpoint's query that are asked; the others are absent. */
type AskedOf<E extends Pick<Endpoint, 'query'>> = Partial<ValuesOf<E['query']>>;

/** What an endpoint is asked: what stands in its path, then its query, where it has either. */
export type ArgumentsOf<E extends Pick<Endpoint, 'params' | 'query'>> = [
  ...(keyof E['params'] extends never ? [] : [id: string]),
  ...(keyof E['query'] extends never ? [] : [query?: AskedOf<E>]),
];

/** The address of each answer, relative to the API's. */
export const paths = mapEndpoints(
  (endpoint) =>
    (...asked: unknown[]) =>
      addressOf(endpoint, asked),
) as { readonly [Name in EndpointName]: (...asked: ArgumentsOf<Endpoints[Name]>) => string };

/** The address of an endpoint; `asked` are its `ArgumentsOf`. */
export function addressOf({ path, params, query: keys }: Endpoint, asked: readonly unknown[]): string {
  let filled = path;
  const names = Object.keys(params);
  for (const [i, name] of names.entries())
    filled = filled.replace(`{${name}}`, () => encodeURIComponent(String(asked[i])));
  const query = printKeys<Keys>(keys, (asked[names.length] ?? {}) as Record<string, unknown>);
  return query === '' ? filled : `${filled}?${query}`;
}

/** The same made of every endpoint, under its name. */
export function mapEndpoints<T>(make: (endpoint: Endpoint, name: string) => T): Record<EndpointName, T> {
  const all = Object.entries<Endpoint>(endpoints).map(([name, it]) => [name, make(it, name)]);
  return Object.fromEntries(all) as Record<EndpointName, T>;
}
