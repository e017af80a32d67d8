import { type Effort, type Encoding, encodeSync } from '../encoding.ts';
import { bufferOver, type JobOutput } from './tools.ts';

/** An answer that is kept already, in an encoding that was not input for before. */
export async function packed(input: { bytes: Uint8Array; encoding: Encoding; effort: Effort }): JobOutput {
  return encodeSync(bufferOver(input.bytes), input.encoding, input.effort);
}
