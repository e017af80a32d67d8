import type { z } from 'zod';

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const pdf = 'application/pdf';
export const pptx = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** Files that are packed already, and no text. */
export const packed: ReadonlySet<string> = new Set(['image/png', pdf, pptx, xlsx]);

/** What a `GET` of one path takes and answers: enough to serve, document, call and test it. */
export interface Endpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodType = z.ZodType,
> {
  /** As OpenAPI writes it: `/api/v1/records/{id}`. */
  path: string;
  summary: string;
  description: string;
  mediaType:
    | 'application/json'
    | 'text/csv'
    | 'text/html'
    | 'image/svg+xml'
    | 'image/png'
    | typeof pdf
    | typeof pptx
    | typeof xlsx;
  /** What stands in the path. */
  params: Params;
  /** The keys of the query, each the text of a URL; their values are read by `query/`. */
  query: Query;
  answer: Answer;
  /** Paths with a query, as one would type them. The first is the one that `example` answers. */
  requests: readonly [string, ...string[]];
  /** Of a file that is no text: a sketch of what is in it. */
  example: z.input<Answer>;
}

/** An endpoint whose schemas are known to the compiler. */
export function endpoint<Params extends z.ZodObject, Query extends z.ZodObject, Answer extends z.ZodType>(
  it: Endpoint<Params, Query, Answer>,
): Endpoint<Params, Query, Answer> {
  return it;
}
