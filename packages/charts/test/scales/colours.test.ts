import { exactly, measureIds } from '@article21/model';
import { converter } from 'culori';
import { describe, expect, it } from 'vitest';
import { chartThemes } from '../../src/index.ts';
import { shadesOf } from '../../src/scales/colour-steps.ts';
import { inkOn, mix } from '../../src/theme.ts';
import { plotFor } from '../fixtures/context.ts';
import { byCity } from '../fixtures/counts.ts';

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe('steps of colour', () => {
  it('are at most six, at round numbers, and all from the first to the last that are used are explained', () => {
    const context = plotFor(byCity);
    const key = (...numbers: number[]) =>
      shadesOf(numbers.map(exactly), 'detentions', context).key.map((it) => it.text);
    expect(key(1, 2, 5, 13)).toEqual(['1', '2–4', '5–9', '10–13']);
    expect(key(1, 770)).toEqual(['1–2', '3–9', '10–29', '30–99', '100–299', '300–770']);
    expect(key(60, 770)).toEqual(['30–99', '100–299', '300–770']);
    expect(key(5, 12_345)[0]).toBe('1–9');
    expect(key(30)).toEqual([]);
    expect(key()).toEqual([]);
    for (const most of [1, 9, 100, 12_345, 10_000_000]) {
      const all = key(...Array.from({ length: 400 }, (_, i) => 1 + Math.floor((most * i) / 399)));
      expect(all.length).toBeLessThanOrEqual(6);
    }
  });

  it('grow darker with the least that is stated, and leave unnumbered reports without any', () => {
    const estimates = [1, 3, 7, 15].map(exactly);
    const { fill } = shadesOf(estimates, 'detentions', plotFor(byCity));
    const steps = estimates.map((it) => luminance(fill(it)));
    for (const [i, step] of steps.slice(1).entries()) expect(step).toBeLessThan((steps[i] ?? 0) - 0.02);
    expect(fill({ low: 0, high: 0, approximate: false, unnumbered: 2 })).toBe(chartThemes.light.ground);
  });

  it.each(['light', 'dark'] as const)('differ equally to the eye, in the %s theme', (theme) => {
    const lightness = converter('oklab');
    for (const measure of measureIds) {
      const plot = plotFor(byCity, { theme });
      const { key } = shadesOf([1, 2, 5, 10, 20].map(exactly), measure, plot);
      const steps = key.map(({ fill }) => lightness(fill)?.l ?? Number.NaN);
      const apart = steps.slice(1).map((step, i) => step - (steps[i] ?? 0));
      for (const distance of apart) expect(distance / (apart[0] ?? 1)).toBeCloseTo(1, 0.7);
      expect(Math.abs(apart[0] ?? 0)).toBeGreaterThan(0.08);
    }
  });

  it.each(['light', 'dark'] as const)(
    'carry letters of at least 4.5:1, the darkest of at least 5:1, in the %s theme',
    (theme) => {
      for (const measure of measureIds) {
        const { fill } = shadesOf([1, 2, 5, 10, 20].map(exactly), measure, plotFor(byCity, { theme }));
        for (const n of [0, 1, 2, 5, 10, 20]) {
          const colour = fill(exactly(n));
          const least = n === 20 ? 5 : 4.5;
          expect(contrast(colour, inkOn(colour, chartThemes[theme]))).toBeGreaterThanOrEqual(least);
        }
      }
    },
  );
});

it('a mixture begins and ends with its colours', () => {
  expect(mix('#000000', '#ffffff', 0)).toBe('#000000');
  expect(mix('#000000', '#ffffff', 1)).toBe('#ffffff');
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
});
