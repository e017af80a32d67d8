import type { Endpoint, ServedAnswer } from '@article21/contract';
import type { Words } from '@article21/messages';
import { type Keys, type Language, printKeys, type ValuesOf } from '@article21/model';
import type { LoadedSnapshot } from './loaded-snapshot.ts';
import { readQuery } from './query.ts';

/** What a route is asked. */
export interface Request {
  /** The parts of the path, decoded once and checked with the endpoint's keys. */
  params: Readonly<Record<string, string>>;
  search: URLSearchParams;
  loaded: LoadedSnapshot;
  /** The words of a language; `route` has them say what the snapshot counts. */
  words(language: Language): Words;
}

/** A question that was understood: its canonical text, and how to answer it. */
export interface Understood {
  canonical: string;
  /** A text, the bytes of a file, or what is to be JSON. */
  answer(): Promise<unknown>;
  /** How many groups of records are counted for it; none where nothing is counted. */
  groups?: number;
  /** How many series of the cube they are counted from. */
  series?: number;
  /** How many cells of the cube are read and ordered for a filter of attributes that nobody has asked for lately. */
  cells?: number;
  headers?: Readonly<Record<string, string>>;
}

/** One endpoint of a snapshot. `read` refuses what cannot be answered and computes nothing else. */
export interface Route {
  endpoint: Endpoint;
  read(request: Request): Understood | Promise<Understood>;
}

/** What an endpoint is asked, read with its keys. */
interface Asked<E extends Endpoint> extends Pick<Request, 'loaded' | 'words'> {
  params: ValuesOf<E['params']>;
  query: ValuesOf<E['query']>;
}

interface Answerable<E extends Endpoint> extends Pick<Understood, 'cells' | 'groups' | 'headers' | 'series'> {
  /** The query without what changes nothing in the answer; all of it where this is not given. */
  query?: Partial<ValuesOf<E['query']>>;
  answer(): Promise<ServedAnswer<E>>;
}

/** The route of an endpoint: its query is read and refused as its keys say, and `understand` does the rest. */
export function route<E extends Endpoint>(
  endpoint: E,
  understand: (asked: Asked<E>) => Answerable<E>,
): Route {
  return {
    endpoint,
    read({ params, search, loaded, words }) {
      const query = readQuery(endpoint, search, loaded);
      const said = (language: Language) => words(language).of(loaded.vocabulary);
      const asked = { params: params as ValuesOf<E['params']>, query, loaded, words: said };
      const { query: kept = query, ...understood } = understand(asked);
      const ids = Object.keys(endpoint.params).map((name) => `${params[name] ?? ''}?`);
      return { ...understood, canonical: ids.join('') + printKeys<Keys>(endpoint.query, kept) };
    },
  };
}
