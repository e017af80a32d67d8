import { LRUCache } from 'lru-cache';

/** Bytes by key, the least recently used given up first. What is being made is made once for all who wait. */
export interface ByteCache {
  /** What is kept under a key. */
  peek(key: string): Buffer | undefined;
  /** Keeps what was made elsewhere. */
  keep(key: string, bytes: Buffer): void;
  get(key: string, make: () => Promise<Buffer>): Promise<Buffer>;
  /** How many bytes are kept. */
  readonly size: number;
}

/** A cache of at most `limit` bytes; what is larger than an eighth of it is not kept. */
export function createByteCache(limit: number): ByteCache {
  const kept = new LRUCache<string, Buffer, () => Promise<Buffer>>({
    maxSize: limit,
    maxEntrySize: limit / 8,
    // The library takes no size of zero.
    sizeCalculation: ({ length }) => Math.max(1, length),
    fetchMethod: (_key, _stale, { context: make }) => make(),
    // Whoever waits for what is being made gets it, also when something else has taken its room meanwhile.
    ignoreFetchAbort: true,
  });
  return {
    get size() {
      return kept.calculatedSize;
    },
    // Of what is only being made there is nothing yet.
    peek: (key) => kept.get(key),
    keep: (key, bytes) => void kept.set(key, bytes),
    get: (key, make) => kept.forceFetch(key, { context: make }),
  };
}
