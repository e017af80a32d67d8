import { type ChartQuery, emptyQuery, type Grouping, noCounts, type Step, steps } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { chartIds, draw, needsOf, queryFor, suggest, suits } from '../src/index.ts';
import { contextFor } from './fixtures/context.ts';
import { byCity, byCityMonth, count, countsOf } from './fixtures/counts.ts';

const asked = (by: readonly Grouping[], every: Step = 'month'): ChartQuery => ({ ...emptyQuery, by, every });

describe('what suits a query', () => {
  it.each([
    [[], ['funnel']],
    [['place'], ['bar', 'map']],
    [['period'], ['line']],
    [
      ['place', 'period'],
      ['stacked', 'heatmap', 'multiples', 'compare', 'line'],
    ],
  ] as const)('grouped by %j is drawn as %j, the first unless another is named', (by, ids) => {
    expect(suggest(asked(by))).toEqual(ids);
  });

  it('is a calendar only where days are counted', () => {
    for (const every of steps) expect(suits('calendar', asked(['period'], every))).toBe(every === 'day');
  });

  it('does not depend on the order of the groupings', () => {
    expect(suggest(asked(['period', 'place']))).toEqual(suggest(asked(['place', 'period'])));
  });

  it('leaves out charts that compare places where there is only one', () => {
    const one = countsOf([count('detentions', { place: 'almaty' }, '1')]);
    expect(suggest(asked(['place']), one)).not.toContain('map');
    expect(suggest(asked(['place']), byCity)).toContain('map');
    const none = noCounts();
    expect(suits('map', asked(['place']), none)).toBe(false);
  });

  it('refuses a chart that does not exist', () => {
    expect(() => suits('pie', asked([]))).toThrow('unknown chart: pie (known: bar, ');
    expect(() => queryFor('constructor', asked([]))).toThrow('unknown chart: constructor');
    expect(() => needsOf('__proto__')).toThrow('unknown chart: __proto__');
  });
});

describe('the query for a chart', () => {
  it.each(chartIds)('suits %s, whatever was asked', (chart) => {
    const bys: Grouping[][] = [
      [],
      ['place'],
      ['period'],
      ['place', 'period'],
      ['region'],
      ['region', 'period'],
      ['phase'],
      ['phase', 'period'],
    ];
    const queries = bys.flatMap((by) => steps.map((every) => asked(by, every)));
    for (const query of queries) {
      const next = queryFor(chart, query);
      expect(suits(chart, next)).toBe(true);
      expect(queryFor(chart, next)).toEqual(next);
    }
    const suited = queries.filter((query) => suits(chart, query));
    expect(suited).not.toEqual([]);
    for (const query of suited)
      expect(queryFor(chart, query)).toMatchObject({ by: query.by, every: query.every });
  });

  it('asks for every stage where no measure was chosen, and keeps a choice', () => {
    expect(queryFor('funnel', asked([])).measure).toEqual(
      expect.arrayContaining(['people_fined', 'people_arrested']),
    );
    expect(queryFor('funnel', { ...asked([]), measure: ['fines'] as const }).measure).toEqual(['fines']);
    expect(queryFor('bar', asked([])).measure).toEqual(emptyQuery.measure);
  });
});

it('a calendar of months is refused in words', () => {
  const context = contextFor(byCityMonth, { query: { every: 'month' } });
  expect(() => draw('calendar', byCityMonth, context)).toThrow(
    'a calendar needs counts by day, not by month',
  );
});
