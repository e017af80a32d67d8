import { HttpProblem } from '@article21/answers';
import { isStoreUnusable, type Snapshot, type Store } from '@article21/store';

const UNREADABLE = 'the published data cannot be read at the moment';

/**
 * A store of which everything that cannot be read is told as a `HttpProblem`, by whatever method and whenever: what is
 * wrong with a disk is no fault of the program, may pass, and has its cause in the log.
 */
export function readable<T extends Partial<Store>>(store: T): T {
  const { open } = store;
  const all = withProblems(store);
  return open
    ? { ...all, open: async (id: string): Promise<Snapshot> => withProblems(await asProblem(open(id))) }
    : all;
}

/** The same thing, the promises of its methods failing so. */
function withProblems<T extends object>(thing: T): T {
  const entries = Object.entries(thing).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'function' ? (...args: unknown[]) => asProblem(value(...args)) : within(value),
  ]);
  return Object.fromEntries(entries) as T;
}

/** What a thing groups its methods in, as its editions; anything else as it is. */
function within(value: unknown): unknown {
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isGroup && Object.values(value).some((it) => typeof it === 'function') ? withProblems(value) : value;
}

function asProblem<R>(result: R): R {
  if (!(result instanceof Promise)) return result;
  return result.catch((error: unknown) => {
    throw isStoreUnusable(error) ? new HttpProblem('unavailable', UNREADABLE, [], error) : error;
  }) as R;
}
