import type { LoadedSnapshot } from '@article21/answers';
import { endpoints } from '@article21/contract';
import { words } from '@article21/messages';
import { createPlaceTree } from '@article21/model';
import { createRenderer } from '@article21/render';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawInline } from '../../src/inline/draw.ts';
import { drawSvg } from '../../src/picture/draw.ts';
import { drawablePlaces, drawableTitle } from '../../src/picture/drawable.ts';
import { readPictureQuery } from '../../src/picture/read.ts';
import { serveKazakhstan } from '../kazakhstan.ts';

const renderer = createRenderer();
let loaded: LoadedSnapshot;
let remove: () => Promise<void>;

beforeAll(async () => {
  const opened = await serveKazakhstan();
  remove = opened.remove;
  const places = opened.loaded.tree.places.map((place) => {
    if (place.id === 'almaty') return { ...place, name_en: 'ალმათი', name_ru: 'Алматы' };
    if (place.id !== 'taraz') return place;
    return { ...place, name_en: 'رخ 12', name_ru: 'رخ', name_kk: 'رخ', aliases: [] };
  });
  loaded = { ...opened.loaded, tree: createPlaceTree(places) };
});
afterAll(() => remove());

const read = (query: Record<string, string>) =>
  readPictureQuery(endpoints.chartSvg, new URLSearchParams(query), loaded).picture;

describe('a name that a picture has no letters for', () => {
  it('is another of the names of its place, or its id', () => {
    const english = drawablePlaces(loaded.tree, 'en');
    expect([english.get('almaty')?.name_en, english.get('taraz')?.name_en]).toEqual(['Алматы', 'taraz']);
    expect(drawablePlaces(loaded.tree, 'ru').get('almaty')?.name_ru).toBe('Алматы');
    expect(english.get('astana')).toEqual(loaded.tree.get('astana'));
    expect(drawablePlaces(english, 'en')).toBe(english);
    expect(drawablePlaces(loaded.tree, 'en')).toBe(english);
  });

  it.each(['bar', 'map', 'heatmap'])('is drawn as such in a %s, and read aloud as it is', async (chart) => {
    const query = read({ chart, measure: 'rejected_applications', place: 'almaty,taraz' });
    const subject = { query, loaded, words: words('en'), baseUrl: 'https://example.org' };
    const svg = await drawSvg(subject, renderer);
    const [head = '', drawn = ''] = svg.split('</desc>');
    expect(head).toContain('ალმათი');
    expect(head).toContain('رخ 12');
    expect(drawn).toContain('Алматы');
    expect(drawn).toContain('taraz');
    expect(drawn).not.toMatch(/[\u0600-\u06ff\u10a0-\u10ff]/);
    const inline = await drawInline({ query, loaded, words: words('en') }, renderer);
    expect(inline?.description).toContain('ალმათი');
    expect(inline?.html.replace(/<desc .*?<\/desc>/g, '')).not.toMatch(/[\u0600-\u06ff\u10a0-\u10ff]/);
  });
});

describe('a title that a picture has no letters for', () => {
  it('is refused with what to do', () => {
    expect(() => read({ title: 'اعتقالات 2012: 15 شخص' })).toThrow(
      'pictures do not have these letters: ا ع ت ق ل',
    );
    expect(read({ title: 'Ұсталғандар «2012»' }).title).toBe('Ұсталғандар «2012»');
  });

  it('is left out of pictures that a page asks for', () => {
    expect([drawableTitle('תל 5'), drawableTitle('Five'), drawableTitle(null)]).toEqual([null, 'Five', null]);
  });
});
