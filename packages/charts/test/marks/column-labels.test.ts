import { words } from '@article21/messages';
import { exactly } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../src/marks/column-labels.ts';
import { certain } from '../../src/marks/day-signs.ts';

const box = { left: 0, top: 0, width: 140, height: 80 };
const scale = { end: 20, step: 10 };
const range = { low: 9, high: 15, approximate: false, unnumbered: 0 };

/** The columns of two neighbours that have a label. */
function labelled(neighbour: number, unnumbered: number): boolean[] {
  const columns = [
    { bucket: 4, estimate: range, dating: certain },
    { bucket: 5, estimate: { ...exactly(neighbour), unnumbered }, dating: certain },
  ];
  return placeLabels({ columns, box, buckets: 12, scale }, words('en')).map((label) => label !== null);
}

describe('placeLabels', () => {
  it('labels the highest, and a lower one where its label covers nothing', () => {
    expect(labelled(16, 0)).toEqual([false, true]);
    expect(labelled(2, 0)).toEqual([true, true]);
  });

  it('never labels a column beside one twice as high that has no label', () => {
    const of = (...values: number[]) => {
      const columns = values.map((n, bucket) => ({ bucket, estimate: exactly(n), dating: certain }));
      const scale = { end: 2000, step: 500 };
      const plot = { columns, box: { ...box, width: values.length * 12 }, buckets: values.length, scale };
      return placeLabels(plot, words('en')).map((label) => label?.signs ?? null);
    };
    const labels = of(8, 1200, 1704, 1200, 8, 3, 900, 1300, 7, 5);
    expect(labels[2]).toBe('1,704');
    expect(labels.at(-1)).toBe('5');
    expect([labels[0], labels[4], labels[5]]).toEqual([null, null, null]);
  });

  it('labels an annotated column before a higher one', () => {
    const of = (annotated: number | null) => {
      const columns = [40, 90, 60, 50, 20, 20, 30].map((n, bucket) => ({
        ...{ bucket, estimate: exactly(n), dating: certain, annotated: bucket === annotated },
      }));
      const plot = { columns, box: { ...box, width: 126 }, buckets: 7, scale: { end: 100, step: 50 } };
      return placeLabels(plot, words('en')).map((label) => label?.signs ?? null);
    };
    expect(of(null).slice(1, 4)).toEqual(['90', '60', null]);
    expect(of(3).slice(1, 4)).toEqual(['90', null, '50']);
  });
});
