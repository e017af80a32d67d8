import { packed } from '@article21/contract';
import type { Context } from 'hono';
import { createByteCache } from './byte-cache.ts';
import { type Effort, type Encoding, encode, negotiate } from './encoding.ts';
import { etagOf, matches } from './etag.ts';

/** What can be answered, before it is computed. */
export interface Prepared {
  /** All that the answer depends on, beside the program itself. */
  key: readonly string[];
  mediaType: string;
  /** Whether the same address answers the same bytes for ever. */
  immutable: boolean;
  headers: Readonly<Record<string, string>>;
  /** Further headers of a request that decide about the answer. */
  vary?: readonly string[];
  body(): Promise<string | Uint8Array>;
  /** Encodings that were made before, with more effort than is made here. */
  encoded?: Partial<Record<Encoding, Buffer>>;
  /** How hard it is compressed. */
  effort?: Effort;
}

export type Answer = (c: Context, prepared: Prepared) => Promise<Response>;

const KEPT_BYTES = 64 * 2 ** 20;

/**
 * Answers what was prepared: 304 before anything is computed when the client has it, else bytes that were computed
 * and compressed once. `build` tells the answers of one version of the program from those of another.
 */
export function createAnswer(build: string): Answer {
  const cache = createByteCache(KEPT_BYTES);
  return async (c, { key, mediaType, immutable, headers, vary = [], body, encoded, effort }) => {
    const encoding = packed.has(mediaType) ? 'identity' : negotiate(c.req.header('accept-encoding'));
    const parts = [build, mediaType, ...key];
    const etag = etagOf(parts, encoding);
    const common = {
      ...headers,
      ETag: etag,
      Vary: ['Accept-Encoding', ...vary].join(', '),
      'Cache-Control': immutable
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=0, must-revalidate',
    };
    const known = matches(c.req.header('if-none-match'), etag);
    const unchanged = () => new Response(null, { status: 304, headers: common });
    if (known === true) return unchanged();
    const id = parts.join('\n');
    const plain = () => cache.get(id, async () => bytesOf(await body()));
    const bytes =
      encoded?.[encoding] ??
      (encoding === 'identity'
        ? await plain()
        : await cache.get(`${encoding}\n${id}`, async () => encode(await plain(), encoding, effort)));
    // Only now it is known that there is something at all.
    if (known === 'anything') return unchanged();
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        ...common,
        'Content-Type': mediaType,
        'Content-Length': String(bytes.length),
        ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
      },
    });
  };
}

function bytesOf(body: string | Uint8Array): Buffer {
  if (typeof body === 'string') return Buffer.from(body);
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}
