import { describe, expect, it } from 'vitest';
import { draw, drawnOrder } from '../../src/index.ts';
import { contextFor } from '../fixtures/context.ts';
import { byCity, byMonth, count, countsOf } from '../fixtures/counts.ts';

describe('drawnOrder', () => {
  it('is that of the bars, of each measure', () => {
    const context = contextFor(byCity);
    const bars = draw('bar', byCity, context).marks.map((mark) => [mark.measure, mark.place]);
    expect(drawnOrder(byCity, context).map((row) => [row.measure, row.place])).toEqual(bars);
    expect(bars.length).toBeGreaterThan(10);
  });

  it('is by time within a place, whatever the size of a period', () => {
    const rows = [
      count('detentions', { place: 'astana', period: '2012-04' }, '3'),
      count('detentions', { place: 'almaty', period: '2012-04' }, '1'),
      count('detentions', { place: 'almaty', period: '2012-05' }, '9'),
    ];
    const counts = countsOf(rows);
    expect(drawnOrder(counts, contextFor(counts))).toEqual([rows[1], rows[2], rows[0]]);
  });

  it('has every row', () => {
    for (const counts of [byCity, byMonth])
      expect(new Set(drawnOrder(counts, contextFor(counts)))).toEqual(new Set(counts.rows));
  });
});
