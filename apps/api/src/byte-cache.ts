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
  const kept = new Map<string, Buffer>();
  const making = new Map<string, Promise<Buffer>>();
  let size = 0;

  function keep(key: string, bytes: Buffer): void {
    if (bytes.length > limit / 8) return;
    size += bytes.length - (kept.get(key)?.length ?? 0);
    kept.set(key, bytes);
    for (const [oldest, { length }] of kept) {
      if (size <= limit) return;
      kept.delete(oldest);
      size -= length;
    }
  }

  function peek(key: string): Buffer | undefined {
    const found = kept.get(key);
    if (!found) return undefined;
    // A Map keeps the order of insertion: what is used moves to the end.
    kept.delete(key);
    kept.set(key, found);
    return found;
  }

  async function start(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    try {
      const bytes = await make();
      keep(key, bytes);
      return bytes;
    } finally {
      making.delete(key);
    }
  }

  return {
    get size() {
      return size;
    },
    peek,
    keep,
    async get(key, make) {
      const found = peek(key);
      if (found) return found;
      const started = making.get(key) ?? start(key, make);
      making.set(key, started);
      return started;
    },
  };
}
