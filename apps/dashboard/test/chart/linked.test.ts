import type { Mark } from '@article21/charts';
import { describe, expect, it } from 'vitest';
import { linkedMarks } from '../../src/chart/linked.ts';

const mark = (
  index: number,
  seriesIndex: number,
  key: { place?: string; places?: string[]; period?: string },
): Mark => ({
  ...{
    index,
    seriesIndex,
    dataIndex: index,
    measure: 'detentions',
    label: '',
    records: 1,
    dating: { assemblyDay: 0, approximateDates: 0 },
    ...key,
  },
  estimate: { low: 1, high: 1, approximate: false, unnumbered: 0 },
});

describe('the marks that are shown together', () => {
  it('are those of one period in the other panels', () => {
    const marks = [
      mark(0, 0, { place: 'a', period: '2012-04' }),
      mark(1, 0, { place: 'b', period: '2012-04' }),
      mark(2, 1, { place: 'a', period: '2012-04' }),
      mark(3, 1, { place: 'a', period: '2012-05' }),
    ];
    expect(linkedMarks(marks, 0).map(({ index }) => index)).toEqual([0, 2]);
  });

  it('are those of one place where there is no period', () => {
    const marks = [mark(0, 0, { place: 'a' }), mark(1, 1, { place: 'b' }), mark(2, 1, { place: 'a' })];
    expect(linkedMarks(marks, 2).map(({ index }) => index)).toEqual([2, 0]);
  });

  it('are those of all places that are drawn as one', () => {
    const marks = [
      mark(0, 0, { place: 'a' }),
      mark(1, 0, { place: 'b' }),
      mark(2, 0, { place: 'c' }),
      mark(3, 0, { places: ['c', 'a'] }),
    ];
    expect(linkedMarks(marks, 3).map(({ index }) => index)).toEqual([3, 0, 2]);
  });

  it('are none for none, and one alone where nothing is told apart', () => {
    expect(linkedMarks([mark(0, 0, {}), mark(1, 1, {})], 1).map(({ index }) => index)).toEqual([1]);
    expect(linkedMarks([mark(0, 0, {})], -1)).toEqual([]);
  });
});
