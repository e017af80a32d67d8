import { setTimeout as pause } from 'node:timers/promises';
import type { Snapshot, Store } from '@article21/store';

type Guarded = Pick<Store, 'current' | 'open' | 'problems' | 'retractions'>;

/** What the engines of all threads are being asked, which the thread that ends the others must know. */
export interface EngineCalls {
  /** Goes to each thread when it starts. */
  shared: SharedArrayBuffer;
  /** A store whose snapshots count what they ask their engine, and ask nothing more once it is to end. */
  guard(store: Guarded): Guarded;
  /** Lets no engine be asked from now on, and waits until none is. */
  end(): Promise<void>;
}

const ENDING = 0;
const ASKED = 1;
const POLL_MS = 5;

/**
 * Counts what engines are asked. They are native code, which ends the whole process with an error where it answers a
 * thread that is gone: so no thread is ended while its engine is at work.
 */
export function createEngineCalls(
  shared = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT),
): EngineCalls {
  const numbers = new Int32Array(shared);

  async function counted<T>(ask: () => Promise<T>): Promise<T> {
    Atomics.add(numbers, ASKED, 1);
    try {
      // After it is counted: whoever ends the threads looks at it the other way round.
      if (Atomics.load(numbers, ENDING) === 1) throw new Error('the threads are being ended');
      return await ask();
    } finally {
      Atomics.sub(numbers, ASKED, 1);
    }
  }

  function guarded(snapshot: Snapshot): Snapshot {
    return {
      ...snapshot,
      records: (filter) => counted(() => snapshot.records(filter)),
      record: (id) => counted(() => snapshot.record(id)),
      parquet: (records) => counted(() => snapshot.parquet(records)),
    };
  }

  return {
    shared,
    guard: (store) => ({
      current: () => store.current(),
      problems: () => store.problems(),
      retractions: () => store.retractions(),
      open: async (id) => guarded(await counted(() => store.open(id))),
    }),
    async end() {
      Atomics.store(numbers, ENDING, 1);
      while (Atomics.load(numbers, ASKED) > 0) await pause(POLL_MS);
    },
  };
}
