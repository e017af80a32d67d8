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
    places: new Set(marks.flatMap(({ place = [] }) => place)),
    found: placePages(chart, counts, context),
  };
}

describe.each(Object.entries(made))('of %s', (_, data) => {
  it.each(chartIds)('%s has further pages exactly where its first leaves places out', (chart) => {
    const { found, foot } = drawn(chart, data);
    const isLeftOut = foot.some((text) => /more places? (is|are) not drawn/.test(text));
    expect(found !== null).toBe(isLeftOut);
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
    const [first] = officeCharts('multiples', counts, context).panels;
    const title = first && 'title' in first ? first.title : '';
    expect(title).toContain(shown[0]);
    expect(title).toContain('25–40');
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
