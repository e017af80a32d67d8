import { HttpProblem, problemOf } from '@article21/answers';
import { endpoints, type Problem, type ProblemKind, problems } from '@article21/contract';
import { snapshotIdPattern } from '@article21/model';
import type { Context, MiddlewareHandler } from 'hono';
import { encode, negotiate } from './encoding.ts';
import { policies, SHARED_MAX_AGE } from './headers.ts';
import type { Report } from './log.ts';
import { Busy, ClientLeft } from './work/refused.ts';
import type { Scheduler } from './work/scheduler.ts';

export interface ProblemWriter {
  /** The response to a refused request. */
  refused(refusal: HttpProblem, headers?: Record<string, string>): Response;
  /**
   * The answer to an error: a refusal as it is, anything else as a 500 that says nothing of the inside. What is the
   * server's own fault is reported.
   */
  failed(error: unknown): Response;
}

/** Makes every error response, as problem+json (RFC 9457). */
export function createProblems(baseUrl: string, report: Report): ProblemWriter {
  const answer = (kind: ProblemKind, more: Omit<Problem, 'type' | 'title' | 'status'>) => {
    const { status, title } = problems[kind];
    return problemResponse({ type: `${baseUrl}/api#${kind}`, title, status, ...more });
  };
  return {
    refused: (refusal, headers) => problemResponse(problemOf(refusal, baseUrl), headers),
    failed(error) {
      const known = error instanceof HttpProblem ? error : null;
      if (known instanceof Busy) return this.refused(known, { 'Retry-After': String(known.seconds) });
      // An unknown format is not the server's fault, though oEmbed's status for it is 501.
      if (known && (problems[known.kind].status < 500 || known.kind === 'not-implemented'))
        return this.refused(known);
      if (known instanceof ClientLeft) return this.refused(known);
      const id = report(error);
      const detail = `${known?.message ?? 'the request could not be answered'}; the server’s log has more under this id`;
      return answer(known?.kind ?? 'internal', { detail, instance: `urn:uuid:${id}`, issues: [] });
    },
  };
}

/**
 * Search engines are to forget what was retracted, and caches are to have the refusal in its place: one that keeps nothing of it goes
 * on with what it has wherever no server answers. Of a named snapshot that is so for ever; what is served will be another one.
 */
function setRetractedHeaders({ req }: Context, headers: Headers): void {
  headers.set('X-Robots-Tag', 'noindex');
  if (req.path === endpoints.health.path || req.path === endpoints.ready.path) return;
  const forSome = snapshotIdPattern.test(req.url) ? `${SHARED_MAX_AGE}, ` : '';
  headers.set('Cache-Control', `public, max-age=0, ${forSome}must-revalidate`);
}

/** In bytes: smaller bodies are not worth compressing. */
const SMALL = 1_000;

/** Compresses error responses; all others are compressed where they are made. */
export const compressProblems =
  (scheduler: Scheduler): MiddlewareHandler =>
  async (c, next) => {
    await next();
    const { res } = c;
    if (res.status === 410) setRetractedHeaders(c, res.headers);
    if (res.status < 400 || c.req.method === 'HEAD') return;
    const encoding = negotiate(c.req.header('accept-encoding'));
    const body = Buffer.from(await res.arrayBuffer());
    const headers = new Headers(res.headers);
    headers.append('Vary', 'Accept-Encoding');
    const isWorthIt = body.length > SMALL && encoding !== 'identity';
    if (isWorthIt) headers.set('Content-Encoding', encoding);
    const packed = isWorthIt ? await scheduler.wait(c, encode(body, encoding)) : body;
    c.res = undefined;
    c.res = new Response(new Uint8Array(packed), { status: res.status, headers });
  };

function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...policies.data,
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...headers,
    },
  });
}
