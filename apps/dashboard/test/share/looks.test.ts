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

  it.each(['', '12', '319', '2001', '600.5', '-600', '1e3', 'wide'])('is not taken of “%s”', (text) => {
    expect(readPixels('width', text)).toBeUndefined();
    if (text !== '') expect(readPixels('height', text === '319' ? '199' : text)).toBeUndefined();
  });
});
