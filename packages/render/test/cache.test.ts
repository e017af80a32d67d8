import { describe, expect, it } from 'vitest';
import { createCache, createImageCache } from '../src/cache.ts';

const fail = () => {
  throw new Error('made again');
};

describe('a cache of images', () => {
  it('gives the same image again without making it', () => {
    const cache = createImageCache();
    const image = new Uint8Array(3);
    expect(cache.remember('a', () => image)).toBe(image);
    expect(cache.remember('a', fail)).toBe(image);
    expect(cache.get('b')).toBeUndefined();
  });

  it('counts bytes, of the keys too, and never holds more than it may', () => {
    const cache = createImageCache(1000);
    for (let i = 0; i < 100; i++) {
      cache.set(`svg ${i}`, 'x'.repeat(50));
      cache.set(`png ${i}`, new Uint8Array(100));
      expect(cache.bytes).toBeLessThanOrEqual(1000);
    }
    expect(cache.bytes).toBe(4 * (12 + 100) + 4 * (12 + 100));
  });

  it('forgets first what was asked for longest ago', () => {
    const cache = createCache<number>(300, () => 98);
    for (const key of ['a', 'b', 'c']) cache.set(key, 1);
    expect(cache.get('a')).toBe(1);
    cache.set('d', 1);
    expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key))).toEqual([1, undefined, 1, 1]);
  });

  it('does not keep what is larger than itself, nor an older value under its key', () => {
    const cache = createImageCache(100);
    cache.set('a', 'small');
    cache.set('a', 'x'.repeat(100));
    expect(cache.get('a')).toBeUndefined();
    expect(cache.bytes).toBe(0);
  });

  it('keeps nothing of what could not be made', () => {
    const cache = createImageCache();
    expect(() => cache.remember('a', fail)).toThrow('made again');
    expect(cache.remember('a', () => 'now')).toBe('now');
  });

  it('takes a key that every object has for a key', () => {
    const cache = createImageCache();
    expect(cache.remember('__proto__', () => 'image')).toBe('image');
    expect(cache.get('constructor')).toBeUndefined();
  });
});
