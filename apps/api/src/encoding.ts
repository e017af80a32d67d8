import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import { parseAccept } from 'hono/utils/accept';

const encodings = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof encodings)[number];

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * The encoding that a client prefers among ours, and ours among equals: brotli, gzip, none. A client that accepts
 * none of them gets the plain bytes, as RFC 9110 allows.
 */
export function negotiate(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity';
  const stated = new Map(parseAccept(acceptEncoding).map(({ type, q }) => [type.toLowerCase(), q]));
  const others = stated.get('*');
  // Plain bytes are welcome unless they are refused, but less so than anything that is named.
  const weight = (it: Encoding) => stated.get(it) ?? others ?? (it === 'identity' ? Number.EPSILON : 0);
  const best = Math.max(...encodings.map(weight));
  return best > 0 ? (encodings.find((it) => weight(it) === best) ?? 'identity') : 'identity';
}

/** The effort of brotli: the usual one for cached bodies, or one that takes ten times as long for an eighth less. */
const efforts = { usual: 6, high: 10 } as const;
export type Effort = keyof typeof efforts;

/** Encodes bytes. */
export async function encode(bytes: Buffer, encoding: Encoding, effort: Effort = 'usual'): Promise<Buffer> {
  if (encoding === 'identity') return bytes;
  return encoding === 'gzip' ? compressGzip(bytes) : compressBrotli(bytes, brotli(bytes, effort));
}

/** Encodes bytes on the calling thread, for worker threads. */
export function encodeSync(bytes: Buffer, encoding: Encoding, effort: Effort): Buffer {
  if (encoding === 'identity') return bytes;
  return encoding === 'gzip' ? gzipSync(bytes) : brotliCompressSync(bytes, brotli(bytes, effort));
}

function brotli(bytes: Buffer, effort: Effort) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: efforts[effort],
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return { params };
}
