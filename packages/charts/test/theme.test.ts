import { describe, expect, it } from 'vitest';
import { chartThemes } from '../src/index.ts';

/** The contrast of two colours as WCAG 2 defines it. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe.each(Object.entries(chartThemes))('the %s theme', (_, theme) => {
  it.each(theme.series)('draws %s at least 3:1 against its ground', (colour) => {
    expect(contrast(colour, theme.ground)).toBeGreaterThanOrEqual(3);
  });

  it('writes at least 4.5:1 against its ground', () => {
    for (const colour of [theme.ink, theme.muted, theme.warning])
      expect(contrast(colour, theme.ground)).toBeGreaterThanOrEqual(4.5);
  });
});
