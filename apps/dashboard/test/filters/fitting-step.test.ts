import { dayOf } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { fittingStep, stepAfter } from '../../src/filters/fitting-step.ts';

const open = { from: null, to: null };
const years = (first: number, last: number) => ({ from: dayOf(first, 1, 1), to: dayOf(last, 12, 31) });
const april = { from: dayOf(2012, 4, 1), to: dayOf(2012, 4, 30) };

describe('the step that fits a period', () => {
  it.each([
    [april, 'day'],
    [{ from: dayOf(2012, 4, 28), to: dayOf(2012, 4, 28) }, 'day'],
    [{ from: dayOf(2012, 3, 1), to: dayOf(2012, 6, 30) }, 'week'],
    [years(2011, 2012), 'month'],
    [years(2005, 2012), 'quarter'],
    [years(1912, 2012), 'year'],
  ] as const)('of %j is %s', (period, step) => {
    expect(fittingStep(period, open)).toBe(step);
  });

  it('takes an open end from the data, and is a month where there are none', () => {
    const extent = { from: null, to: dayOf(2012, 6, 30) };
    expect(fittingStep({ from: april.from, to: null }, extent)).toBe('week');
    expect(fittingStep(open, open)).toBe('month');
  });

  it('goes along with the period, but leaves a step that somebody chose', () => {
    const extent = years(2011, 2012);
    expect(stepAfter('month', open, april, extent)).toBe('day');
    expect(stepAfter('quarter', open, april, extent)).toBe('quarter');
  });
});
