import { type Keys, printKeys, type ValuesOf } from '@article21/model';
import { type Endpoint, packed } from './endpoint.ts';
import type { ChangesAnswer } from './endpoints/changes.ts';
import type { CountsAnswer, CountsRead } from './endpoints/counts.ts';
import { type EndpointName, type Endpoints, endpoints } from './endpoints/index.ts';
import type { OembedAnswer } from './endpoints/oembed.ts';
import type { RecordAnswer } from './endpoints/record.ts';
import type { RecordsAnswer, RecordsRead } from './endpoints/records.ts';
import type { SearchAnswer, SearchRead } from './endpoints/search.ts';
import type { SnapshotAnswer } from './endpoints/snapshot.ts';
import type { SnapshotsAnswer } from './endpoints/snapshots.ts';
import type { SourceAnswer } from './endpoints/source.ts';
import type { Problem } from './problem.ts';

export { ROWS_PAGE } from './endpoints/source-rows.ts';
export { fileName, presentationName } from './file-name.ts';
export type { ProblemIssue } from './problem.ts';
export type { EmbedQuery } from './query/embed.ts';
export { type ImageQuery, sizeKeys } from './query/image.ts';
export { pageKeys, parsePageQuery } from './query/page.ts';
export { type RecordQuery, recordKeys } from './query/records.ts';
export { LONGEST_SEARCH, type SearchQuery } from './query/search.ts';
export {
  checkShown,
  LONGEST_IN_SHOW,
  printShow,
  readShow,
  type ShowFault,
  type Shown,
  type ShownView,
} from './query/show.ts';
export { askCounts, readCountsAnswer } from './read-counts.ts';
export type {
  ChangesAnswer,
  CountsAnswer,
  CountsRead,
  OembedAnswer,
  Problem,
  RecordAnswer,
  RecordsAnswer,
  RecordsRead,
  SearchAnswer,
  SearchRead,
  SnapshotAnswer,
  SnapshotsAnswer,
  SourceAnswer,
};

/** What is used of an answer of `fetch`. */
interface Reply {
  ok: boolean;
  status: number;
  headers: { get(name: string): string | null };
  json(): Promise<unknown>;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** `fetch` of a browser or of Node, or `app.request` of the API itself. */
export type Fetch = (url: string, init: { signal?: AbortSignal }) => Reply | Promise<Reply>;

export interface CallOptions {
  signal?: AbortSignal | undefined;
}

/** What the client answers: the body as it is read, a text, or the bytes of a file. */
type ReadOf<E extends Endpoint> = E['mediaType'] extends 'application/json'
  ? ReturnType<NonNullable<E['read']>>
  : E['mediaType'] extends `text/${string}` | 'image/svg+xml'
    ? string
    : ArrayBuffer;

type Method<E extends Endpoint> = (...args: [...ArgumentsOf<E>, options?: CallOptions]) => Promise<ReadOf<E>>;

/** One method for each endpoint, under its name. */
export type Client = { readonly [Name in EndpointName]: Method<Endpoints[Name]> };

/**
 * The API, typed: one method for each endpoint, each answering the parsed body, a text, or the bytes of a file. An answer
 * that is not a success throws an `ApiProblem`; a network that fails, or a signal that aborts, throws what `fetch` throws.
 * `baseUrl` has no slash at its end.
 */
export function createClient(fetch: Fetch, baseUrl = ''): Client {
  return mapEndpoints((endpoint) => async (...args: unknown[]) => {
    const { signal } = optionsOf(endpoint, args);
    const reply = await fetch(baseUrl + addressOf(endpoint, args), signal ? { signal } : {});
    if (!reply.ok) throw new ApiProblem(await problemOf(reply));
    return bodyOf(endpoint, reply);
  }) as Client;
}

/** The options stand after the arguments that the endpoint has. */
function optionsOf({ params, query }: Endpoint, args: readonly unknown[]): CallOptions {
  const position = Object.keys(params).length + (Object.keys(query).length > 0 ? 1 : 0);
  return (args[position] ?? {}) as CallOptions;
}

async function bodyOf({ mediaType, read }: Endpoint, reply: Reply): Promise<unknown> {
  if (packed.has(mediaType)) return reply.arrayBuffer();
  if (mediaType !== 'application/json') return reply.text();
  // The API checks its answers against its schemas in its tests; a browser need not do it again.
  const answer = await reply.json();
  return read ? read(answer) : answer;
}

async function problemOf(reply: Reply): Promise<Problem> {
  if (reply.headers.get('content-type')?.startsWith('application/problem+json'))
    return (await reply.json()) as Problem;
  // What answers may not be the API but something in front of it, which has its own way of failing.
  const { status } = reply;
  const detail = `the server answered ${status} and did not say why`;
  return { type: 'about:blank', title: 'The server did not answer', status, detail, issues: [] };
}

/** A request that was refused or failed. `problem` is what the API says of it, in the form of RFC 9457. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.issues[0]?.message ?? problem.detail);
    this.problem = problem;
  }
}

/** The keys of an endpoint's query that are asked; the others are absent. */
type SnapshotInput<E extends Pick<Endpoint, 'query'>> = Partial<ValuesOf<E['query']>>;

/** What an endpoint is asked: what stands in its path, then its query, where it has either. */
export type ArgumentsOf<E extends Pick<Endpoint, 'params' | 'query'>> = [
  ...(keyof E['params'] extends never ? [] : [id: string]),
  ...(keyof E['query'] extends never ? [] : [query?: SnapshotInput<E>]),
];

/** The address of each answer, relative to the API's. */
export const paths = mapEndpoints(
  (endpoint) =>
    (...args: unknown[]) =>
      addressOf(endpoint, args),
) as { readonly [Name in EndpointName]: (...args: ArgumentsOf<Endpoints[Name]>) => string };

/** The address of an endpoint; `args` are its `ArgumentsOf`. */
export function addressOf({ path, params, query: keys }: Endpoint, args: readonly unknown[]): string {
  let filled = path;
  const names = Object.keys(params);
  for (const [i, name] of names.entries())
    filled = filled.replace(`{${name}}`, () => encodeURIComponent(String(args[i])));
  const query = printKeys<Keys>(keys, (args[names.length] ?? {}) as Record<string, unknown>);
  return query === '' ? filled : `${filled}?${query}`;
}

/** The same made of every endpoint, under its name. */
export function mapEndpoints<T>(make: (endpoint: Endpoint, name: string) => T): Record<EndpointName, T> {
  const all = Object.entries<Endpoint>(endpoints).map(([name, it]) => [name, make(it, name)]);
  return Object.fromEntries(all) as Record<EndpointName, T>;
}
