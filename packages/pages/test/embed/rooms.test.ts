import { describe, expect, it } from 'vitest';
import { widths } from '../../src/embed/chart.ts';
import { layoutStyle, rooms, shownIn } from '../../src/embed/rooms.ts';

/** How much larger or smaller letters are shown than they are laid out: neither a poster nor small print. */
const SCALE = { least: 0.85, most: 1.85 };

describe.each([1, 2, 3])('with %d layouts an embed', (layouts) => {
  const all = Array.from({ length: 761 }, (_, i) => 280 + i);

  it('shows each in letters that can be read', () => {
    for (const room of all) {
      const { layout, width } = shownIn(room, layouts);
      const scale = width / (widths[layout] ?? 0);
      expect(scale, `${room} px`).toBeGreaterThan(layout === 0 ? 0.8 : SCALE.least);
      expect(scale, `${room} px`).toBeLessThan(SCALE.most);
    }
  });

  it('leaves at most a fifth of its room empty, unless it has one alone', () => {
    const most = layouts === 1 ? 0.45 : 0.2;
    for (const room of all) expect(1 - shownIn(room, layouts).width / room).toBeLessThanOrEqual(most);
  });
});

it('the style sheet shows each where it is said to be', () => {
  for (const [i, { from, most, last }] of rooms.entries()) {
    expect(layoutStyle).toContain(`.layout-${i}{max-width:${most}px}`);
    expect(layoutStyle).toContain(`.layout-${i}:last-of-type{max-width:${last}px}`);
    const shown = `(min-width:${from}px){.chart>.layout-${i - 1}:has(+.layout-${i})`;
    expect(layoutStyle.includes(shown)).toBe(i > 0);
  }
});
