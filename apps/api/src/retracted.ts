import { HttpProblem, retractedProblem } from '@article21/answers';
import type { Retractions, Store } from '@article21/store';

/** The snapshots that were retracted, as far as is known; a retraction is seen within `believe` milliseconds. */
export interface Retracted {
  /** Throws a `HttpProblem` on one that was, with `current` for where to go on. */
  refuse(id: string, current: string | null): Promise<void>;
  /** How often it was another set than before: what was answered earlier may be gone. */
  changes(): number;
  /** Whether it was looked for so lately that it is believed. */
  isFresh(): boolean;
  /** Looks for it. */
  renew(): Promise<void>;
}

export function createRetracted(
  store: Pick<Store, 'retractions'>,
  { now, believe, forget }: { now(): number; believe: number; forget(ids: readonly string[]): void },
): Retracted {
  let known: { retractions: Retractions; at: number } | null = null;
  let asking: Promise<Retractions> | null = null;
  let changes = 0;

  async function ask(): Promise<Retractions> {
    const retractions = await store.retractions().catch((cause: unknown) => {
      if (cause instanceof HttpProblem) throw cause;
      throw new HttpProblem('unavailable', 'it cannot be read what was retracted', [], cause);
    });
    // What was retracted stays so: another number is another set.
    if (known && known.retractions.size !== retractions.size) changes += 1;
    known = { retractions, at: now() };
    forget([...retractions.keys()]);
    return retractions;
  }

  const isFresh = () => known !== null && now() - known.at < believe;

  function look(): Promise<Retractions> {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  }

  return {
    async refuse(id, current) {
      const retractions = known && isFresh() ? known.retractions : await look();
      const it = retractions.get(id);
      if (it === 'damaged')
        throw new HttpProblem(
          'unavailable',
          `snapshot ${id} was retracted, and it cannot be read why`,
          [],
          new Error(`the tombstone of ${id} is damaged`),
        );
      if (it) throw retractedProblem(it, current);
    },
    changes: () => changes,
    isFresh,
    async renew() {
      await look();
    },
  };
}
