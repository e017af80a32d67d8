import { type Effort, type Encoding, encodeSync } from '../encoding.ts';
import { changes } from './changes.ts';
import { data } from './data.ts';
import { embed, oembed } from './embed.ts';
import { inline, page } from './page.ts';
import { picture } from './picture.ts';
import { searchIndex, takeSearchIndex } from './search-index.ts';
import { size } from './size.ts';
import { slides } from './slides.ts';
import { bufferOver, type JobOutput, type JobTools } from './tools.ts';

/** The work of worker threads. The input of a job is sent from thread to thread, so it is data and nothing else. */
const jobs = { data, picture, slides, embed, oembed, page, inline, changes, searchIndex, size, packed };

type Jobs = typeof jobs;

/** A kind of work and its input. */
export type Job = { [Kind in keyof Jobs]: { kind: Kind; input: Parameters<Jobs[Kind]>[0] } }[keyof Jobs];

/** A job, and how its result is compressed. */
export interface JobRequest {
  job: Job;
  encoding: Encoding;
  effort: Effort;
  /** Where the job searches: the index of the snapshot's words, as the job of its own made it. */
  index?: { snapshot: string; bytes: Uint8Array };
}

/** What a job made. */
export interface JobResult {
  plain: Buffer;
  /** The same in the encoding that was ordered; null where that is none. */
  packed: { encoding: Encoding; bytes: Buffer } | null;
}

/** Does a job and compresses what it makes. Throws a `HttpProblem` of what cannot be answered. */
export async function runJob(
  { job, encoding, effort, index }: JobRequest,
  tools: JobTools,
): Promise<JobResult> {
  if (index) await takeSearchIndex(index, tools);
  const work = jobs[job.kind] as (input: Job['input'], tools: JobTools) => Promise<string | Uint8Array>;
  const made = await work(job.input, tools);
  const plain =
    typeof made === 'string' ? Buffer.from(made) : Buffer.from(made.buffer, made.byteOffset, made.byteLength);
  const bytes = encoding === 'identity' ? null : encodeSync(plain, encoding, effort);
  return { plain, packed: bytes && { encoding, bytes } };
}

/** An answer that is kept already, in an encoding that was not requested before. */
async function packed(input: { bytes: Uint8Array; encoding: Encoding; effort: Effort }): JobOutput {
  return encodeSync(bufferOver(input.bytes), input.encoding, input.effort);
}
