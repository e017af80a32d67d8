import { type Effort, type Encoding, encodeSync } from '../encoding.ts';
import type { Made } from './tools.ts';

/** What was made before, compressed as nobody had asked for it then. */
export async function packed(asked: { bytes: Uint8Array; encoding: Encoding; effort: Effort }): Made {
  const { buffer, byteOffset, byteLength } = asked.bytes;
  return encodeSync(Buffer.from(buffer, byteOffset, byteLength), asked.encoding, asked.effort);
}
