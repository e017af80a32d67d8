/**
 * Keeps a value as the most recently used of a map, and gives up the least recently used ones while there are too many.
 * It stands in for `lru-cache` where code is also loaded by a browser: that would be 5 kB more.
 */
export function keepRecent<Key, Value>(
  kept: Map<Key, Value>,
  key: Key,
  value: Value,
  isFull: (kept: ReadonlyMap<Key, Value>) => boolean,
): Value {
  // A Map keeps the order of insertion.
  kept.delete(key);
  kept.set(key, value);
  for (const leastRecent of kept.keys()) {
    if (!isFull(kept)) break;
    kept.delete(leastRecent);
  }
  return value;
}
