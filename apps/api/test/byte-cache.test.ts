import { describe, expect, it } from 'vitest';
import { createByteCache } from '../src/byte-cache.ts';

const made = (bytes: number) => async () => Buffer.alloc(bytes);
const never = async (): Promise<Buffer> => {
  throw new Error('made again');
};

describe('a cache of bytes', () => {
  it('makes once what several wait for', async () => {
    const cache = createByteCache(1000);
    let times = 0;
    const make = async () => Buffer.from(String(++times));
    const all = await Promise.all([cache.get('a', make), cache.get('a', make), cache.get('a', make)]);
    expect(all.map(String)).toEqual(['1', '1', '1']);
    expect(String(await cache.get('a', never))).toBe('1');
  });

  it('never keeps more than its limit, and gives up first what was used longest ago', async () => {
    const cache = createByteCache(808);
    for (const key of 'abcdefgh') await cache.get(key, made(100));
    await cache.get('a', never);
    await cache.get('i', made(100));
    expect(cache.size).toBe(808);
    await cache.get('a', never);
    await expect(cache.get('b', never)).rejects.toThrow('made again');
  });

  it('counts keys, which may be longer than what is kept', async () => {
    const cache = createByteCache(8_000);
    for (const letter of 'abcdefghijkl') cache.keep(letter.repeat(800), Buffer.alloc(10));
    expect(cache.size).toBeLessThanOrEqual(8_000);
    expect(cache.peek('a'.repeat(800))).toBeUndefined();
    expect(cache.peek('l'.repeat(800))).toHaveLength(10);
  });

  it('does not give up everything for one that is large', async () => {
    const cache = createByteCache(808);
    await cache.get('a', made(100));
    expect((await cache.get('large', made(700))).length).toBe(700);
    expect(cache.size).toBe(101);
    await cache.get('a', never);
  });

  it('keeps no failure', async () => {
    const cache = createByteCache(1000);
    await expect(cache.get('a', never)).rejects.toThrow('made again');
    expect((await cache.get('a', made(1))).length).toBe(1);
  });
});
