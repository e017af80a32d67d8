import { emptyQuery, languages } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { chartIds, draw, needsOf, officeCharts, placePages, queryFor } from '../src/index.ts';
import { contextFor } from './fixtures/context.ts';
import { countsOfMade, decade, type Made, thousands } from './fixtures/made.ts';
import { svgOf } from './svg.ts';
import { textsOf } from './texts-of.ts';

const measures = ['detentions' as const];
const made = { 'forty cities': decade(), 'three thousand places': thousands() };
const paged = chartIds.filter((id) => needsOf(id).paged);

function countsAnd(chart: string, { places, from, to, ...of }: Made, page: number, given = {}) {
  const { by, every } = queryFor(chart, { ...emptyQuery, measure: measures, by: ['place', 'period'] });
  const step = every === 'day' ? 'day' : 'year';
  const counts = countsOfMade(
    { places, from, to, ...of },
    { measures, place: by.includes('place'), every: by.includes('period') ? step : null },
  );
  const query = { by, every: step, measure: measures, from, to, page } as const;
  return [counts, contextFor(counts, { places, ...given, query })] as const;
}

function drawn(chart: string, data: Made, page = 1) {
  const [counts, context] = countsAnd(chart, data, page);
  const { marks, ...drawing } = draw(chart, counts, context);
  return {
    ...drawing,
    labels: marks.map(({ label }) => label),
    places: new Set(marks.flatMap(({ place = [] }) => place)),
    found: placePages(chart, counts, context),
  };
}

describe.each(Object.entries(made))('of %s', (_, data) => {
  it.each(chartIds)('%s has a way to other places exactly where it does not draw each of them', (chart) => {
    const { found, foot, labels } = drawn(chart, data);
    const isLeftOut = foot.some((text) => /more places? (is|are) not drawn/.test(text));
    const areTogether = labels.some((label) => /^[\d,]+ (more )?places,/.test(label));
    expect(found !== null).toBe(isLeftOut || areTogether);
  });

  it.each(paged)('%s draws each place on one page, and none is left out on a later one', (chart) => {
    const { found, places: first } = drawn(chart, data);
    if (!found) return;
    const isWhole = found.pages < 8;
    const pages = isWhole ? Array.from({ length: found.pages - 1 }, (_, i) => i + 2) : [2];
    const seen = new Set(first);
    for (const page of pages) {
      const { places, foot, found: at } = drawn(chart, data, page);
      const { first = 0, last = 0 } = at?.longest ?? {};
      expect(places.size).toBe(last - first + 1);
      expect([...places].filter((id) => seen.has(id))).toEqual([]);
      expect(foot.join(' ')).not.toMatch(/not drawn/);
      for (const id of places) seen.add(id);
    }
    expect(seen.size).toBe(isWhole ? found.longest.all : 2 * found.size);
  });

  it('a page after the last is the last', () => {
    const { places, found } = drawn('multiples', data, 9999);
    expect([...places]).toEqual([...drawn('multiples', data, found?.pages).places]);
  });
});

/** What a heading says is drawn, such as "places 25–31 of 40". */
const rangesIn = (texts: readonly string[]) =>
  texts.flatMap((text) => [...text.matchAll(/places? (\d+)(?:–(\d+))? of \d+/g)].map((it) => it[0]));
const sizeOf = (range: string) => {
  const [, first = '', last = first] = /(\d+)(?:–(\d+))? of/.exec(range) ?? [];
  return Number(last) - Number(first) + 1;
};

describe.each(paged)('a later page of %s', (chart) => {
  it.each([
    ['a card', { compact: true }],
    ['a card with little room', { compact: true, most: 3 }],
  ])('names those places that %s draws, and says how many it does not', (_, given) => {
    const [counts, context] = countsAnd(chart, made['three thousand places'], 2, given);
    const { marks, foot } = draw(chart, counts, context);
    const drawnPlaces = new Set(marks.flatMap(({ place = [] }) => place));
    const [range = ''] = rangesIn(textsOf(svgOf(chart, counts, context)).map(({ text }) => text));
    const rest = foot.join(' ').match(/(\d+) more places? (is|are) not drawn/)?.[1] ?? '0';
    // Of bars the rest has a row of its own.
    const together = textsOf(svgOf(chart, counts, context)).flatMap(
      ({ text }) => /^(\d+) more place/.exec(text)?.[1] ?? [],
    );
    expect(sizeOf(range)).toBe(drawnPlaces.size + Number(chart === 'bar' ? (together[0] ?? 0) : 0));
    const { first = 0, last = 0 } = placePages(chart, counts, context)?.longest ?? {};
    expect(sizeOf(range) + Number(rest)).toBe(last - first + 1);
  });

  it('is named as an office program draws it, of as many places as the page has', () => {
    const [counts, context] = countsAnd(chart, made['three thousand places'], 2, { compact: true });
    const { first = 0, last = 0 } = placePages(chart, counts, context)?.longest ?? {};
    const { panels, notes } = officeCharts(chart, counts, context);
    const [range = ''] = rangesIn([
      ...panels.map((panel) => ('title' in panel ? panel.title : '')),
      ...notes,
    ]);
    expect(sizeOf(range)).toBe(last - first + 1);
    expect(notes.join(' ')).not.toMatch(/not drawn/);
  });
});

describe('a later page of places', () => {
  it.each(languages)('says over its plots, and to who hears it, which places they are: %s', (language) => {
    const [counts, context] = countsAnd('multiples', made['forty cities'], 2, { language });
    const texts = textsOf(svgOf('multiples', counts, context))
      .map(({ text }) => text)
      .join(' ');
    expect(texts).toMatch(/25–40/);
    expect(draw('multiples', counts, context).description).toMatch(/25–40/);
  });

  it('is what an office program gets, too', () => {
    const [counts, context] = countsAnd('multiples', made['forty cities'], 2);
    const { places } = made['forty cities'];
    const shown = draw('multiples', counts, context).marks.map(
      ({ place = '' }) => places.get(place)?.name_en ?? '',
    );
    const { panels, notes } = officeCharts('multiples', counts, context);
    const [first] = panels;
    const title = first && 'title' in first ? first.title : '';
    expect(title).toContain(shown[0]);
    expect(notes[0]).toContain('25–40');
  });

  it('leaves out a measure that has no places on it, and says so', () => {
    const { places, from, to, records } = made['forty cities'];
    const few = records.filter(({ measure, place }) => measure !== 'fines' || Number(place.slice(5)) < 9);
    const both = ['detentions', 'fines'] as const;
    const counts = countsOfMade(
      { ...made['forty cities'], records: few },
      { measures: both, place: true, every: 'year' },
    );
    const query = {
      by: ['place', 'period'] as const,
      every: 'year' as const,
      measure: both,
      from,
      to,
      page: 2,
    };
    const { marks, foot } = draw('multiples', counts, contextFor(counts, { places, query }));
    expect(new Set(marks.map(({ measure }) => measure))).toEqual(new Set(['detentions']));
    expect(foot.join(' ')).toContain('All places are on earlier pages: Fines');
  });

  it('changes nothing where all places are drawn', () => {
    const few = {
      ...made['forty cities'],
      records: made['forty cities'].records.filter(({ place }) => place < 'made-2'),
    };
    const [counts, context] = countsAnd('multiples', few, 2);
    expect(placePages('multiples', counts, context)).toBeNull();
    expect(svgOf('multiples', counts, context)).toBe(svgOf('multiples', ...countsAnd('multiples', few, 1)));
  });
});
