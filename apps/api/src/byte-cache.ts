import { LRUCache } from 'lru-cache';

/** Bytes by key, the least recently used given up first. What is being made is made once for all who wait. */
export interface ByteCache {
  /** What is kept under a key. */
  peek(key: string): Buffer | undefined;
  /** Keeps what was made elsewhere. */
  keep(key: string, bytes: Buffer): void;
  get(key: string, make: () => Promise<Buffer>): Promise<Buffer>;
  /** How many bytes are kept, with their keys. */
  readonly size: number;
}

/** A cache of at most `limit` bytes; what is larger than an eighth of it is not kept. */
export function createByteCache(limit: number): ByteCache {
  const kept = new LRUCache<string, Buffer>({
    maxSize: limit,
    maxEntrySize: limit / 8,
    // A key is as long as who asks writes it. The library takes no size of zero.
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
