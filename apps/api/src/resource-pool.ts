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
  /** Throws where nobody may have it, open or not. */
  refuse?(id: string): Promise<void>;
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

  /** Closes it now, or when nobody uses it any more. */
  async function putAway(id: string, it: Held<T>): Promise<void> {
    held.delete(id);
    failed.add(it);
    await closeFailed(it);
  }

  async function closeFailed(it: Held<T>): Promise<void> {
    if (it.users === 0 && failed.delete(it)) await does.close(it.thing);
  }

  /** However many ask, one thing is opened once at a time. */
  function open(id: string): Promise<void> {
    const going = opening.get(id) ?? openNew(id).finally(() => opening.delete(id));
    opening.set(id, going);
    return going;
  }

  async function take(id: string, order: Order): Promise<Held<T>> {
    let it = held.get(id);
    for (; !it; it = held.get(id)) await order(() => open(id));
    it.users += 1;
    // A Map keeps the order of insertion: what is used moves to the end.
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
      // Whoever asked hears of a failure; here it only matters that it is over.
      const over = () => void working.delete(result);
      result.then(over, over);
      return result;
    },
    drop(ids) {
      for (const [id, it] of [...held]) if (ids.includes(id)) void putAway(id, it);
    },
    peek: (id) => held.get(id)?.thing ?? null,
    async close() {
      // An engine that is closed in the middle of a question may never return.
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
