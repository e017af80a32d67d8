import { expect, test } from 'vitest';
import { createKeyedHash } from '../src/keyed-hash.ts';

const texts = Array.from({ length: 4_096 }, (_, i) => `record-${i}`);

test('one key gives one hash, another key another, so that nobody can foresee it', () => {
  const [a, again, b] = [new Uint32Array([1, 2]), new Uint32Array([1, 2]), new Uint32Array([1, 3])].map(
    (key) => texts.map(createKeyedHash(key)),
  );
  expect(again).toEqual(a);
  expect(texts.filter((_, i) => a?.[i] === b?.[i])).toEqual([]);
  expect(texts.map(createKeyedHash())).not.toEqual(texts.map(createKeyedHash()));
});

test('texts that differ in one letter, in their length or in zeros have other hashes', () => {
  const hashOf = createKeyedHash(new Uint32Array([7, 11]));
  const alike = [
    '',
    '\0',
    '\0\0',
    '\0\0\0',
    'a',
    'a\0',
    'b',
    'ab',
    'ba',
    'aba',
    'ab\0',
    'ұ',
    'ү',
    '🙂',
    '🙃',
  ];
  expect(new Set(alike.map(hashOf)).size).toBe(alike.length);
  expect(new Set(texts.map(hashOf)).size).toBe(texts.length);
});

test('each bit of a hash is set in about half of them', () => {
  const hashes = texts.map(createKeyedHash(new Uint32Array([7, 11])));
  const shares = Array.from(
    { length: 32 },
    (_, bit) => hashes.filter((it) => (it >>> bit) & 1).length / texts.length,
  );
  expect(shares.filter((share) => Math.abs(share - 0.5) > 0.04)).toEqual([]);
});
