/** A pool of resources that are slow to open: kept open while in use, and the most recent ones afterwards. */
export interface ResourcePool<T> {
  /**
   * Takes the thing that is open, or has it opened when `order` says so; it stays open until the work is done. Throws
   * what `full` makes where one more would be too many.
   */
  use<R>(id: string, work: (thing: T) => Promise<R>, order?: Order): Promise<R>;
  /** The resource, if it is open. */
  peek(id: string): T | null;
  /** Closes resources as soon as they are unused; until then they are not handed out again. */
  drop(ids: readonly string[]): void;
  /** Waits for work in progress, then closes all. */
  close(): Promise<void>;
}

/** Schedules an opening. Resolves when the resource is open. */
export type Order = (open: () => Promise<void>) => Promise<void>;

export interface ResourcePoolOptions<T> {
  open(id: string): Promise<T>;
  close(thing: T): Promise<void>;
  /** How many stay open when unused. */
  size: number;
  /** The most that may be open, being opened or in use, besides those that `keeps` names. */
  most: number;
  /** Throws if the resource may not be used, open or not. */
  refuse?(id: string): Promise<void>;
  /** Whether it stays open however long it is unused. */
  keeps(id: string): boolean;
  /** Whether an error says nothing about the resource itself. */
  forgives(error: unknown): boolean;
  /** The error when the pool is full and all resources are in use. */
  full(): Error;
}

interface Held<T> {
  thing: T;
  users: number;
}

const atOnce: Order = (open) => open();

/** Creates an empty pool. A resource that failed to open, or whose work failed with any other error, is opened anew the next time. */
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
  /** Resources that failed or were dropped and are still in use; they are not handed out again. */
  const failed = new Set<Held<T>>();
  const working = new Set<Promise<unknown>>();

  async function putAwaySurplus(): Promise<void> {
    await Promise.all(surplusOf(held, size, keeps).map(([id, it]) => putAway(id, it)));
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

  /** Closes it now, or once it is unused. */
  async function putAway(id: string, it: Held<T>): Promise<void> {
    held.delete(id);
    failed.add(it);
    await closeFailed(it);
  }

  async function closeFailed(it: Held<T>): Promise<void> {
    if (it.users === 0 && failed.delete(it)) await does.close(it.thing);
  }

  /** Concurrent requests share one opening. */
  function open(id: string): Promise<void> {
    const going = opening.get(id) ?? openNew(id).finally(() => opening.delete(id));
    opening.set(id, going);
    return going;
  }

  async function take(id: string, order: Order): Promise<Held<T>> {
    let it = held.get(id);
    for (; !it; it = held.get(id)) await order(() => open(id));
    it.users += 1;
    // A Map keeps insertion order: the most recently used is last.
    held.delete(id);
    held.set(id, it);
    return it;
  }

  async function workWith<R>(id: string, work: (thing: T) => Promise<R>, order: Order): Promise<R> {
    if (does.refuse) await does.refuse(id);
    const it = await take(id, order);
    try {
      return await work(it.thing);
    } catch (error) {
      if (!forgives(error) && held.get(id) === it) void putAway(id, it);
      throw error;
    } finally {
      it.users -= 1;
      await closeFailed(it);
      await putAwaySurplus();
    }
  }

  return {
    use(id, work, order = atOnce) {
      const result = workWith(id, work, order);
      working.add(result);
      // The caller gets the error; here it only matters that the work is over.
      const over = () => void working.delete(result);
      result.then(over, over);
      return result;
    },
    drop(ids) {
      for (const [id, it] of [...held]) if (ids.includes(id)) void putAway(id, it);
    },
    peek: (id) => held.get(id)?.thing ?? null,
    async close() {
      // An engine that is closed during a query may never return.
      while (working.size + opening.size > 0) await Promise.allSettled([...working, ...opening.values()]);
      await Promise.all([...held].map(([id, it]) => putAway(id, it)));
    },
  };
}

/** What was used longest ago, is one of too many, and is not in use; what is, is looked at again when it no longer is. */
function surplusOf<T>(
  held: ReadonlyMap<string, Held<T>>,
  size: number,
  keeps: (id: string) => boolean,
): [id: string, it: Held<T>][] {
  const surplus = Math.max(0, held.size - size);
  const old = [...held].filter(([id]) => !keeps(id)).slice(0, -1);
  return old.slice(0, surplus).filter(([, { users }]) => users === 0);
}
