import type { CountsRead } from '@article21/contract/client';
import { words } from '@article21/messages';
import { createPlaceTree, emptyQuery, exactly, type Place, printQuery } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { drawingOf, type Room, type Setting, type Subject } from '../../src/chart/drawing-of.ts';

const almaty: Place = {
  ...{ id: 'almaty', kind: 'city', parent: null, country: 'KZ', lat: null, lon: null, wikidata: null },
  ...{ name_en: 'Almaty', name_ru: 'Алматы', name_kk: 'Алматы', aliases: [] },
};
const query = { ...emptyQuery, measure: ['detentions'], by: ['place'] } as const;
const counts = {
  query: { ...query, text: printQuery(query) },
  synthetic: false,
  rows: [{ measure: 'detentions', place: 'almaty', records: 1, ...exactly(2) }],
  undated: [],
  totals: [{ measure: 'detentions', records: 1, ...exactly(2) }],
  headlines: [{ measure: 'detentions', text: '2 detentions in Almaty.', remarks: [] }],
} as unknown as CountsRead;
const bar: Subject = { chart: 'bar', title: null, axis: null, page: 1, counts };
const setting: Setting = {
  places: createPlaceTree([almaty]),
  contextTables: { coverage: [], annotations: [] },
  outlines: [],
  words: words('en'),
  theme: 'light',
  room: { width: 640, height: null },
  paper: false,
};

describe('drawingOf', () => {
  it('draws no counts that are those of another chart', () => {
    expect(drawingOf({ ...bar, chart: 'line' }, setting)).toBeNull();
  });

  it('draws the largest of a long list where the room is given, as on a slide, and all of them on a page', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({
      ...almaty,
      id: `place-${i}`,
      name_en: `Place ${i}`,
    }));
    const rows = many.map(({ id }, i) => ({
      measure: 'detentions',
      place: id,
      records: 1,
      ...exactly(i + 1),
    }));
    const long: Subject = { ...bar, counts: { ...counts, rows } as unknown as CountsRead };
    const drawn = (room: Room) => drawingOf(long, { ...setting, places: createPlaceTree(many), room });
    const letters = { well: 20, just: 18, largest: 26 };
    expect(drawn({ width: 640, height: null })?.drawing.marks.length).toBe(40);
    expect(drawn({ width: 1760, height: 1600, letters })?.drawing.marks.length).toBe(15);
    const low = drawn({ width: 1760, height: 400, letters });
    expect(low?.drawing.marks.length).toBeLessThan(15);
    // All of it is in the room, and its smallest letters, of 10 pixels, are as large as they must be.
    expect((low?.drawing.height ?? 0) * (low?.zoom ?? 0)).toBeLessThanOrEqual(402);
    expect(10 * (low?.zoom ?? 0)).toBeGreaterThanOrEqual(letters.just);
  });

  it('draws for paper what is wide enough for it, in light colours', () => {
    const paper = drawingOf(bar, { ...setting, theme: 'dark', paper: true });
    const light = drawingOf(bar, { ...setting, room: { width: 680, height: null } });
    expect(paper).toMatchObject({ width: 680, zoom: 1 });
    expect(JSON.stringify(paper?.drawing.option)).toBe(JSON.stringify(light?.drawing.option));
  });
});
