import { type Coverage, createPlaceTree, type Place, parseDay, unstated } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { draw, officeCharts } from '../../src/index.ts';
import type { OfficeChart } from '../../src/office/panel.ts';
import { contextFor, type Given, spring } from '../fixtures/context.ts';
import { count, countsOf } from '../fixtures/counts.ts';
import { kazakhstan } from '../fixtures/places.ts';
import { svgOf } from '../svg.ts';
import { textsOf } from '../texts-of.ts';

const counts = countsOf([count('detentions', { place: 'almaty' }, '15')]);
const whole: Coverage[] = [{ place: 'taraz', from: '2012-01-01', to: '2012-12-31', source: 'kibhr' }];
const until = (to: string): Coverage[] => [{ place: 'taraz', from: '2012-01-01', to, source: 'kibhr' }];
const chosen = { ...spring, place: ['almaty', 'taraz'] };

function textsIn(given: Given, of = counts, chart = 'bar') {
  return textsOf(svgOf(chart, of, contextFor(of, given))).map(({ text }) => text);
}

describe('a chosen place without a record', () => {
  it('is drawn, described and in the chart of an office program', () => {
    const context = contextFor(counts, { query: chosen });
    expect(textsIn({ query: chosen })).toEqual(expect.arrayContaining(['Almaty', 'Taraz', 'no report']));
    const { description, marks } = draw('bar', counts, context);
    expect(description).toContain('Detentions (people). Almaty: 15 detentions. Taraz: no report.');
    expect(marks.map((mark) => mark.place)).toEqual(['almaty']);
    const chart = officeCharts('bar', counts, context).panels[0] as OfficeChart;
    expect(chart.categories).toEqual(['Almaty', 'Taraz']);
    expect(chart.series.at(-1)?.values).toEqual([15, null]);
    expect(chart.labels.texts[1]).toEqual({ signs: '', reports: 'no report' });
    expect(chart.columns[0]?.values[1]).toBe('no report');
    expect(chart.description).toContain('Taraz: no report');
  });

  it('is zero only where somebody watched all the days that are asked for', () => {
    const said = (coverage: Coverage[], query: Given['query'] = chosen) => {
      const { description } = draw('bar', counts, contextFor(counts, { coverage, query }));
      return /Taraz: ([^.]*)\./.exec(description)?.[1];
    };
    expect(said([])).toBe('no report');
    expect(said(whole)).toBe('0 (monitored, nothing recorded)');
    expect(said(until('2012-06-29'))).toBe('not monitored, or no report');
    // Without an end, nobody has watched all of it.
    expect(said(whole, { place: chosen.place })).toBe('no report');
    expect(said(whole, { ...chosen, to: parseDay('2013-06-30') })).toBe('not monitored, or no report');
  });

  it('is no zero where its reports may belong to the period', () => {
    const undated = [
      { measure: 'detentions' as const, place: 'taraz', ...unstated, records: 1, within: false },
    ];
    const texts = textsIn({ coverage: whole, query: chosen }, countsOf(counts.rows, undated));
    expect(texts).toContain('only reports without a certain date');
    expect(texts).not.toContain('0');
  });

  it('is not there twice, and not in a chart without any record or watch', () => {
    expect(textsIn({ query: { ...chosen, place: ['almaty'] } })).not.toContain('no report');
    const none = countsOf([]);
    expect(textsIn({ query: { ...chosen, measure: ['detentions'] } }, none)).not.toContain('Taraz');
  });

  it('has a row in a heat map, too', () => {
    const dated = countsOf([count('detentions', { place: 'almaty', period: '2012-04' }, '15')]);
    expect(textsIn({ query: chosen }, dated, 'heatmap')).toContain('Taraz');
    expect(draw('heatmap', dated, contextFor(dated, { query: chosen })).description).toContain(
      'Taraz: no report',
    );
  });
});

describe('a region', () => {
  const wide = (id: string, kind: Place['kind'], parent: string): Place => {
    const names = { name_en: id, name_ru: id, name_kk: id };
    return { id, kind, parent, country: 'KZ', lat: null, lon: null, aliases: [], wikidata: null, ...names };
  };
  const cities = Array.from({ length: 100 }, (_, i) => wide(`city-${i}`, 'city', 'south'));
  const places = createPlaceTree([...kazakhstan.places, wide('south', 'region', 'kz'), ...cities]);
  const south = { places, query: { ...spring, place: ['almaty', 'south'] } };

  it('is drawn by itself where nothing in it has a record, and not where something has', () => {
    expect(textsIn(south)).toEqual(expect.arrayContaining(['south', 'no report']));
    const heard = countsOf([...counts.rows, count('detentions', { place: 'city-7' }, '3')]);
    expect(textsIn(south, heard)).not.toContain('south');
  });

  it('of many watched cities has as many rows as can be read, and says how many more there are', () => {
    const coverage = cities.map(({ id }) => ({ ...(whole[0] as Coverage), place: id }));
    for (const chart of ['bar', 'heatmap']) {
      const dated = countsOf([count('detentions', { place: 'almaty', period: '2012-04' }, '15')]);
      const { height, description } = draw(
        chart,
        chart === 'bar' ? counts : dated,
        contextFor(counts, { ...south, coverage }),
      );
      expect(height).toBeLessThan(2200);
      expect(description).toMatch(/\d+ more places without a report are not drawn\./);
    }
    const { panels, notes } = officeCharts('bar', counts, contextFor(counts, { ...south, coverage }));
    expect(panels.length).toBe(2);
    expect(notes).toContain('77 more places without a report are not drawn.');
  });

  it('by region is that region; that one of its cities was watched says nothing of it', () => {
    const watched = (place: string) => [{ ...(whole[0] as Coverage), place }];
    const by = { ...south, query: { ...spring, by: ['region' as const] } };
    expect(textsIn({ ...by, coverage: watched('city-7') })).not.toContain('south');
    expect(textsIn({ ...by, coverage: watched('south') })).toEqual(expect.arrayContaining(['south', '0']));
    const asked = { ...by, query: { ...by.query, place: ['city-7'] } };
    expect(textsIn({ ...asked, coverage: watched('city-7') })).toEqual(
      expect.arrayContaining(['south', 'not monitored, or no report']),
    );
  });
});

describe('rows by region', () => {
  const places = createPlaceTree([
    ...kazakhstan.places,
    { ...(kazakhstan.get('taraz') as Place), id: 'zhambyl', kind: 'region', name_en: 'Zhambyl' },
  ]);
  const rows = ['kz', 'zhambyl', 'almaty'].map((place) => count('detentions', { place }, '3'));
  const labelsOf = (by: 'place' | 'region') =>
    draw('bar', countsOf(rows), contextFor(countsOf(rows), { places, query: { by: [by] } })).marks.map(
      ({ label }) => label.split(':')[0],
    );

  it('are regions, the cities of none, and at last what names no region', () => {
    expect(labelsOf('region')).toEqual(['Almaty', 'Zhambyl', 'region not stated']);
    expect(labelsOf('place')).toEqual(['Almaty', 'Zhambyl, city not stated', 'city not stated']);
  });

  it('say so above the bars in every language', () => {
    const heads = (['en', 'ru', 'kk'] as const).map((language) =>
      textsIn({ places, language, query: { by: ['region'] } }, countsOf(rows)).find((it) =>
        it.includes(' · '),
      ),
    );
    expect(heads).toEqual([
      'Detentions (people) · by region',
      'Задержания (человек) · по регионам',
      'Ұсталған адамдар · өңірлер бойынша',
    ]);
  });
});
