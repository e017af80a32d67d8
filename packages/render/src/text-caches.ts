import LRU from 'zrender/lib/core/LRU.js';

const guarded = Symbol.for('article21.guarded-text-caches');

/**
 * ECharts keeps the widths of texts in a plain object under the text itself. A label `__proto__` would find
 * Object.prototype there and be written into it, which breaks every later chart of the process. With a sign put before
 * each key no text can name what every object has. Doing it twice changes nothing.
 */
export function guardTextCaches(): void {
  const caches: typeof LRU.prototype & { [guarded]?: true } = LRU.prototype;
  if (caches[guarded]) return;
  const { get, put } = caches;
  caches.get = function guardedGet(key) {
    return get.call(this, `·${key}`);
  };
  caches.put = function guardedPut(key, value) {
    return put.call(this, `·${key}`, value);
  };
  caches[guarded] = true;
}
