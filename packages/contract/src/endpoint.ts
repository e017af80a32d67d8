import type { Keys } from '@article21/model';
import type { z } from 'zod';

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const parquet = 'application/vnd.apache.parquet';
export const zip = 'application/zip';
export const pdf = 'application/pdf';
export const pptx = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** Files that are packed already, and no text. */
export const packed: ReadonlySet<string> = new Set(['image/png', pdf, pptx, xlsx, parquet, zip]);

type MediaType =
  | 'application/json'
  | 'text/csv'
  | 'text/html'
  | 'image/svg+xml'
  | 'image/png'
  | typeof pdf
  | typeof pptx
  | typeof parquet
  | typeof zip
  | typeof xlsx;

/**
 * What a browser may do with an answer. `data`: read from any page, shown as nothing else. `image`: shown in any page.
 * `embed`: framed by any page.
 */
export type EndpointPolicy = 'data' | 'image' | 'embed';

/**
 * How long an answer is kept. `snapshot`: for ever where the request names the snapshot, else it is asked for anew each
 * time. `revalidate`: asked for anew each time. `never`: not at all.
 */
type CachePolicy = 'snapshot' | 'revalidate' | 'never';

/** How a `GET` of one path is asked, served and read: all that a program needs to make the request or to answer it. */
interface Requested<Media, Params, Query> {
  /** As OpenAPI writes it: `/api/v1/records/{id}`. */
  path: string;
  mediaType: Media;
  policy: EndpointPolicy;
  cache: CachePolicy;
  /** What stands in the path. */
  params: Params;
  /** The keys of the query. */
  query: Query;
}

/** The head of an endpoint that answers JSON from one snapshot. */
export const snapshotJson = { mediaType: 'application/json', policy: 'data', cache: 'snapshot' } as const;

/** What describes an endpoint for people and tests. It is no part of what a browser loads: `documented` is cut there. */
interface Documented<Answer extends z.ZodType> {
  summary: string;
  description: string;
  answer: Answer;
  /** Paths with a query, as one would type them. The first is the one that `example` answers. */
  requests: readonly [string, ...string[]];
  /** Of a file that is no text: a sketch of what is in it. */
  example: z.input<Answer>;
}

/** What a `GET` of one path takes and answers: enough to serve, document, call and test it. */
export interface Endpoint<
  Media extends MediaType = MediaType,
  Params extends Keys = Keys,
  Query extends Keys = Keys,
  Answer extends z.ZodType = z.ZodType,
  Read = unknown,
> extends Requested<Media, Params, Query>,
    Documented<Answer> {
  /** What the client makes of a JSON answer; the answer itself where this is not given. */
  read?(answer: z.output<Answer>): Read;
}

/** What a server answers: JSON as the schema has it, a text, or the bytes of a file. */
export type ServedAnswer<E extends Endpoint> = E['mediaType'] extends 'application/json'
  ? z.input<E['answer']>
  : string | Uint8Array;

/** An endpoint whose types are known to the compiler. Builds for browsers leave the second argument out. */
export function endpoint<
  const Media extends MediaType,
  Params extends Keys,
  Query extends Keys,
  Answer extends z.ZodType,
  Read = z.output<Answer>,
>(
  requested: Requested<Media, Params, Query> & Pick<Endpoint<Media, Params, Query, Answer, Read>, 'read'>,
  documented: Documented<Answer>,
): Endpoint<Media, Params, Query, Answer, Read> {
  return { ...requested, ...documented };
}
