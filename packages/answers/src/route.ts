import type { Endpoint, ServedAnswer } from '@article21/contract';
import type { Words } from '@article21/messages';
import { type Keys, type Language, printKeys, type ValuesOf } from '@article21/model';
import type { LoadedSnapshot } from './loaded-snapshot.ts';
import { readQuery } from './query.ts';

/** The input of a route. */
export interface Request {
  /** The parts of the path, decoded once and checked with the endpoint's keys. */
  params: Readonly<Record<string, string>>;
  search: URLSearchParams;
  loaded: LoadedSnapshot;
  /** The words of a language, with the snapshot's own kinds and measures. */
  words(language: Language): Words;
}

/** A parsed request: its canonical query, its cost, and how to answer it. */
export interface Understood {
  canonical: string;
  /**
   * Throws an `HttpProblem` where what the address names does not exist. For answers without a body, for which nothing is
   * computed; absent where `read` knows it.
   */
  find?(): Promise<void>;
  /** A text, the bytes of a file, or a value to send as JSON. */
  answer(): Promise<unknown>;
  /** How many groups of records are counted; absent when nothing is counted. */
  groups?: number;
  /** How many series of the cube are read. */
  series?: number;
  /** How many cells are read for what nobody asked before. */
  cells?: number;
  headers?: Readonly<Record<string, string>>;
}

/** The handler of an endpoint that answers from one snapshot. `read` only parses, and throws an `HttpProblem`. */
export interface Route {
  endpoint: Endpoint;
  read(request: Request): Understood | Promise<Understood>;
}

/** A request parsed with the keys of its endpoint. */
interface RouteRequest<E extends Endpoint> extends Pick<Request, 'loaded' | 'words'> {
  params: ValuesOf<E['params']>;
  query: ValuesOf<E['query']>;
}

interface Answerable<E extends Endpoint>
  extends Pick<Understood, 'cells' | 'find' | 'groups' | 'headers' | 'series'> {
  /** The query without keys that do not affect the answer. Default: the whole query. */
  query?: Partial<ValuesOf<E['query']>>;
  answer(): Promise<ServedAnswer<E>>;
}

/** Creates the route of an endpoint. The query is parsed with the endpoint's keys; `understand` gets the result. */
export function route<E extends Endpoint>(
  endpoint: E,
  understand: (request: RouteRequest<E>) => Answerable<E>,
): Route {
  return {
    endpoint,
    read({ params, search, loaded, words }) {
      const query = readQuery(endpoint, search, loaded);
      const wordsIn = (language: Language) => words(language).of(loaded.vocabulary);
      const request = { params: params as ValuesOf<E['params']>, query, loaded, words: wordsIn };
      const { query: kept = query, ...understood } = understand(request);
      const ids = Object.keys(endpoint.params).map((name) => `${params[name] ?? ''}?`);
      return { ...understood, canonical: ids.join('') + printKeys<Keys>(endpoint.query, kept) };
    },
  };
}
