import { chartIds, resolveQuery, unsuited } from '@article21/charts';
import { emptyQuery } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { chartOf, chosen } from '../../src/address/index.ts';

describe('the chart and the grouping of a query', () => {
  it('are bars by place when nothing is said', () => {
    expect(resolveQuery(emptyQuery)).toMatchObject({ chart: 'bar', by: ['place'] });
  });

  it('follow the grouping when no chart is named', () => {
    expect(chartOf({ ...emptyQuery, by: ['period'] })).toBe('line');
  });

  it('are periods over time, and of each city when several are chosen', () => {
    const line = { ...emptyQuery, chart: 'line' };
    expect(resolveQuery(line).by).toEqual(['period']);
    expect(resolveQuery({ ...line, place: ['almaty'] }).by).toEqual(['period']);
    expect(resolveQuery({ ...line, place: ['almaty', 'astana'] }).by).toEqual(['place', 'period']);
  });

  it('keep a grouping that fits the chart and replace one that does not', () => {
    expect(resolveQuery({ ...emptyQuery, chart: 'line', by: ['place', 'period'] }).by).toEqual([
      'place',
      'period',
    ]);
    expect(resolveQuery({ ...emptyQuery, chart: 'bar', by: ['period'] }).by).toEqual(['place']);
  });

  it('are both named after a choice', () => {
    expect(chosen(emptyQuery, { chart: 'line' })).toMatchObject({ chart: 'line', by: ['period'] });
    expect(chosen(emptyQuery, { place: ['almaty'] })).toMatchObject({ chart: null, by: ['place'] });
  });

  it('bring the measures of the stages, and take them away with them', () => {
    const stages = chosen(emptyQuery, { chart: 'funnel' });
    expect(stages.measure.length).toBeGreaterThan(emptyQuery.measure.length);
    expect(chosen(stages, { chart: 'bar' }).measure).toEqual(emptyQuery.measure);
    const own = chosen({ ...emptyQuery, measure: ['fines'] }, { chart: 'funnel' });
    expect(own.measure).toEqual(['fines']);
    expect(chosen(own, { chart: 'bar' }).measure).toEqual(['fines']);
  });
});

describe('a choice', () => {
  it('of a calendar leaves no step behind that nobody chose', () => {
    const calendar = chosen(emptyQuery, { chart: 'calendar' });
    expect(calendar).toMatchObject({ chart: 'calendar', by: ['period'], every: 'month' });
    expect(resolveQuery(calendar).every).toBe('day');
    expect(chosen(calendar, { chart: 'line' }).every).toBe('month');
    const byDay = chosen({ ...emptyQuery, chart: 'line', every: 'day' }, { chart: 'calendar' });
    expect(chosen(byDay, { chart: 'line' }).every).toBe('day');
  });

  it('of other places, or of another order of them, begins at their first page; one of looks does not', () => {
    const second = { ...emptyQuery, chart: 'multiples', page: 2 };
    expect(chosen(second, { place: ['almaty'] }).page).toBe(1);
    expect(chosen(second, { chart: 'line' }).page).toBe(1);
    expect(chosen(second, { from: 1 }).page).toBe(1);
    expect(chosen(second, { axis: 'own', lang: 'kk' }).page).toBe(2);
    expect(chosen(second, { page: 3 }).page).toBe(3);
  });

  it('of anything but a chart or a grouping leaves the grouping', () => {
    const compared = { ...emptyQuery, chart: 'line', by: ['place', 'period'] } as const;
    for (const change of [
      { page: 2 },
      { axis: 'own' },
      { from: 1 },
      { place: ['almaty', 'astana'] },
      { phase: ['after'] },
    ] as const)
      expect(chosen(compared, change)).toMatchObject({ ...change, by: ['place', 'period'], chart: 'line' });
    expect(chosen({ ...emptyQuery, chart: 'bar', by: ['period'] }, { from: 1 }).by).toEqual(['place']);
  });

  it('never leaves what its chart cannot be drawn with', () => {
    for (const chart of chartIds)
      expect(unsuited(chosen({ ...emptyQuery, by: ['period'], every: 'week' }, { chart }))).toBeNull();
  });
});
