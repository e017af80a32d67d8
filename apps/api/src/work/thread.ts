import { getPriority, setPriority } from 'node:os';
import { HttpProblem } from '@article21/answers';
import { words } from '@article21/messages';
import { isShared, openStoreAt } from '@article21/store';
import { workerData } from 'piscina';
import { runJob } from '../jobs/index.ts';
import { type JobTools, loadedOnce } from '../jobs/tools.ts';
import { readable } from '../readable.ts';
import { createSnapshots } from '../snapshots.ts';
import { createEngineCalls } from './engine-calls.ts';
import { pass } from './passed-error.ts';
import type { Performed, Sent, ThreadSettings } from './threads.ts';

// The program of a thread that does jobs. On Linux the priority is the thread's own: whoever answers at once goes first.
if (process.platform === 'linux') setPriority(Math.min(19, getPriority() + 10));

const { location, baseUrl, index, engineCalls } = workerData as ThreadSettings;
const store = openStoreAt(location);
const tools: JobTools = {
  snapshots: createSnapshots(readable(createEngineCalls(engineCalls).guard(store)), {
    now: () => performance.now(),
    open: 2,
  }),
  words,
  baseUrl,
  index,
  renderer: loadedOnce,
};

/** Does a job. A refusal and an error are answers, too, because what is passed on between threads is no longer the error that it was. */
export async function runJobInThread({ seals, known, ...request }: Sent): Promise<Performed> {
  store.hold(seals);
  if (known !== null && isShared(store)) store.hear(known);
  try {
    return { made: await runJob(request, tools) };
  } catch (error) {
    if (!(error instanceof HttpProblem)) return { failed: pass(error) };
    const { kind, message, issues, cause } = error;
    return { refused: { kind, message, issues }, cause: pass(cause) };
  }
}
