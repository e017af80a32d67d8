import type { CountsRead } from '@article21/contract/client';
import { words } from '@article21/messages';
import { createPlaceTree, emptyQuery, exactly, type Place, printQuery } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { drawingOf, type Setting, type Subject } from '../../src/chart/drawing-of.ts';

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
const bar: Subject = { chart: 'bar', title: null, axis: null, counts };
const setting: Setting = {
  places: createPlaceTree([almaty]),
  beside: { coverage: [], annotations: [] },
  outlines: [],
  words: words('en'),
  theme: 'light',
  width: 640,
  compact: false,
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
    const marks = (compact: boolean) =>
      drawingOf(long, { ...setting, places: createPlaceTree(many), compact })?.drawing.marks.length;
    expect([marks(true), marks(false)]).toEqual([15, 40]);
  });

  it('draws for paper what is wide enough for it, in light colours', () => {
    const paper = drawingOf(bar, { ...setting, theme: 'dark', paper: true });
    const light = drawingOf(bar, { ...setting, width: 680 });
    expect(paper).toMatchObject({ width: 680, zoom: 1 });
    expect(JSON.stringify(paper?.drawing.option)).toBe(JSON.stringify(light?.drawing.option));
  });
});
