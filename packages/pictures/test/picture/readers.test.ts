import type { LoadedSnapshot } from '@article21/answers';
import { chartIds } from '@article21/charts';
import { endpoints } from '@article21/contract';
import { words } from '@article21/messages';
import { createRenderer } from '@article21/render';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawSvg } from '../../src/picture/draw.ts';
import { readPictureQuery } from '../../src/picture/read.ts';
import { serveKazakhstan } from '../kazakhstan.ts';

const renderer = createRenderer();
let loaded: LoadedSnapshot;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ loaded, remove } = await serveKazakhstan());
});
afterAll(() => remove());

/** The elements of a picture as they are written, without its invisible words. */
async function elementsOf(chart: string): Promise<string[]> {
  const { picture } = readPictureQuery(endpoints.chartSvg, new URLSearchParams({ chart }), loaded);
  const subject = { query: picture, loaded, words: words('en'), baseUrl: 'https://example.org' };
  const svg = await drawSvg(subject, renderer);
  return svg.slice(0, svg.indexOf('<g class="words"')).match(/<[a-z][^>]*>/gi) ?? [];
}

/** What office programs and converters know is SVG 1.1: neither `paint-order` nor that an area of no opacity is none. */
describe.each(chartIds)('the picture of a %s in a reader of SVG 1.1', (chart) => {
  it('has no letters under their own rim', async () => {
    const elements = await elementsOf(chart);
    expect(elements.filter((it) => it.includes('paint-order'))).toEqual([]);
    // Only the fonts have quadratic curves.
    const letters = elements.filter((it) => /^<path d="[^"]*q/.test(it));
    expect(letters.length).toBeGreaterThan(5);
    expect(letters.filter((it) => /stroke="/.test(it) && !/fill="none"/.test(it))).toEqual([]);
  });

  it('has no invisible areas, which some paint black', async () => {
    const invisible = (await elementsOf(chart)).filter((it) => / (?:fill-)?opacity="0"/.test(it));
    expect(invisible).toEqual([]);
  });
});
