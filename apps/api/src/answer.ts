import { packed } from '@article21/contract';
import type { Context } from 'hono';
import { createByteCache } from './byte-cache.ts';
import { type Effort, type Encoding, encode, negotiate } from './encoding.ts';
import { etagOf, matches } from './etag.ts';
import { SHARED_MAX_AGE } from './headers.ts';
import type { Job } from './jobs/index.ts';
import { costOfPacking, LIGHT } from './work/cost.ts';
import type { RequestJob } from './work/request-job.ts';
import type { Scheduler } from './work/scheduler.ts';

/** What can be answered, before it is computed. */
interface Prepared {
  /** Everything the answer depends on, except the program itself. */
  key: readonly string[];
  mediaType: string;
  /** Whether this address always returns the same bytes. */
  immutable: boolean;
  headers: Readonly<Record<string, string>>;
  /** Other request headers that the answer varies by. */
  vary?: readonly string[];
  /** Whether it is never compressed. */
  plain?: boolean;
  /** Throws an `HttpProblem` where there is nothing to answer with; absent where that is known. */
  find?(): Promise<void>;
  body: Body;
  /** Encodings made ahead of time, with more effort than at request time. */
  encoded?: Partial<Record<Encoding, Buffer>>;
  /** How hard it is compressed. */
  effort?: Effort;
}

/** How the body is made: on this thread when that is cheap, otherwise on a worker thread. */
type Body = (() => Promise<string | Uint8Array>) | HeavyBody;

interface HeavyBody {
  job: Job;
  /** Estimated processor time in milliseconds. */
  cost: number;
  searches?: Parameters<RequestJob>[1]['searches'];
}

export interface Answer {
  /** Sends a prepared answer. */
  (c: Context, prepared: Prepared): Promise<Response>;
  /** Sends a prepared answer if nothing has to be computed: a 304, a HEAD, or a cached body. Otherwise null. */
  known(c: Context, prepared: Omit<Prepared, 'body'>): Promise<Response | null>;
}

const KEPT_BYTES = 64 * 2 ** 20;

const IMMUTABLE = `public, max-age=31536000, ${SHARED_MAX_AGE}, immutable`;

/**
 * Answers what was prepared: 304, or the headers alone, before anything is computed when no more is wanted, else bytes that
 * were computed and compressed once. `build` tells the answers of one version of the program from those of another.
 */
export function createAnswer(
  build: string,
  { requestJob, scheduler }: { requestJob: RequestJob; scheduler: Scheduler },
): Answer {
  const cache = createByteCache(KEPT_BYTES);

  function known(c: Context, prepared: Omit<Prepared, 'body'>): Promise<Response | null> {
    return knownOf(c, prepared, planOf(c, build, prepared));
  }

  async function knownOf(c: Context, prepared: Omit<Prepared, 'body'>, plan: Plan): Promise<Response | null> {
    const has = matches(c.req.header('if-none-match'), plan.etag);
    if (has === true) return unchanged(plan);
    const bytes = prepared.encoded?.[plan.encoding] ?? cache.peek(keyOf(plan.id, plan.encoding));
    if (c.req.method !== 'HEAD' && has !== 'anything') return bytes ? withBytes(plan, bytes) : null;
    // `If-None-Match: *` is 304 where HEAD is 200 (RFC 9110, 13.1.2): for both it is enough that there is something.
    if (!bytes && prepared.find) await scheduler.wait(c, prepared.find());
    return has ? unchanged(plan) : withBytes(plan, bytes, null);
  }

  async function answer(c: Context, prepared: Prepared): Promise<Response> {
    const plan = planOf(c, build, prepared);
    return (await knownOf(c, prepared, plan)) ?? withBytes(plan, await make(c, prepared, plan));
  }

  async function make(
    c: Context,
    { body, effort = 'usual' }: Prepared,
    { encoding, id }: Plan,
  ): Promise<Buffer> {
    const packed = (plain: Buffer) => pack(c, plain, { encoding, id, effort });
    const plainKey = keyOf(id, 'identity');
    if (typeof body === 'function')
      return packed(
        await scheduler.wait(
          c,
          cache.get(plainKey, async () => bytesOf(await body())),
        ),
      );
    const kept = cache.peek(plainKey);
    if (kept) return packed(kept);
    const made = await requestJob(c, { ...body, key: id, encoding, effort });
    cache.keep(plainKey, made.plain);
    if (made.packed) cache.keep(keyOf(id, made.packed.encoding), made.packed.bytes);
    // Another request may have cached it meanwhile, in another encoding.
    return made.packed?.encoding === encoding ? made.packed.bytes : packed(made.plain);
  }

  /** What is there, in one more encoding. */
  async function pack(
    c: Context,
    plain: Buffer,
    { encoding, id, effort }: Pick<Plan, 'encoding' | 'id'> & { effort: Effort },
  ): Promise<Buffer> {
    if (encoding === 'identity') return plain;
    const key = keyOf(id, encoding);
    const cost = costOfPacking(plain.length, effort);
    if (cost <= LIGHT)
      return scheduler.wait(
        c,
        cache.get(key, () => encode(plain, encoding, effort)),
      );
    const job = { kind: 'packed', input: { bytes: plain, encoding, effort } } as const;
    const made = await requestJob(c, { key, cost, job, encoding: 'identity', effort });
    cache.keep(key, made.plain);
    return made.plain;
  }
  return Object.assign(answer, { known });
}

interface Plan {
  mediaType: string;
  encoding: Encoding;
  etag: string;
  /** The headers that a 304 repeats. */
  common: Record<string, string>;
  /** The cache key of a body, without its encoding. */
  id: string;
}

function planOf(c: Context, build: string, prepared: Omit<Prepared, 'body'>): Plan {
  const { key, mediaType, immutable, headers, vary = [], plain = packed.has(mediaType) } = prepared;
  const encoding = plain ? 'identity' : negotiate(c.req.header('accept-encoding'));
  const parts = [build, mediaType, ...key];
  const etag = etagOf(parts, encoding);
  const common = {
    ...headers,
    ETag: etag,
    Vary: ['Accept-Encoding', ...vary].join(', '),
    'Cache-Control': immutable ? IMMUTABLE : 'public, max-age=0, must-revalidate',
  };
  return { mediaType, encoding, etag, common, id: parts.join('\n') };
}

function keyOf(id: string, encoding: Encoding): string {
  return `${encoding}\n${id}`;
}

function unchanged({ common }: Plan): Response {
  return new Response(null, { status: 304, headers: common });
}

/** RFC 9110 lets a HEAD response omit Content-Length when the body would have to be made to know it. */
function withBytes(
  { mediaType, encoding, common }: Plan,
  bytes: Buffer | undefined,
  body: Buffer | null = bytes ?? null,
): Response {
  return new Response(body as Uint8Array<ArrayBuffer> | null, {
    headers: {
      ...common,
      'Content-Type': mediaType,
      ...(bytes ? { 'Content-Length': String(bytes.length) } : {}),
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    },
  });
}

function bytesOf(body: string | Uint8Array): Buffer {
  if (typeof body === 'string') return Buffer.from(body);
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}
