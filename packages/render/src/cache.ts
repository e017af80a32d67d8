/** Keeps what was made, up to a number of bytes, and forgets first what was asked for longest ago. */
export interface Cache<Value> {
  get(key: string): Value | undefined;
  /** A value larger than the whole cache is not kept. */
  set(key: string, value: Value): void;
  /** The value of a key; made, and kept, when it is not there. What `make` throws is not kept. */
  remember(key: string, make: () => Value): Value;
  /** The sum of what is kept, keys included. */
  readonly bytes: number;
}

/** Finished images by a key that names everything they depend on: the canonical query, the snapshot, the size. */
export type ImageCache = Cache<string | Uint8Array>;

/** A cache for finished images; 64 MiB unless told otherwise. */
export function createImageCache(maxBytes = 64 * 2 ** 20): ImageCache {
  return createCache(maxBytes, (image) => (typeof image === 'string' ? bytesOf(image) : image.byteLength));
}

/** Text takes two bytes for each UTF-16 unit as soon as one of them is not Latin. */
export function bytesOf(text: string): number {
  return text.length * 2;
}

/** A cache for anything whose size can be told. */
export function createCache<Value>(maxBytes: number, sizeOf: (value: Value) => number): Cache<Value> {
  const entries = new Map<string, { value: Value; size: number }>();
  let bytes = 0;

  const remove = (key: string): void => {
    bytes -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  };
  const get = (key: string): Value | undefined => {
    const entry = entries.get(key);
    if (!entry) return undefined;
    // A Map keeps the order of insertion: put in again, it is the last to go.
    entries.delete(key);
    entries.set(key, entry);
    return entry.value;
  };
  const set = (key: string, value: Value): void => {
    remove(key);
    const size = bytesOf(key) + sizeOf(value);
    if (size > maxBytes) return;
    entries.set(key, { value, size });
    bytes += size;
    for (const oldest of entries.keys()) {
      if (bytes <= maxBytes) break;
      remove(oldest);
    }
  };
  const remember = (key: string, make: () => Value): Value => {
    const known = get(key);
    if (known !== undefined) return known;
    const value = make();
    set(key, value);
    return value;
  };
  return {
    get,
    set,
    remember,
    get bytes() {
      return bytes;
    },
  };
}
