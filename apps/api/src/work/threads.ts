import { availableParallelism } from 'node:os';
import { HttpProblem } from '@article21/answers';
import { snapshotIdPattern } from '@article21/model';
import { isShared, type SharedStore, type State, type Store, type StoreLocation } from '@article21/store';
import { Piscina } from 'piscina';
import type { Encoding } from '../encoding.ts';
import { type Job, type JobRequest, type JobResult, runJob } from '../jobs/index.ts';
import type { JobTools } from '../jobs/tools.ts';
import { createEngineCalls } from './engine-calls.ts';
import { type PassedError, received } from './passed-error.ts';
import { ClientLeft } from './refused.ts';

/** A job on its way to a thread, with what this one knows: both must read the same snapshots. */
export interface Sent extends JobRequest {
  /** Of the snapshots that it names. */
  seals: Record<string, string>;
  /** What a database says is served, which a thread does not ask itself: it may be away. Null of a folder. */
  known: State | null;
}

/** Where jobs are done. */
export interface Threads {
  /** How many at a time. */
  atOnce: number;
  /** What a job makes. Throws a `HttpProblem` as the job does. */
  runJob(request: JobRequest): Promise<JobResult>;
  /** Gives up what is being done. */
  close(): Promise<void>;
}

/** What a thread is told when it starts, and what it answers for each job. */
export interface ThreadSettings {
  location: StoreLocation;
  baseUrl: string;
  /** The built page of the dashboard; null where it is not served. */
  index: string | null;
  /** Of `EngineCalls`. */
  engineCalls: SharedArrayBuffer;
}

export type Performed =
  | { made: { plain: Uint8Array; packed: { encoding: Encoding; bytes: Uint8Array } | null } }
  | { refused: Pick<HttpProblem, 'kind' | 'message' | 'issues'>; cause: PassedError['cause'] }
  | { failed: PassedError['cause'] };

/**
 * Two at least, so that what takes long never keeps what takes little waiting. Three at most: each may wait for one of Node's
 * four threads for files, of which one stays for whoever answers.
 */
const AT_ONCE = Math.min(3, Math.max(2, availableParallelism() - 1));
/** Megabytes of JavaScript's own memory: one that needs more fails alone, and another takes its place. */
const MOST_MEMORY = 768;

/** Threads that run the program at `path`, `thread.ts` as it was built. */
export function createThreads(
  path: string,
  settings: Omit<ThreadSettings, 'engineCalls'>,
  store: Store | SharedStore,
  { atOnce = AT_ONCE, mostMemory = MOST_MEMORY } = {},
): Threads {
  const engineCalls = createEngineCalls();
  const pool = new Piscina({
    filename: path,
    name: 'runJobInThread' satisfies keyof typeof import('./thread.ts'),
    minThreads: atOnce,
    maxThreads: atOnce,
    // A thread that blocks until it has work could not close what it no longer needs.
    atomics: 'disabled',
    workerData: { ...settings, engineCalls: engineCalls.shared } satisfies ThreadSettings,
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  let closing: Promise<void> | null = null;
  const end = async () => {
    // Without a limit of its own: the program ends within ten seconds whatever is still at work.
    await engineCalls.end();
    await pool.destroy();
  };
  return {
    atOnce,
    async runJob(request) {
      const seals = store.seals(snapshotsOf(request.job));
      const sent: Sent = { ...request, seals, known: isShared(store) ? store.known() : null };
      // Threads are ended after all who asked have been answered.
      const unlessEnding = (error: unknown) => (closing ? new ClientLeft() : error);
      const done = (await pool.run(sent).catch((error: unknown) => {
        throw unlessEnding(error);
      })) as Performed;
      if ('made' in done) {
        const { plain, packed } = done.made;
        return { plain: bufferOf(plain), packed: packed && { ...packed, bytes: bufferOf(packed.bytes) } };
      }
      if ('failed' in done) throw unlessEnding(received(done.failed));
      const { kind, message, issues } = done.refused;
      throw new HttpProblem(kind, message, issues, received(done.cause));
    },
    close() {
      closing ??= end();
      return closing;
    },
  };
}

/** Jobs done by the thread that asks for them: where there is no program to start others with, as in tests. */
export function createLocalThread(tools: JobTools): Threads {
  return { atOnce: 2, runJob: (request) => runJob(request, tools), close: async () => {} };
}

const everyId = new RegExp(snapshotIdPattern, 'g');

/** The snapshots that a job names, wherever in its texts: of a presentation, of a comparison. Bytes name none. */
export function snapshotsOf(job: Job): string[] {
  const found: string[] = [];
  const look = (value: unknown): void => {
    if (typeof value === 'string') found.push(...(value.match(everyId) ?? []));
    else if (ArrayBuffer.isView(value)) return;
    else if (typeof value === 'object' && value !== null) for (const it of Object.values(value)) look(it);
  };
  look(job.input);
  return found;
}

/** Between threads a Buffer becomes an array of bytes. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
