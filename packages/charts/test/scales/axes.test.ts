import { type Count, parseDay, type Step } from '@article21/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeAxis } from '../../src/scales/time-axis.ts';
import { scaleFor } from '../../src/scales/value-axis.ts';
import { contextFor, plotFor } from '../fixtures/context.ts';
import { count, countsOf } from '../fixtures/counts.ts';
import { svgOf } from '../svg.ts';

function axis(every: Step, [from, to]: readonly (string | null)[], rows: Count[], width = 700) {
  const query = { every, from: parseDay(from ?? ''), to: parseDay(to ?? '') };
  return timeAxis(rows, width, plotFor(countsOf(rows), { query }));
}
const row = (period: string) => count('detentions', { period }, '1');

describe('the axis of time', () => {
  it('holds every bucket of the asked period, also those without a record', () => {
    expect(axis('month', ['2012-01-15', '2012-12-31'], [row('2012-04')]).names).toHaveLength(12);
    expect(axis('week', ['2012-04-01', '2012-04-30'], [row('2012-W17')]).names).toEqual([
      '2012-W13',
      '2012-W14',
      '2012-W15',
      '2012-W16',
      '2012-W17',
      '2012-W18',
    ]);
  });

  it('begins and ends with the counts where the query leaves it open', () => {
    expect(axis('month', [null, null], [row('2012-02'), row('2011-11')]).names).toEqual([
      '2011-11',
      '2011-12',
      '2012-01',
      '2012-02',
    ]);
  });

  it('names each bucket where there is room, the year where it changes', () => {
    expect([...axis('month', ['2011-11-01', '2012-02-29'], [row('2012-01')]).ticks]).toEqual([
      [0, 'Nov\n2011'],
      [1, 'Dec'],
      [2, 'Jan\n2012'],
      [3, 'Feb'],
    ]);
  });

  it('names a bucket that the asked period cuts by the days that are counted', () => {
    const years = axis('year', ['2025-12-01', '2026-01-31'], [row('2025')]);
    expect([...years.ticks.values()]).toEqual(['1 Dec\u00a0–\n31 Dec 2025', '1 Jan\u00a0–\n31 Jan 2026']);
    const weeks = axis('week', ['2025-01-01', '2025-01-31'], [row('2025-W01')]);
    expect([...weeks.ticks.values()]).toEqual([
      '1 Jan\u00a0–\n5 Jan 2025',
      '6 Jan',
      '13 Jan',
      '20 Jan',
      '27 Jan\u00a0–\n31 Jan',
    ]);
    const month = axis('month', ['2012-04-28', '2012-04-28'], [row('2012-04')]);
    expect([...month.ticks.values()]).toEqual(['28 Apr 2012']);
  });

  it.each([
    ['day', '2012-04-01', '2012-06-30', '2012-05-01'],
    ['day', '2003-01-01', '2012-12-31', '2012-05-01'],
    ['week', '2010-01-01', '2012-12-31', '2012-W17'],
    ['month', '1913-01-01', '2012-12-31', '2012-05'],
    ['year', '1000-01-01', '2012-12-31', '2012'],
  ] as const)(
    'has some names for each %s of %s to %s, but never more than fit',
    (every, from, to, period) => {
      for (const width of [250, 700]) {
        const { ticks } = axis(every, [from, to], [row(period)], width);
        expect(ticks.size).toBeGreaterThanOrEqual(2);
        expect(ticks.size).toBeLessThanOrEqual(width / 20);
      }
    },
  );

  it('refuses a count that lies outside of it, and one without a period', () => {
    const { indexOf } = axis('month', ['2012-04-01', '2012-06-30'], [row('2012-04')]);
    expect(indexOf('2012-05')).toBe(1);
    expect(() => indexOf('2013-05')).toThrow('count outside of the axis: 2013-05 (2012-04 to 2012-06)');
    expect(() => axis('month', [null, null], [count('detentions', {}, '1')])).toThrow(
      'count without a period',
    );
  });
});

describe('the scale of counts', () => {
  const exact = (n: number) => ({ low: n, high: n, approximate: false, unnumbered: 0 });
  it.each([56, 104, 206])(
    'ends at a line above the largest, which takes three quarters of %d pixels',
    (height) => {
      const maxima = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 5_000_000 }));
      fc.assert(
        fc.property(maxima, (largest) => {
          const { end, step } = scaleFor([exact(1), exact(largest)], height);
          expect(Number.isInteger(step) && Number.isInteger(end / step)).toBe(true);
          expect(end).toBeGreaterThanOrEqual(largest);
          expect(largest / end).toBeGreaterThanOrEqual(0.75);
          expect(end / step).toBeLessThanOrEqual(6);
        }),
        { numRuns: 200 },
      );
    },
  );

  it('has an end where there is no number at all', () => {
    expect(scaleFor([], 100)).toEqual({ end: 1, step: 1 });
    expect(scaleFor([exact(0)], 100)).toEqual({ end: 1, step: 1 });
  });

  it('counts in steps that are easily read', () => {
    expect([13, 43, 110, 770, 1650].map((n) => scaleFor([exact(n)], 206))).toEqual([
      { end: 15, step: 5 },
      { end: 50, step: 10 },
      { end: 125, step: 25 },
      { end: 800, step: 200 },
      { end: 2000, step: 500 },
    ]);
  });
});

describe('bars', () => {
  it('use three quarters of their plot for the largest count and its label, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), (largest) => {
        const counts = countsOf([
          count('detentions', { place: 'almaty' }, `${largest}`),
          count('detentions', { place: 'astana' }, '1'),
        ]);
        const svg = svgOf('bar', counts, contextFor(counts));
        const [, left = '0', right = '0'] = /<path d="M([\d.]+) [\d.]+V[\d.]+H([\d.]+)V/.exec(svg) ?? [];
        expect((Number(right) - Number(left)) / (760 - 16 - Number(left))).toBeGreaterThan(0.75);
      }),
      { numRuns: 200 },
    );
  });
});
