import type { Job } from '../../src/jobs/index.ts';
import type { Threads } from '../../src/work/threads.ts';

/** Threads that have done a job when they are told so, or at once after `release`. What they make is the text `made`, if none is given. */
export function heldThreads(atOnce: number, made: Partial<Record<Job['kind'], string>> = {}) {
  const started: Job[] = [];
  const ends: (() => void)[] = [];
  let isReleased = false;
  const threads: Threads = {
    atOnce,
    async runJob({ job }) {
      started.push(job);
      if (!isReleased) await new Promise<void>((resolve) => ends.push(resolve));
      // The picture of a page is JSON.
      return {
        plain: Buffer.from(made[job.kind] ?? (job.kind === 'inline' ? 'null' : 'made')),
        packed: null,
      };
    },
    close: async () => {},
  };
  return {
    threads,
    /** The jobs that were begun, in their order. */
    started,
    /** Ends the job that was begun first of those that are not over. */
    end: () => ends.shift()?.(),
    release() {
      isReleased = true;
      for (const end of ends.splice(0)) end();
    },
  };
}
