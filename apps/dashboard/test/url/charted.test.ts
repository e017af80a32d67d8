import { emptyQuery } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { chartOf, chosen, countedQuery } from '../../src/url/charted.ts';

describe('the chart and the grouping of a query', () => {
  it('are bars by place when nothing is said', () => {
    expect(countedQuery(emptyQuery)).toMatchObject({ chart: 'bar', by: ['place'] });
  });

  it('follow the grouping when no chart is named', () => {
    expect(chartOf({ chart: null, by: ['period'] })).toBe('line');
  });

  it('are periods over time, and of each city when several are chosen', () => {
    const line = { ...emptyQuery, chart: 'line' };
    expect(countedQuery(line).by).toEqual(['period']);
    expect(countedQuery({ ...line, place: ['almaty'] }).by).toEqual(['period']);
    expect(countedQuery({ ...line, place: ['almaty', 'astana'] }).by).toEqual(['place', 'period']);
  });

  it('keep a grouping that fits the chart and replace one that does not', () => {
    expect(countedQuery({ ...emptyQuery, chart: 'line', by: ['place', 'period'] }).by).toEqual([
      'place',
      'period',
    ]);
    expect(countedQuery({ ...emptyQuery, chart: 'bar', by: ['period'] }).by).toEqual(['place']);
  });

  it('are both named after a choice', () => {
    expect(chosen(emptyQuery, { chart: 'line' })).toMatchObject({ chart: 'line', by: ['period'] });
    expect(chosen(emptyQuery, { place: ['almaty'] })).toMatchObject({ chart: null, by: ['place'] });
  });
});
