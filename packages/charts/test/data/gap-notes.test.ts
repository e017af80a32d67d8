import { type Coverage, createPlaceTree, type Language, type Place, unstated } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { draw, officeCharts } from '../../src/index.ts';
import { contextFor, type Given, spring } from '../fixtures/context.ts';
import { count, countsOf } from '../fixtures/counts.ts';
import { kazakhstan } from '../fixtures/places.ts';
import { svgOf } from '../svg.ts';
import { textsOf } from '../texts-of.ts';

const chosen = { ...spring, place: ['almaty', 'taraz', 'shymkent'] };
const watched = (to: string): Coverage[] => [{ place: 'taraz', from: '2012-01-01', to, source: 'kibhr' }];
const without = ['map', 'line', 'multiples', 'compare', 'stacked', 'calendar'] as const;
const said = {
  en: 'Shymkent and Taraz: no report',
  ru: 'Тараз и Шымкент: сообщений нет',
  kk: 'Тараз және Шымкент: мәлімет жоқ',
} satisfies Partial<Record<Language, string>>;
const ZERO = 'Taraz: 0 (monitored, nothing recorded)';

/** Detentions in one city, as a chart has them. */
function shown(chart: string, given: Given = {}) {
  const every = chart === 'calendar' ? ('day' as const) : ('month' as const);
  const period = every === 'day' ? '2012-04-28' : '2012-04';
  const row = count('detentions', { place: 'almaty', ...(chart === 'map' ? {} : { period }) }, '15');
  const counts = countsOf([row]);
  return { counts, context: contextFor(counts, { ...given, query: { ...chosen, every, ...given.query } }) };
}

describe.each(without)('a chosen place without a record, in %s', (chart) => {
  const notesOf = (given: Given) => {
    const { counts, context } = shown(chart, given);
    return draw(chart, counts, context).description;
  };

  it.each(Object.entries(said))(
    'is named in the picture, in its words and on a slide: %s',
    (language, words) => {
      const { counts, context } = shown(chart, { language: language as Language, width: 340 });
      const texts = textsOf(svgOf(chart, counts, context)).map(({ text }) => text);
      expect(texts).toContain(words);
      const { description, marks } = draw(chart, counts, context);
      expect(description).toContain(`${words}.`);
      expect(marks.map((mark) => mark.place)).toEqual(['almaty']);
      // A slide has bars for a map, with a row for each place.
      expect(officeCharts(chart, counts, context).notes.includes(words)).toBe(chart !== 'map');
    },
  );

  it('is zero only where somebody watched all the days that are asked for', () => {
    expect(notesOf({ coverage: watched('2012-06-30') })).toContain(ZERO);
    const partly = notesOf({ coverage: watched('2012-06-29') });
    expect(partly).toContain('Shymkent and Taraz: not monitored, or no report.');
    const open = notesOf({ coverage: watched('2012-06-30'), query: { from: null } });
    expect(open).toContain('Shymkent and Taraz: no report.');
    for (const text of [partly, open]) expect(text).not.toContain(': 0');
  });
});

describe('places without a record', () => {
  it('are not told of counts that are of periods alone', () => {
    const counts = countsOf([]);
    const query = { ...chosen, measure: ['detentions' as const], by: ['period' as const] };
    const context = contextFor(counts, { query, coverage: watched('2012-06-30') });
    expect(draw('line', counts, context).description).not.toContain('Taraz');
    const byPlace = { ...context, query: { ...context.query, by: ['place' as const, 'period' as const] } };
    expect(draw('line', counts, byPlace).description).toContain(ZERO);
  });

  it('are said once of all measures, and of some by their names', () => {
    const at = (place: string) => ({ place, period: '2012-04' });
    const counts = countsOf([count('detentions', at('almaty'), '15'), count('fines', at('taraz'), '20')]);
    const { notes } = officeCharts('line', counts, contextFor(counts, { query: chosen }));
    expect(notes).toEqual([
      'Detentions (people). Shymkent and Taraz: no report',
      'Fines imposed (EUR). Almaty and Shymkent: no report',
    ]);
    const same = countsOf([count('detentions', at('almaty'), '15'), count('fines', at('almaty'), '20')]);
    expect(officeCharts('line', same, contextFor(same, { query: chosen })).notes).toEqual([said.en]);
  });

  const wide = (id: string, kind: Place['kind'], parent: string): Place => {
    const names = { name_en: id, name_ru: id, name_kk: id };
    return { id, kind, parent, country: 'KZ', lat: null, lon: null, aliases: [], wikidata: null, ...names };
  };
  const cities = Array.from({ length: 100 }, (_, i) => wide(`city-${100 + i}`, 'city', 'south'));
  const places = createPlaceTree([...kazakhstan.places, wide('south', 'region', 'kz'), ...cities]);

  it('are named as far as anybody reads, and more are counted', () => {
    const noteOf = (silent: number, compact = false) => {
      const place = ['almaty', ...cities.slice(0, silent).map(({ id }) => id)];
      const { counts, context } = shown('line', { places, compact, query: { place } });
      return draw('line', counts, context).foot.join(' ');
    };
    expect(noteOf(12)).toMatch(/city-100, .* and city-111: no report/);
    expect(noteOf(100)).toContain('100 places: no report');
    expect(noteOf(100)).not.toContain('city-');
    expect(noteOf(4, true)).toContain('city-103: no report');
    expect(noteOf(5, true)).toContain('5 places: no report');
  });

  it('are not those that have a record and no room', () => {
    const place = cities.slice(0, 70).map(({ id }) => id);
    const rows = place.map((id, i) => count('detentions', { place: id, period: '2012-04' }, String(100 - i)));
    const counts = countsOf(rows);
    for (const chart of ['line', 'heatmap']) {
      const { description } = draw(
        chart,
        counts,
        contextFor(counts, { places, query: { ...spring, place } }),
      );
      expect(description).toMatch(/\d+ more places are not drawn/);
      expect(description).not.toContain('without a report');
      expect(description).not.toContain('no report');
    }
  });

  it('are no zero where a report of theirs may belong to the period, or of a city in them', () => {
    const undated = [
      { measure: 'detentions' as const, place: 'city-107', ...unstated, records: 1, within: false },
    ];
    const { counts, context } = shown('line', {
      places,
      query: { place: ['almaty', 'south'] },
      coverage: [{ place: 'south', from: '2012-01-01', to: '2012-12-31', source: 'kibhr' }],
    });
    expect(draw('line', counts, context).description).toContain('south: 0 (');
    const { description } = draw('line', countsOf(counts.rows, undated), context);
    expect(description).toContain('south: only reports without a certain date.');
  });

  it('have a row in the table that a heat map is on a slide', () => {
    const { counts, context } = shown('heatmap', { coverage: watched('2012-06-30') });
    const [table] = officeCharts('heatmap', counts, context).panels;
    const rows = table?.kind === 'table' ? table.rows.map((row) => row.map((cell) => cell.text)) : [];
    expect(rows.slice(1)).toEqual([
      ['Almaty', '15', '', ''],
      ['Shymkent', '', '', ''],
      ['Taraz', '0', '0', '0'],
    ]);
  });
});
