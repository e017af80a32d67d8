import type { Key, Keys } from '@article21/model';
import { OpenAPIHono, z } from '@hono/zod-openapi';
import { type Endpoint, packed } from './endpoint.ts';
import { endpoints } from './endpoints/index.ts';
import { problemSchema, problems } from './problem.ts';

/** Where the API is served, and which version of the program serves it. */
export interface Server {
  /** Without a slash at its end: `https://example.org`. */
  baseUrl: string;
  version: string;
}

/** The OpenAPI 3.1 document of every endpoint. */
export function openApiDocument({ baseUrl, version }: Server) {
  const app = new OpenAPIHono();
  for (const [name, endpoint] of Object.entries(endpoints))
    app.openAPIRegistry.registerPath({ method: 'get', operationId: name, ...operation(endpoint) });
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Article 21',
      version,
      description: 'Restrictions of freedom of assembly: counts, the records behind them, and their sources.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: baseUrl }],
  });
}

function operation({ path, summary, description, mediaType, params, query, answer, example }: Endpoint) {
  const content = packed.has(mediaType) ? { schema: answer } : { schema: answer, example };
  const success = { description: summary, content: { [mediaType]: content } };
  const unchanged = { description: 'The answer is the one whose ETag was sent in If-None-Match' };
  return {
    path,
    summary,
    description,
    request: { params: textsOf(params, textOf), query: textsOf(query, (key) => textOf(key).optional()) },
    responses: { 200: success, 304: unchanged, ...refusals() },
  };
}

/** Every value is the text of a URL; the answering code reads it. */
function textsOf(keys: Keys, make: (key: Key<unknown>) => z.ZodType): z.ZodObject {
  const shape = Object.entries(keys).map(([name, key]) => [name, make(key)]);
  return z.strictObject(Object.fromEntries(shape));
}

function textOf({ choices, pattern, description, example }: Key<unknown>): z.ZodType {
  const text = choices ? z.enum(choices) : pattern ? z.string().regex(pattern) : z.string();
  const described = description === '' ? {} : { description };
  return text.meta(example === undefined ? described : { ...described, example });
}

function refusals() {
  const statuses = [...new Set(Object.values(problems).map(({ status }) => status))];
  const content = { 'application/problem+json': { schema: problemSchema } };
  return Object.fromEntries(
    statuses.map((status) => {
      const titles = Object.values(problems).filter((it) => it.status === status);
      return [status, { description: titles.map(({ title }) => title).join(', or: '), content }];
    }),
  );
}
