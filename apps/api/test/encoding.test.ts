import { describe, expect, it } from 'vitest';
import { negotiate } from '../src/encoding.ts';

describe('the encoding of an answer', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['*;q=0.5, br;q=0', 'gzip'],
    ['identity, br;q=0.5', 'identity'],
    ['identity;q=0, *;q=0', 'identity'],
    ['deflate', 'identity'],
    ['br;q=nonsense', 'br'],
    [';;;,,,', 'identity'],
  ])('for %j is %s', (header, encoding) => {
    expect(negotiate(header)).toBe(encoding);
  });
});
