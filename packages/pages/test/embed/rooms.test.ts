import { describe, expect, it } from 'vitest';
import { widths } from '../../src/embed/chart.tsx';
import { layoutStyle, rooms, shownIn } from '../../src/embed/rooms.ts';

/** How much larger or smaller letters are shown than they are laid out: neither a poster nor small print. */
const SCALE = { least: 0.85, most: 1.45 };

const all = Array.from({ length: 761 }, (_, i) => 280 + i);

describe('an embed', () => {
  it('shows each layout in letters that can be read', () => {
    for (const room of all) {
      const { layout, width } = shownIn(room);
      const scale = width / (widths[layout] ?? 0);
      expect(scale, `${room} px`).toBeGreaterThan(layout === 0 ? 0.8 : SCALE.least);
      expect(scale, `${room} px`).toBeLessThan(SCALE.most);
    }
  });

  it('fills its room', () => {
    for (const room of all) expect(shownIn(room).width).toBe(room);
  });
});

it('the style sheet shows each where it is said to be', () => {
  for (const [i, { from, most }] of rooms.entries()) {
    expect(layoutStyle).toContain(`.layout-${i}{max-width:${most}px}`);
    const shown = `(min-width:${from}px){.chart>.layout-${i - 1}{display:none}.chart>.layout-${i}{display:block}}`;
    expect(layoutStyle.includes(shown)).toBe(i > 0);
  }
});
