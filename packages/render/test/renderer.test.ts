import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createRenderer, defaultFonts } from '../src/index.ts';
import { everyKind, stacked } from './options.ts';
import { parsed } from './parsed.ts';

const renderer = createRenderer();
const frame = { width: 600, height: 400, title: 'Title', description: 'Description', language: 'kk' };
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const withImage = (image: string) => ({
  graphic: { elements: [{ type: 'image', style: { image, width: 9, height: 9 } }] },
});

describe('an SVG', () => {
  it('says what it shows, in which language, to those who do not see it', () => {
    const elements = parsed(
      renderer.svg(stacked, { ...frame, title: 'Fines & "fees"', description: '3 < 4' }),
    );
    expect(elements[0]?.attributes).toEqual({
      xmlns: 'http://www.w3.org/2000/svg',
      width: '600',
      height: '400',
      viewBox: '0 0 600 400',
      role: 'img',
      'aria-labelledby': 'chart-title chart-desc',
      lang: 'kk',
      'xml:lang': 'kk',
    });
    expect(elements[1]).toEqual({ name: 'title', attributes: { id: 'chart-title' }, text: 'Fines & "fees"' });
    expect(elements[2]).toEqual({ name: 'desc', attributes: { id: 'chart-desc' }, text: '3 < 4' });
  });

  it('may be shown larger or smaller than it is laid out, but not without a size', () => {
    const [root] = parsed(renderer.svg(stacked, { ...frame, shown: { width: 300, height: 200 } }));
    expect(root?.attributes).toMatchObject({ width: '300', height: '200', viewBox: '0 0 600 400' });
    expect(root?.attributes.preserveAspectRatio).toBeUndefined();
    const [other] = parsed(renderer.svg(stacked, { ...frame, shown: { width: 299, height: 200 } }));
    expect(other?.attributes).toMatchObject({ width: '299', preserveAspectRatio: 'none' });
    expect(() => renderer.svg(stacked, { ...frame, shown: { width: 0, height: 200 } })).toThrow(
      'unknown size',
    );
  });

  it('has the same bytes the second time, and after other pictures', () => {
    const first = renderer.svg(stacked, frame);
    for (const option of Object.values(everyKind('a'))) renderer.svg(option, frame);
    expect(renderer.svg(stacked, frame)).toBe(first);
  });

  it('has the same bytes in another process, which then ends by itself', () => {
    const child = fileURLToPath(new URL('./child.ts', import.meta.url));
    const printed = execFileSync(process.execPath, ['--import', 'tsx', child], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      timeout: 600_000,
      maxBuffer: 2 ** 24,
    });
    expect(printed).toBe(renderer.svg(stacked, frame));
  });

  it.each(Object.entries(everyKind('Алматы')))('can be a %s', (_, option) => {
    const elements = parsed(renderer.svg(option, frame));
    expect(elements.filter((it) => it.name === 'path').length).toBeGreaterThan(2);
  });

  it('refers only to what stands in it, under names of its own', () => {
    for (const option of Object.values(everyKind('a'))) {
      const svg = renderer.svg(option, { ...frame, id: 'one' });
      const ids = parsed(svg).flatMap(({ attributes }) =>
        attributes.id === undefined ? [] : [attributes.id],
      );
      const references = [...svg.matchAll(/url\(#(.*?)\)/g)].map((it) => it[1]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(references));
      expect(ids.filter((id) => !id.startsWith('one-'))).toEqual([]);
    }
  });

  it('stands on the ground of its option, or on the one asked for', () => {
    const ground = (svg: string) => parsed(svg).find((it) => it.name === 'rect')?.attributes.fill;
    expect(ground(renderer.svg(stacked, frame))).toBe('#ffffff');
    expect(ground(renderer.svg(stacked, { ...frame, background: '#121212' }))).toBe('#121212');
  });

  it('leaves the option as it was', () => {
    const option = structuredClone(stacked);
    renderer.svg(option, { ...frame, background: '#121212' });
    expect(option).toEqual(stacked);
  });

  it('draws the rim of letters as a path before them, for readers that know no paint-order', () => {
    const style = { text: '15', fill: '#111111', stroke: '#ffffff', lineWidth: 3, x: 20, y: 20 };
    const svg = renderer.svg({ graphic: { elements: [{ type: 'text', style }] } }, frame);
    const [rim, letters, ...more] = parsed(svg).filter(({ name }) => name === 'path');
    expect(svg).not.toContain('paint-order');
    expect(rim?.attributes).toMatchObject({ fill: 'none', stroke: '#ffffff' });
    expect(letters?.attributes).toEqual({ d: rim?.attributes.d, fill: '#111111' });
    expect(more).toEqual([]);
    expect(parsed(svg).filter(({ text }) => text === '15')).toHaveLength(1);
  });

  it('has no element that paints nothing', () => {
    const rect = (style: object) => ({ type: 'rect', shape: { x: 0, y: 0, width: 9, height: 9 }, style });
    const styles = [{ fill: '#111', opacity: 0 }, { fill: 'none' }, { fill: 'none', stroke: '#222' }];
    const svg = renderer.svg({ graphic: { elements: styles.map(rect) } }, { ...frame, background: '#fff' });
    const drawn = parsed(svg).filter(({ name }) => name === 'path');
    expect(drawn.map(({ attributes }) => attributes.stroke)).toEqual(['#222']);
  });

  it('holds images as data and none from elsewhere', () => {
    const elements = parsed(renderer.svg(withImage(pixel), frame));
    expect(elements.find((it) => it.name === 'image')?.attributes.href).toBe(pixel);
    for (const address of [
      'https://example.org/a.png',
      'javascript:alert(1)',
      'data:image/svg+xml;base64,AA==',
    ]) {
      expect(() => renderer.svg(withImage(address), frame)).toThrow('unknown image in a picture');
    }
  });
});

describe('a renderer', () => {
  it('refuses a size without pixels and an id that is none', () => {
    expect(() => renderer.svg(stacked, { ...frame, width: 0 })).toThrow('unknown size: 0 × 400');
    expect(() => renderer.svg(stacked, { ...frame, height: Number.NaN })).toThrow('unknown size');
    expect(() => renderer.svg(stacked, { ...frame, id: '"><script>' })).toThrow('unknown id');
  });

  it('draws on after an option that cannot be drawn', () => {
    const before = renderer.svg(stacked, frame);
    const broken = {
      series: [{ type: 'custom', data: [1], renderItem: () => raise('broken') }],
      xAxis: {},
      yAxis: {},
    };
    expect(() => renderer.svg(broken, frame)).toThrow('broken');
    expect(renderer.svg(stacked, frame)).toBe(before);
  });

  it('measures with one set of fonts in a process', () => {
    expect(() => createRenderer({ fonts: { ...defaultFonts(), serif: defaultFonts().sans } })).toThrow(
      'unknown fonts',
    );
    expect(createRenderer({ fonts: defaultFonts() }).svg(stacked, frame)).toBe(renderer.svg(stacked, frame));
  });
});

function raise(message: string): never {
  throw new Error(message);
}
