import { LRUCache } from 'lru-cache';

/** An LRU cache of bytes. Concurrent requests for a missing key share one computation. */
export interface ByteCache {
  /** The cached bytes of a key. */
  peek(key: string): Buffer | undefined;
  /** Stores bytes made elsewhere. */
  keep(key: string, bytes: Buffer): void;
  get(key: string, make: () => Promise<Buffer>): Promise<Buffer>;
  /** The size of the cache in bytes, with its keys. */
  readonly size: number;
}

/** A cache of at most `limit` bytes; entries larger than an eighth of it are not stored. */
export function createByteCache(limit: number): ByteCache {
  const kept = new LRUCache<string, Buffer>({
    maxSize: limit,
    maxEntrySize: limit / 8,
    // The client decides how long a key is. The library does not accept a size of zero.
    sizeCalculation: ({ length }, key) => Math.max(1, length + key.length),
  });
  const making = new Map<string, Promise<Buffer>>();

  async function make(key: string, work: () => Promise<Buffer>): Promise<Buffer> {
    try {
      const bytes = await work();
      kept.set(key, bytes);
      return bytes;
    } finally {
      making.delete(key);
    }
  }

  return {
    get size() {
      return kept.calculatedSize;
    },
    peek: (key) => kept.get(key),
    keep: (key, bytes) => void kept.set(key, bytes),
    get(key, work) {
      const found = kept.get(key);
      if (found) return Promise.resolve(found);
      const going = making.get(key);
      if (going) return going;
      const made = make(key, work);
      making.set(key, made);
      return made;
    },
  };
}
