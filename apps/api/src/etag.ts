import { hash } from 'node:crypto';
import type { Encoding } from './encoding.ts';

/**
 * A strong ETag (RFC 9110) of what an answer is made from: known before it is computed. Each encoding has its own,
 * because a strong tag names bytes.
 */
export function etagOf(parts: readonly string[], encoding: Encoding): string {
  const digest = hash('sha256', parts.join('\n'), 'base64url').slice(0, 22);
  return `"${digest}${encoding === 'identity' ? '' : `-${encoding}`}"`;
}

/**
 * Whether an If-None-Match names the tag, or `anything` that there is. Proxies weaken tags, so `W/` is ignored, as the RFC
 * asks.
 */
export function matches(ifNoneMatch: string | undefined, etag: string): boolean | 'anything' {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return 'anything';
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
