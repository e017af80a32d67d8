/** In milliseconds: until `fresh` a result is answered as it is; until `stale`, while a new one is being made. */
const MAX_AGE_MS = { fresh: 1_000, stale: 10_000 };

/** Answers what an inspection of a snapshot found. */
export type Inspection<T> = (id: string) => Promise<T>;

/**
 * Caches an inspection: fresh for a second, then stale while it is repeated, for ten. It reads files one after another, which
 * takes long on a busy machine, and `/healthz` must not wait for it.
 */
export function createInspection<T>(
  inspect: (id: string) => Promise<T>,
  { now }: { now(): number },
): Inspection<T> {
  let known: { id: string; at: number; found: T } | null = null;
  let pending: { id: string; result: Promise<T> } | null = null;

  async function refresh(id: string): Promise<T> {
    const at = now();
    try {
      const found = await inspect(id);
      known = { id, at, found };
      return found;
    } catch (error) {
      known = null;
      throw error;
    } finally {
      pending = null;
    }
  }

  return (id) => {
    const age = known?.id === id ? now() - known.at : Number.POSITIVE_INFINITY;
    if (known && age < MAX_AGE_MS.fresh) return Promise.resolve(known.found);
    if (pending?.id !== id) pending = { id, result: refresh(id) };
    if (!known || age >= MAX_AGE_MS.stale) return pending.result;
    pending.result.catch(() => {
      // Nothing is cached then: the next caller waits, and gets the error.
    });
    return Promise.resolve(known.found);
  };
}
