import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/chart.ts';
import { fit, type Less } from '../../src/layout/fit.ts';
import { SMALLEST } from '../../src/text/measure.ts';

/** Lays out a drawing of `area` square pixels, and counts how often it was asked to. */
function layingOut(area: number) {
  const widths: number[] = [];
  const layOut = (width: number): Drawing => {
    widths.push(width);
    const nowhere = { markAt: () => null, boxOf: () => null };
    const size = { width, height: Math.ceil(area / width), words: 0 };
    return { option: {}, description: '', ...size, marks: [], foot: [], ...nowhere };
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

  it.each([
    [50_000, 8],
    [500_000, 11],
    [5_000_000, 18],
  ])('of %d pixels fills a given size, and never reaches out of it, in less than %d tries', (area, tries) => {
    const { layOut, widths } = layingOut(area);
    const fitted = fit(layOut, { width: 1200, height: 630 });
    expect(fitted?.shown).toEqual({ width: 1200, height: 630 });
    const { drawing, width = 0, height = 0 } = fitted ?? {};
    expect(drawing?.height).toBeLessThanOrEqual(height);
    expect(Math.abs(width / height - 1200 / 630)).toBeLessThan(0.01);
    expect(widths.length).toBeLessThan(tries);
  });

  it('is laid out no narrower than a chart can be', () => {
    const { layOut, widths } = layingOut(1000);
    expect(fit(layOut, { width: 400, height: 2000 })?.width).toBeGreaterThanOrEqual(320);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(320);
  });

  it('of many places has fewer of them instead of smaller letters, and higher plots where there is room', () => {
    const { layOut } = layingOut(0);
    const asked: Less[] = [];
    const list = (width: number, less: Less): Drawing => {
      asked.push(less);
      const { most = 40, stretch = 0 } = less;
      return { ...layOut(width), height: 200 + most * (40 + stretch) };
    };
    const fitted = fit(list, { width: 1200, height: 630 });
    expect(fitted?.less).toEqual({ most: 7, measures: undefined, stretch: 0 });
    expect(1200 / (fitted?.width ?? 0)).toBeGreaterThan(1.2);
    const annotated = (width: number, { most, stretch = 0 }: Less) => ({
      ...layOut(width),
      height: most === undefined ? 900 : 350 + stretch,
    });
    expect(fit(annotated, { width: 1200, height: 630 })?.less).toMatchObject({ most: 12, stretch: 140 });
  });

  it('of many measures has fewer of them at last', () => {
    const { layOut } = layingOut(0);
    const high = (width: number, { measures = 4 }: Less) => ({ ...layOut(width), height: 290 * measures });
    expect(fit(high, { width: 1200, height: 630 })).toMatchObject({ less: { measures: 2 } });
  });

  it('on a slide has less of everything before letters that cannot be read from the last row', () => {
    const { layOut } = layingOut(0);
    const letters = { well: 20, just: 18, largest: 26 };
    const crowded = (width: number, { most = 40, measures = 4, unannotated = false }: Less) => ({
      ...layOut(width),
      height: 100 + measures * (most * 20 + 100) + (unannotated ? 0 : 200),
    });
    const fitted = fit(crowded, { width: 1776, height: 700 }, letters);
    expect((SMALLEST * 1776) / (fitted?.width ?? 0)).toBeGreaterThanOrEqual(18);
    const alone = (width: number, { unannotated = false }: Less) => ({
      ...layOut(width),
      height: unannotated ? 440 : 640,
    });
    expect(fit(alone, { width: 1776, height: 700 }, letters)?.less).toMatchObject({ unannotated: true });
  });

  it('that nobody could read is none', () => {
    expect(fit(layingOut(20_000_000).layOut, { width: 1200, height: 630 })).toBeNull();
  });
});
