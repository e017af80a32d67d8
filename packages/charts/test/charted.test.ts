import { emptyQuery } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { charted, chartIds, suits } from '../src/index.ts';

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
    expect(charted({ ...emptyQuery, ...asked })).toMatchObject({ chart, by });
  });

  it('always suits the chart, and asked again is the same', () => {
    for (const chart of chartIds)
      for (const by of [[], ['place'], ['period'], ['place', 'period']] as const) {
        const query = charted({ ...emptyQuery, chart, by });
        expect([chart, by, suits(chart, query)]).toEqual([chart, by, true]);
        expect(charted(query)).toEqual(query);
      }
  });

  it('is days for a calendar, whatever step was asked for', () => {
    expect(charted({ ...emptyQuery, chart: 'calendar', every: 'month' }).every).toBe('day');
  });
});
