import { parseDay } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { presetsOf } from '../../src/filters/presets.ts';

const names = (from: string, to: string) =>
  presetsOf({ from: parseDay(from), to: parseDay(to) }).map(({ name }) => name);

describe('presetsOf', () => {
  it('offers the months of a short period', () => {
    expect(names('2012-04-28', '2012-06-04')).toEqual(['2012-04', '2012-05', '2012-06']);
  });

  it('offers longer steps for longer periods, and never more than twelve', () => {
    expect(names('2011-01-01', '2013-06-30')).toContain('2012-Q2');
    expect(names('2003-01-01', '2012-12-31')).toContain('2012');
    expect(names('1900-01-01', '2012-12-31')).toHaveLength(12);
  });

  it('offers nothing where the data do not say what they cover', () => {
    expect(presetsOf({ from: null, to: 10 })).toEqual([]);
  });
});
