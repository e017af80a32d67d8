/** Finds what was there before. Keeps numbers of 53 bits instead of texts: there may be a million. */
export interface Twins {
  /** The row that has the same key, where there was one before; else null. */
  seen(key: string, row: number): number | null;
}

export function createTwins(): Twins {
  const rows = new Map<number, number>();
  return {
    seen(key, row) {
      const hash = hashOf(key);
      const first = rows.get(hash);
      if (first === undefined) rows.set(hash, row);
      return first ?? null;
    },
  };
}

/** cyrb53 (public domain, by bryc): of a million different texts, two share a number once in ten thousand times. */
function hashOf(text: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
