/** A few things that are costly to open, kept open while they are used and for a while after. */
export interface ResourcePool<T> {
  /**
   * Takes the thing that is open, or has it opened when `order` says so; it stays open until the work is done. Throws
   * what `full` makes where one more would be too many.
   */
  use<R>(id: string, work: (thing: T) => Promise<R>, order?: Order): Promise<R>;
  /** The thing, where it is open. */
  peek(id: string): T | null;
  /** Closes those of them that are open as soon as nobody uses them; nobody else is given them. */
  drop(ids: readonly string[]): void;
  /** Waits for what is being done, and closes all. */
  close(): Promise<void>;
}

/** Has something opened, now or when its turn comes. Ends when it is open. */
export type Order = (open: () => Promise<void>) => Promise<void>;

export interface ResourcePoolOptions<T> {
  open(id: string): Promise<T>;
  close(thing: T): Promise<void>;
  /** How many stay open when nobody uses them. */
  size: number;
  /** How many there may be, in use and being opened too, beside those that `keeps` names. */
  most: number;
  /** Whether one stays open however long ago it was used. */
  keeps(id: string): boolean;
  /** Whether a failed piece of work tells nothing against the thing itself. */
  forgives(error: unknown): boolean;
  /** The refusal of one too many, while all others are in use. */
  full(): Error;
}

interface Held<T> {
  thing: T;
  users: number;
}

const atOnce: Order = (open) => open();

/** An empty pool. What could not be opened, or failed unforgivably, is opened anew the next time. */
export function createResourcePool<T>({
  size,
  most,
  keeps,
  forgives,
  full,
  ...does
}: ResourcePoolOptions<T>): ResourcePool<T> {
  const held = new Map<string, Held<T>>();
  const opening = new Map<string, Promise<void>>();
  /** What failed, or was dropped, and is still in use by others; nobody else takes it. */
  const failed = new Set<Held<T>>();
  const working = new Set<Promise<unknown>>();

  async function putAway(id: string, it: Held<T>): Promise<void> {
    held.delete(id);
    await does.close(it.thing);
  }

  /** Closes what was used longest ago and is one of too many. What is in use is looked at again when it no longer is. */
  async function putAwaySurplus(): Promise<void> {
    const surplus = Math.max(0, held.size - size);
    const old = [...held].filter(([id]) => !keeps(id)).slice(0, -1);
    const unused = old.slice(0, surplus).filter(([, { users }]) => users === 0);
    await Promise.all(unused.map(([id, it]) => putAway(id, it)));
  }

  function makeRoom(id: string): void {
    if (keeps(id)) return;
    const isFull = () =>
      [...held.keys(), ...opening.keys()].filter((it) => !keeps(it)).length + failed.size >= most;
    for (const [other, it] of [...held])
      if (isFull() && it.users === 0 && !keeps(other)) void putAway(other, it);
    if (isFull()) throw full();
  }

  async function openNew(id: string): Promise<void> {
    if (held.has(id)) return;
    makeRoom(id);
    held.set(id, { thing: await does.open(id), users: 0 });
    await putAwaySurplus();
  }

  /** However many ask, one thing is opened once at a time. */
  function open(id: string): Promise<void> {
    const going = opening.get(id) ?? openNew(id).finally(() => opening.delete(id));
    opening.set(id, going);
    return going;
  }

  async function take(id: string, order: Order): Promise<Held<T>> {
    for (;;) {
      const it = held.get(id);
      if (!it) {
        await order(() => open(id));
        continue;
      }
      it.users += 1;
      // A Map keeps the order of insertion: what is used moves to the end.
      held.delete(id);
      held.set(id, it);
      return it;
    }
  }

  async function workWith<R>(id: string, work: (thing: T) => Promise<R>, order: Order): Promise<R> {
    const it = await take(id, order);
    try {
      return await work(it.thing);
    } catch (error) {
      if (!forgives(error) && held.get(id) === it) {
        held.delete(id);
        failed.add(it);
      }
      throw error;
    } finally {
      it.users -= 1;
      if (it.users === 0 && failed.delete(it)) await does.close(it.thing);
      await putAwaySurplus();
    }
  }

  return {
    use(id, work, order = atOnce) {
      const result = workWith(id, work, order);
      working.add(result);
      // Whoever asked hears of a failure; here it only matters that it is over.
      const over = () => void working.delete(result);
      result.then(over, over);
      return result;
    },
    drop(ids) {
      for (const id of ids) {
        const it = held.get(id);
        if (!it) continue;
        held.delete(id);
        if (it.users > 0) failed.add(it);
        else void does.close(it.thing);
      }
    },
    peek: (id) => held.get(id)?.thing ?? null,
    async close() {
      // An engine that is closed in the middle of a question may never return.
      while (working.size + opening.size > 0) await Promise.allSettled([...working, ...opening.values()]);
      await Promise.all([...held].map(([id, it]) => putAway(id, it)));
    },
  };
}
