import { type Counts, emptyQuery, noCounts } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { better, chartIds, resolveQuery, suits, unsuited } from '../src/index.ts';
import { totalsOf } from './fixtures/counts.ts';

describe('what is drawn for a query', () => {
  it.each([
    [{}, 'bar', ['place']],
    [{ by: ['period'] }, 'line', ['period']],
    [{ by: ['place', 'period'] }, 'line', ['place', 'period']],
    [{ chart: 'bar', by: ['period'] }, 'bar', ['place']],
    [{ chart: 'line' }, 'line', ['period']],
    [{ chart: 'line', place: ['almaty', 'astana'] }, 'line', ['place', 'period']],
    [{ chart: 'line', place: ['almaty', 'astana'], by: ['period'] }, 'line', ['period']],
    [{ chart: 'map', by: ['period'], place: ['almaty', 'astana'] }, 'map', ['place']],
  ] as const)('%j is %s by %j', (asked, chart, by) => {
    expect(resolveQuery({ ...emptyQuery, ...asked })).toMatchObject({ chart, by });
  });

  it('always suits the chart, and asked again is the same', () => {
    for (const chart of chartIds)
      for (const by of [[], ['place'], ['period'], ['place', 'period']] as const) {
        const query = resolveQuery({ ...emptyQuery, chart, by });
        expect([chart, by, suits(chart, query)]).toEqual([chart, by, true]);
        expect(resolveQuery(query)).toEqual(query);
      }
  });

  it('is days for a calendar, whatever step was asked for', () => {
    expect(resolveQuery({ ...emptyQuery, chart: 'calendar', every: 'month' }).every).toBe('day');
  });
});

describe('what a chart cannot be drawn with', () => {
  it('is a grouping or a step that a link names', () => {
    expect(unsuited({ ...emptyQuery, chart: 'map', by: ['period'] })).toEqual({
      chart: 'map',
      by: ['place'],
      every: null,
    });
    expect(unsuited({ ...emptyQuery, chart: 'calendar', every: 'week' })).toMatchObject({
      every: 'day',
    });
  });

  it('is nothing where the link leaves it open', () => {
    for (const chart of chartIds) expect(unsuited({ ...emptyQuery, chart })).toBeNull();
  });
});

describe('a chart that says more', () => {
  const counts = (places: readonly string[]): Counts => {
    const one = {
      measure: 'detentions',
      low: 1,
      high: 1,
      approximate: false,
      unnumbered: 0,
      records: 1,
      assemblyDay: 0,
      approximateDates: 0,
    } as const;
    return { ...totalsOf([one]), rows: places.map((place) => ({ ...one, place })) };
  };

  it('is named where a map would show a single place', () => {
    expect(better({ ...emptyQuery, chart: 'map' }, counts(['almaty']))).toBe('bar');
    expect(better({ ...emptyQuery, chart: 'map' }, counts(['almaty', 'astana']))).toBeNull();
    expect(better({ ...emptyQuery, chart: 'bar' }, counts(['almaty']))).toBeNull();
  });

  it('is none where there is nothing to draw', () => {
    expect(better({ ...emptyQuery, chart: 'map' }, noCounts())).toBeNull();
  });
});
