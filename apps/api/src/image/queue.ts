/** Does a few pieces of work at a time, and lets a few more wait. */
export interface Queue {
  /** Does the work when its turn comes. Throws what `full` makes, at once, when too many are waiting. */
  add<T>(work: () => Promise<T>): Promise<T>;
}

export interface QueueOptions {
  /** How many are done at a time. */
  atOnce: number;
  /** How many may wait for them. */
  waiting: number;
  full(): Error;
}

/** An empty queue, first come, first served. A piece of work that fails holds up no other. */
export function createQueue({ atOnce, waiting, full }: QueueOptions): Queue {
  const turns: (() => void)[] = [];
  let working = 0;

  /** Whoever is next takes over the place, so that nobody slips in between. */
  function leave(): void {
    const next = turns.shift();
    if (next) next();
    else working -= 1;
  }

  async function enter(): Promise<void> {
    if (working < atOnce) {
      working += 1;
      return;
    }
    if (turns.length >= waiting) throw full();
    await new Promise<void>((resolve) => turns.push(resolve));
  }

  return {
    async add(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
