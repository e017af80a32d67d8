import { getRandomValues } from 'node:crypto';

export type KeyedHash = (text: string) => number;

/**
 * HalfSipHash-1-3 of 32 bits (Aumasson and Bernstein, public domain) over the UTF-16 code units. Whoever does not know the key
 * cannot make texts with the same hash on purpose, which would make a table as slow as a list. A new key in each process: a hash is
 * never written anywhere.
 */
export function createKeyedHash(key: Uint32Array = getRandomValues(new Uint32Array(2))): KeyedHash {
  const [key0 = 0, key1 = 0] = key;
  return (text) => {
    let v0 = key0;
    let v1 = key1;
    let v2 = 0x6c796765 ^ key0;
    let v3 = 0x74656462 ^ key1;
    const round = () => {
      v0 = (v0 + v1) | 0;
      v1 = rotate(v1, 5) ^ v0;
      v0 = rotate(v0, 16);
      v2 = (v2 + v3) | 0;
      v3 = rotate(v3, 8) ^ v2;
      v0 = (v0 + v3) | 0;
      v3 = rotate(v3, 7) ^ v0;
      v2 = (v2 + v1) | 0;
      v1 = rotate(v1, 13) ^ v2;
      v2 = rotate(v2, 16);
    };
    const take = (word: number) => {
      v3 ^= word;
      round();
      v0 ^= word;
    };
    const { length } = text;
    for (let at = 0; at + 1 < length; at += 2) take(text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16));
    // The last word has the rest and the length in bytes, so that no text is the beginning of another.
    take((length % 2 === 1 ? text.charCodeAt(length - 1) : 0) | ((2 * length) << 24));
    v2 ^= 0xff;
    for (let i = 0; i < 3; i += 1) round();
    return v1 ^ v3;
  };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
