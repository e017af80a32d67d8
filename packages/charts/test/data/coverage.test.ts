import { type Coverage, parseDay, unstated } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { gapLookup } from '../../src/data/coverage.ts';
import { contextFor, plotFor } from '../fixtures/context.ts';
import { count, countsOf } from '../fixtures/counts.ts';
import { svgOf } from '../svg.ts';
import { textsOf } from '../texts-of.ts';

const day = (text: string) => parseDay(text) ?? 0;
const april = [day('2012-04-01'), day('2012-04-30')] as const;
const span = (place: string, from: string, to: string): Coverage => ({ place, from, to, source: 'kibhr' });
const counts = countsOf([count('detentions', { place: 'almaty', period: '2012-05' }, '2')]);
const year = { from: day('2012-01-01'), to: day('2012-12-31'), place: [] };

function watch(coverage: Coverage[] | undefined, query = {}, of = counts) {
  return gapLookup(of, 'detentions', plotFor(of, { coverage, query: { ...year, ...query } }));
}

describe('no record', () => {
  it('claims nothing where nothing is known of who watched', () => {
    expect(watch(undefined)('almaty', ...april)).toBe('unknown');
    expect(watch([])('almaty', ...april)).toBe('unknown');
  });

  it('is zero only where the whole of the period was watched', () => {
    expect(watch([span('almaty', '2012-04-01', '2012-04-30')])('almaty', ...april)).toBe('zero');
    expect(watch([span('almaty', '2012-04-02', '2012-04-30')])('almaty', ...april)).toBe('unmonitored');
    expect(watch([span('astana', '2012-01-01', '2012-12-31')])('almaty', ...april)).toBe('unmonitored');
  });

  it('is zero where spans of several sources join without a gap, but not across a gap', () => {
    const first = span('almaty', '2012-03-01', '2012-04-10');
    expect(watch([span('almaty', '2012-04-11', '2012-05-01'), first])('almaty', ...april)).toBe('zero');
    expect(watch([span('almaty', '2012-04-12', '2012-05-01'), first])('almaty', ...april)).toBe(
      'unmonitored',
    );
  });

  it('is zero in a city where somebody watched the whole country', () => {
    expect(watch([span('kz', '2012-01-01', '2012-12-31')])('taraz', ...april)).toBe('zero');
  });

  it('is zero of a bucket that reaches out of the asked period, if the rest of it was watched', () => {
    const asked = { from: day('2012-04-20') };
    expect(watch([span('almaty', '2012-04-20', '2012-12-31')], asked)('almaty', ...april)).toBe('zero');
  });

  it('is zero everywhere only where every place was watched', () => {
    const all = [span('kz', '2012-01-01', '2012-12-31')];
    const some = [span('almaty', '2012-01-01', '2012-12-31')];
    expect(watch(all)(undefined, ...april)).toBe('zero');
    expect(watch(some)(undefined, ...april)).toBe('unmonitored');
    expect(watch(some, { place: ['almaty'] })(undefined, ...april)).toBe('zero');
    expect(watch(some, { place: ['almaty', 'taraz'] })(undefined, ...april)).toBe('unmonitored');
  });

  it('claims nothing of a place with a record that is not dated to a bucket', () => {
    const undated = [
      { measure: 'detentions' as const, place: 'almaty', ...unstated, records: 1, within: true },
    ];
    const of = countsOf(counts.rows, undated);
    expect(watch([span('kz', '2012-01-01', '2012-12-31')], {}, of)('almaty', ...april)).toBe('unknown');
    expect(watch([span('kz', '2012-01-01', '2012-12-31')], {}, of)('taraz', ...april)).toBe('zero');
  });
});

describe('a picture', () => {
  const zeros = (coverage: Coverage[] | undefined, chart = 'heatmap') => {
    const context = contextFor(counts, { query: year, ...(coverage ? { coverage } : {}) });
    return textsOf(svgOf(chart, counts, context)).filter(({ text }) => text === '0').length;
  };

  it('writes no zero without coverage, and one in each watched cell with it', () => {
    expect(zeros(undefined)).toBe(0);
    expect(zeros([span('almaty', '2012-01-01', '2012-12-31')])).toBe(11);
    // Astana has no record, but somebody watched it for half a year.
    expect(zeros([span('astana', '2012-01-01', '2012-06-30')])).toBe(6);
  });
});
