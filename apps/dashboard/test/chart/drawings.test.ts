import type { CountsRead } from '@article21/contract/client';
import { words } from '@article21/messages';
import { createPlaceTree, emptyQuery, exactly, type Place, printQuery } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { createDrawings, type Setting, type Subject } from '../../src/chart/drawings.ts';

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
const bar: Subject = { chart: 'bar', title: null, counts };
const setting: Setting = {
  places: createPlaceTree([almaty]),
  beside: { coverage: [], annotations: [] },
  outlines: [],
  words: words('en'),
  theme: 'light',
  width: 640,
  paper: false,
};

describe('createDrawings', () => {
  it('draws the same once, and what differs in anything anew', () => {
    const drawings = createDrawings();
    const first = drawings.of(bar, setting);
    expect(drawings.of({ ...bar }, { ...setting })).toBe(first);
    const others: [Subject, Setting][] = [
      [bar, { ...setting, theme: 'dark' }],
      [bar, { ...setting, width: 641 }],
      [bar, { ...setting, words: words('kk') }],
      [{ ...bar, title: 'Detained' }, setting],
      [{ ...bar, counts: { ...counts } }, setting],
    ];
    for (const [subject, other] of others) expect(drawings.of(subject, other)).not.toBe(first);
  });

  it('keeps what is shown beside what may be next', () => {
    const drawings = createDrawings();
    const next = { ...bar, counts: { ...counts } };
    const [shown, ahead] = [drawings.of(bar, setting), drawings.of(next, setting)];
    expect([drawings.of(bar, setting), drawings.of(next, setting)]).toEqual([shown, ahead]);
    expect(drawings.of(bar, setting)).toBe(shown);
    expect(drawings.of(next, setting)).toBe(ahead);
  });

  it('draws no counts that are those of another chart', () => {
    expect(createDrawings().of({ ...bar, chart: 'line' }, setting)).toBeNull();
  });

  it('takes outlines for nothing but a map', () => {
    const drawings = createDrawings();
    const outlines = [{ country: 'KZ', rings: [] }];
    expect(drawings.of(bar, { ...setting, outlines })).toBe(drawings.of(bar, setting));
  });

  it('draws for paper what is wide enough for it, in light colours', () => {
    const paper = createDrawings().of(bar, { ...setting, theme: 'dark', paper: true });
    const light = createDrawings().of(bar, { ...setting, width: 680 });
    expect(paper).toMatchObject({ width: 680, zoom: 1 });
    expect(JSON.stringify(paper?.drawing.option)).toBe(JSON.stringify(light?.drawing.option));
  });
});
