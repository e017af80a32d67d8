/** A few places, shared out among clients. */
export interface Shares {
  /** Has a client hold a thing, of which one place is enough for all who do; what it answers gives it back. Null: no more. */
  take(client: string, thing: string): (() => void) | null;
}

/**
 * Shares of so many places. A client may have half of what the others leave, and one in any case: so whoever takes all that
 * they can get, alone or as several, leaves room for the next.
 */
export function createShares(places: number): Shares {
  /** How often each client holds each thing. */
  const held = new Map<string, Map<string, number>>();

  function ofOthers(client: string): number {
    const things = [...held].flatMap(([other, own]) => (other === client ? [] : [...own.keys()]));
    return new Set(things).size;
  }

  return {
    take(client, thing) {
      const own = held.get(client) ?? new Map<string, number>();
      const most = Math.max(1, Math.floor((places - ofOthers(client)) / 2));
      if (!own.has(thing) && own.size >= most) return null;
      held.set(client, own.set(thing, (own.get(thing) ?? 0) + 1));
      return () => {
        const left = (own.get(thing) ?? 1) - 1;
        if (left > 0) own.set(thing, left);
        else own.delete(thing);
        if (own.size === 0) held.delete(client);
      };
    },
  };
}
