import { describe, expect, it } from 'vitest';
import { readPixels, sizes } from '../../src/share/looks.ts';

describe('a size of a picture', () => {
  it('is taken where a picture can have it, and a height may be left out', () => {
    expect(readPixels('width', ' 1200 ')).toBe(1200);
    expect(readPixels('height', '')).toBe(null);
    for (const { width, height } of Object.values(sizes)) {
      expect(readPixels('width', String(width))).toBe(width);
      expect(readPixels('height', String(height ?? ''))).toBe(height);
    }
  });

  it.each(['12', '199', '2001', '600.5', '-600', '1e3', 'wide'])('is not taken of “%s”', (text) => {
    expect(readPixels('width', text)).toBeUndefined();
    expect(readPixels('height', text)).toBeUndefined();
  });

  it('has a width, and one at which a chart can be laid out', () => {
    expect(['', '319'].map((text) => readPixels('width', text))).toEqual([undefined, undefined]);
  });
});
