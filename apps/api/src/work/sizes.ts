import type { LoadedSnapshot } from '@article21/answers';
import { NotCounted, type Size, tellSize } from '@article21/cube';
import type { Context } from 'hono';
import { costOfCounting } from './cost.ts';
import type { RequestJob } from './request-job.ts';

/**
 * Reads a question about open snapshots. How large its answer is, which decides what it costs and whether it is refused, is
 * counted by a worker thread where that takes longer than a moment, in turn with all else that its client asks for; then `read`
 * is called again. So it must do nothing but read.
 */
export type ReadSized = <T>(
  c: Context,
  loaded: readonly LoadedSnapshot[],
  read: () => T | Promise<T>,
) => Promise<T>;

/** The most cells that the answering thread looks at to say how large an answer is: a few milliseconds. */
export const MOST_TO_COUNT = 10_000;

export function createReadSized(requestJob: RequestJob): ReadSized {
  async function tell(c: Context, loaded: readonly LoadedSnapshot[], { cube, query, key }: NotCounted) {
    const of = loaded.find((it) => it.cube === cube);
    if (!of) throw new Error('the size of an answer from a snapshot that is not open');
    const job = { kind: 'size', input: { snapshot: of.id, query } } as const;
    const request = { job, encoding: 'identity', effort: 'usual' } as const;
    const { plain } = await requestJob(c, {
      ...request,
      key: `size\n${of.id}\n${key}`,
      cost: costOfCounting(of),
    });
    tellSize(cube, query, JSON.parse(plain.toString('utf8')) as Size);
  }

  return async (c, loaded, read) => {
    for (;;)
      try {
        return await read();
      } catch (error) {
        if (!(error instanceof NotCounted)) throw error;
        await tell(c, loaded, error);
      }
  };
}
