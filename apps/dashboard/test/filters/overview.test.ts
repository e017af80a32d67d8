import { dayOf, type MeasureId } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { overviewBuckets, overviewStep, periodOf, spanOf } from '../../src/filters/overview.ts';

const extent = { from: dayOf(2012, 3, 24), to: dayOf(2012, 6, 30) };
const row = (measure: MeasureId, period: string, records: number) => ({
  ...{ measure, period, records, low: 1, high: 1, approximate: false, unnumbered: 0 },
  ...{ assemblyDay: 0, approximateDates: 0 },
});
const rows = [
  row('detentions', '2012-04', 5),
  row('people_fined', '2012-04', 2),
  row('warnings', '2012-06', 1),
];
const buckets = overviewBuckets(extent, 'month', rows);

describe('the overview of the data', () => {
  it('has a column for each month, also for one without records', () => {
    expect(buckets.map(({ name, records }) => [name, records])).toEqual([
      ['2012-03', 0],
      ['2012-04', 7],
      ['2012-05', 0],
      ['2012-06', 1],
    ]);
    expect(overviewBuckets({ from: null, to: null }, 'month', [])).toEqual([]);
  });

  it('takes longer steps for longer data', () => {
    expect(overviewStep(extent)).toBe('month');
    expect(overviewStep({ from: dayOf(1992, 1, 1), to: dayOf(2012, 1, 1) })).toBe('quarter');
    expect(overviewStep({ from: dayOf(1912, 1, 1), to: dayOf(2012, 1, 1) })).toBe('year');
    expect(overviewStep({ from: null, to: null })).toBe('month');
  });

  it('shows a period as the columns it touches, and all of them as no bounds', () => {
    const april = { from: dayOf(2012, 4, 10), to: dayOf(2012, 5, 2) };
    expect(spanOf(april, buckets)).toEqual({ first: 1, last: 2 });
    expect(spanOf({ from: null, to: null }, buckets)).toEqual({ first: 0, last: 3 });
    expect(periodOf({ first: 1, last: 2 }, buckets)).toEqual({
      from: dayOf(2012, 4, 1),
      to: dayOf(2012, 5, 31),
    });
    expect(periodOf({ first: 0, last: 3 }, buckets)).toEqual({ from: null, to: null });
  });

  it('stays within the data where a period lies outside of them', () => {
    expect(spanOf({ from: dayOf(2020, 1, 1), to: dayOf(2020, 2, 1) }, buckets)).toEqual({
      first: 3,
      last: 3,
    });
    expect(spanOf({ from: dayOf(1999, 1, 1), to: dayOf(1999, 2, 1) }, buckets)).toEqual({
      first: 0,
      last: 0,
    });
  });
});
