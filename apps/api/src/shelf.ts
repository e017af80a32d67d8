/** A few things that are costly to open, kept open while they are used and for a while after. */
export interface Shelf<T> {
  /** Opens a thing, or takes the one that is open; it stays open until the work is done. */
  use<R>(id: string, work: (thing: T) => Promise<R>): Promise<R>;
  /** Waits for what is being done, and closes all. */
  close(): Promise<void>;
}

export interface ShelfOptions<T> {
  open(id: string): Promise<T>;
  close(thing: T): Promise<void>;
  /** How many stay open when nobody uses them. */
  size: number;
  /** Whether one stays open however long ago it was used. */
  keeps(id: string): boolean;
  /** Whether a failed piece of work tells nothing against the thing itself. */
  forgives(error: unknown): boolean;
}

interface Held<T> {
  thing: Promise<T>;
  users: number;
  dropped: boolean;
}

/** An empty shelf. What could not be opened, or failed unforgivably, is opened anew the next time. */
export function createShelf<T>({ open, close, size, keeps, forgives }: ShelfOptions<T>): Shelf<T> {
  const held = new Map<string, Held<T>>();
  const working = new Set<Promise<unknown>>();

  async function put(it: Held<T>): Promise<void> {
    const thing = await it.thing.catch(() => null);
    if (thing !== null) await close(thing);
  }

  function drop(id: string, it: Held<T>): void {
    held.delete(id);
    it.dropped = true;
    if (it.users === 0) void put(it);
  }

  function take(id: string): Held<T> {
    const it = held.get(id) ?? { thing: open(id), users: 0, dropped: false };
    it.users += 1;
    // A Map keeps the order of insertion: what is used moves to the end.
    held.delete(id);
    held.set(id, it);
    for (const [oldest, other] of held)
      if (held.size > size && oldest !== id && !keeps(oldest)) drop(oldest, other);
    return it;
  }

  async function workWith<R>(id: string, work: (thing: T) => Promise<R>): Promise<R> {
    const it = take(id);
    try {
      return await work(await it.thing);
    } catch (error) {
      if (!forgives(error) && held.get(id) === it) drop(id, it);
      throw error;
    } finally {
      it.users -= 1;
      if (it.dropped && it.users === 0) await put(it);
    }
  }

  return {
    use(id, work) {
      const result = workWith(id, work);
      working.add(result);
      // Whoever asked hears of a failure; here it only matters that it is over.
      const over = () => void working.delete(result);
      result.then(over, over);
      return result;
    },
    async close() {
      // An engine that is closed in the middle of a question may never return.
      while (working.size > 0) await Promise.allSettled(working);
      const all = [...held.values()];
      held.clear();
      await Promise.all(all.map(put));
    },
  };
}
