import type { LoadedSnapshot } from '@article21/answers';
import { chartIds, needsOf, SMALLEST_LETTERS } from '@article21/charts';
import { endpoints } from '@article21/contract';
import { words } from '@article21/messages';
import { createRenderer, type Deck } from '@article21/render';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawPptx, readViews } from '../../src/index.ts';
import { serveKazakhstan } from '../kazakhstan.ts';
import { serveMade } from '../made.ts';

/** Points, as what is read from the back of a room. */
const LEAST = 14;
const EMU = 12_700;
const datasets = [
  ['Kazakhstan 2012', serveKazakhstan, 'month'],
  ['forty cities', () => serveMade({ places: 40, records: 5000, from: '2014-01-01', days: 3650 }), 'month'],
  [
    'three thousand places',
    () => serveMade({ places: 3000, records: 9000, from: '2022-01-01', days: 730 }),
    'year',
  ],
] as const;

describe.each(datasets)('on slides of %s', (_, serve, every) => {
  let loaded: LoadedSnapshot;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ loaded, remove } = await serve());
  });
  afterAll(() => remove());

  it.each(chartIds)('no letter of a %s has less than 14 points', async (chart) => {
    const renderer = createRenderer();
    const decks: Deck[] = [];
    const pptx = (made: Deck) => {
      decks.push(made);
      return renderer.pptx(made);
    };
    const step = needsOf(chart).every ?? every;
    const search = new URLSearchParams({ chart, every: step, lang: 'ru' });
    const views = readViews(search, endpoints.chartPptx).map((view) => ({ ...view.read(loaded), loaded }));
    const subject = { views, words: words('ru'), baseUrl: 'https://example.org' };
    // How large a map stands on its slide does not depend on what is in the image.
    const bytes = await drawPptx(subject, {
      ...renderer,
      pptx,
      svg: () => '',
      pngAsync: async () => new Uint8Array(8),
    });
    const parts = Object.entries(unzipSync(bytes)).filter(([path]) =>
      /^ppt\/(slides|charts)\/\w+\.xml$/.test(path),
    );
    expect(parts.length).toBeGreaterThan(0);
    const sizes = parts.flatMap(([, part]) =>
      [...strFromU8(part).matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size) / 100),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(LEAST);
    const widths = decks.flatMap(({ slides }) =>
      slides.flatMap(({ panels }) => panels.flatMap((it) => (it.kind === 'picture' ? [it.width] : []))),
    );
    const shown = parts.flatMap(([, part]) =>
      [...strFromU8(part).matchAll(/<p:pic>.*?<a:ext cx="(\d+)"/g)].map(([, cx]) => Number(cx) / EMU),
    );
    expect(shown).toHaveLength(widths.length);
    for (const [i, width] of widths.entries())
      expect((SMALLEST_LETTERS * (shown[i] ?? 0)) / width).toBeGreaterThanOrEqual(LEAST);
  });
});
