import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { createRenderer } from '../src/index.ts';
import { withoutWords } from '../src/words.ts';
import { stacked } from './options.ts';

const renderer = createRenderer();
const frame = { width: 600, height: 400, title: 'Title', description: 'Description', language: 'ru' };
const svg = renderer.svg(stacked, frame);
const words = {
  graphic: { elements: [{ type: 'text', left: 10, top: 10, style: { text: 'Әә Ғғ', fontSize: 40 } }] },
};

/** How many pixels are darker than a mid grey. */
function dark(png: Uint8Array): number {
  const { data, channels } = decode(png);
  let count = 0;
  for (let i = 0; i < data.length; i += channels)
    if ((data[i] ?? 255) < 128 && (data[i + 3] ?? 0) > 128) count += 1;
  return count;
}

describe('a PNG', () => {
  it.each([1, 2, 3] as const)('at %d× has so many pixels for each of the picture', (scale) => {
    const { width, height } = decode(renderer.png(svg, { scale }));
    expect([width, height]).toEqual([600 * scale, 400 * scale]);
  });

  it('has the same bytes every time, also when it is made beside the event loop', async () => {
    const first = renderer.png(svg, { scale: 2 });
    expect(renderer.png(svg, { scale: 2 })).toEqual(first);
    const beside = await Promise.all([1, 2].map(() => renderer.pngAsync(svg, { scale: 2 })));
    expect(beside).toEqual([first, first]);
  });

  it('shows the letters of words', () => {
    const ground = { ...frame, background: '#ffffff' };
    const blank = renderer.png(renderer.svg({ graphic: { elements: [] } }, ground), { scale: 1 });
    expect(dark(blank)).toBe(0);
    const letters = dark(renderer.png(renderer.svg(words, ground), { scale: 1 }));
    expect(letters).toBeGreaterThan(500);
    expect(letters).toBeLessThan(600 * 40);
  });

  it('has no letters but those that are drawn', () => {
    expect(withoutWords(svg)).not.toContain('<text');
    expect(() =>
      renderer.png('<svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>', { scale: 1 }),
    ).toThrow('unknown text in an SVG');
  });

  it('is not made of what is no SVG', async () => {
    expect(() => renderer.png('no picture', { scale: 1 })).toThrow();
    await expect(renderer.pngAsync('no picture', { scale: 1 })).rejects.toThrow();
  });
});
