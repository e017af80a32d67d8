import { chartIds, resolveQuery, unsuited } from '@article21/charts';
import { emptyQuery } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { chartOf, withChoice } from '../../src/address/index.ts';

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
    expect(withChoice(emptyQuery, { chart: 'line' })).toMatchObject({ chart: 'line', by: ['period'] });
    expect(withChoice(emptyQuery, { place: ['almaty'] })).toMatchObject({ chart: null, by: ['place'] });
  });

  it('bring the measures of the stages, and take them away with them', () => {
    const stages = withChoice(emptyQuery, { chart: 'funnel' });
    expect(stages.measure.length).toBeGreaterThan(emptyQuery.measure.length);
    expect(withChoice(stages, { chart: 'bar' }).measure).toEqual(emptyQuery.measure);
    const own = withChoice({ ...emptyQuery, measure: ['fines'] }, { chart: 'funnel' });
    expect(own.measure).toEqual(['fines']);
    expect(withChoice(own, { chart: 'bar' }).measure).toEqual(['fines']);
  });
});

describe('a choice', () => {
  it('of a calendar leaves no step behind that nobody chose', () => {
    const calendar = withChoice(emptyQuery, { chart: 'calendar' });
    expect(calendar).toMatchObject({ chart: 'calendar', by: ['period'], every: 'month' });
    expect(resolveQuery(calendar).every).toBe('day');
    expect(withChoice(calendar, { chart: 'line' }).every).toBe('month');
    const byDay = withChoice({ ...emptyQuery, chart: 'line', every: 'day' }, { chart: 'calendar' });
    expect(withChoice(byDay, { chart: 'line' }).every).toBe('day');
  });

  it('of other places, or of another order of them, begins at their first page; one of looks does not', () => {
    const second = { ...emptyQuery, chart: 'multiples', page: 2 };
    expect(withChoice(second, { place: ['almaty'] }).page).toBe(1);
    expect(withChoice(second, { chart: 'line' }).page).toBe(1);
    expect(withChoice(second, { from: 1 }).page).toBe(1);
    expect(withChoice(second, { axis: 'own', lang: 'kk' }).page).toBe(2);
    expect(withChoice(second, { page: 3 }).page).toBe(3);
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
      expect(withChoice(compared, change)).toMatchObject({
        ...change,
        by: ['place', 'period'],
        chart: 'line',
      });
    expect(withChoice({ ...emptyQuery, chart: 'bar', by: ['period'] }, { from: 1 }).by).toEqual(['place']);
  });

  it('never leaves what its chart cannot be drawn with', () => {
    for (const chart of chartIds)
      expect(unsuited(withChoice({ ...emptyQuery, by: ['period'], every: 'week' }, { chart }))).toBeNull();
  });
});
