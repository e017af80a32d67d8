import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { widths, withinWeight } from '../../src/embed/chart.tsx';

/** Drawings of so many thousand bytes that cannot be compressed. */
function drawings(...thousands: number[]): string {
  const svgs = thousands.map((it, i) => {
    const content = randomBytes(it * 1000).toString('base64');
    return `<svg class="layout-${i}">${content}</svg>`;
  });
  return svgs.join('\n');
}

describe('the drawings of an embed', () => {
  it('are all there where they are light', async () => {
    const all = drawings(3, 4, 5);
    expect(widths).toHaveLength(3);
    expect(await withinWeight(all)).toEqual({ html: all, layouts: 3 });
  });

  it('go without their widest where that is too much, and without the next where that still is', async () => {
    const heavy = await withinWeight(drawings(8, 10, 12));
    expect(heavy.layouts).toBe(2);
    expect([0, 1, 2].map((i) => heavy.html.includes(`layout-${i}`))).toEqual([true, true, false]);
    const heavier = await withinWeight(drawings(14, 14, 14));
    expect(heavier.layouts).toBe(1);
    expect([0, 1, 2].map((i) => heavier.html.includes(`layout-${i}`))).toEqual([true, false, false]);
    expect(heavier.html).toMatch(/<\/svg>\s*$/);
  });

  it('are none where one alone is too heavy, or nothing was drawn', async () => {
    const none = { html: '', layouts: 0 };
    expect(await withinWeight(drawings(40, 1, 1))).toEqual(none);
    expect(await withinWeight('')).toEqual(none);
  });
});
