import type { Drawing } from '@article21/charts';
import { describe, expect, it } from 'vitest';
import { fit } from '../../src/picture/fit.ts';

/** Lays out a drawing of `area` square pixels, and counts how often it was asked to. */
function layingOut(area: number) {
  const widths: number[] = [];
  const layOut = (width: number): Drawing => {
    widths.push(width);
    const nowhere = { markAt: () => null, boxOf: () => null };
    const size = { width, height: Math.ceil(area / width), words: 0 };
    return { option: {}, description: '', ...size, marks: [], ...nowhere };
  };
  return { layOut, widths };
}

describe('a drawing', () => {
  it('without a height is as high as it needs', () => {
    const { layOut } = layingOut(500_000);
    expect(fit(layOut, { width: 1000, height: null })).toMatchObject({
      width: 1000,
      height: 500,
      shown: { width: 1000, height: 500 },
    });
  });

  it.each([50_000, 500_000, 5_000_000])(
    'of %d pixels fills a given size, and never reaches out of it',
    (area) => {
      const { layOut, widths } = layingOut(area);
      const fitted = fit(layOut, { width: 1200, height: 630 });
      expect(fitted?.shown).toEqual({ width: 1200, height: 630 });
      const { drawing, width = 0, height = 0 } = fitted ?? {};
      expect(drawing?.height).toBeLessThanOrEqual(height);
      expect(Math.abs(width / height - 1200 / 630)).toBeLessThan(0.01);
      expect(widths.length).toBeLessThan(8);
    },
  );

  it('is laid out no narrower than a chart can be', () => {
    const { layOut, widths } = layingOut(1000);
    expect(fit(layOut, { width: 400, height: 2000 })?.width).toBeGreaterThanOrEqual(320);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(320);
  });

  it('that nobody could read is none', () => {
    expect(fit(layingOut(20_000_000).layOut, { width: 1200, height: 630 })).toBeNull();
  });
});
