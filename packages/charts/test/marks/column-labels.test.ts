import { words } from '@article21/messages';
import { exactly } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../src/marks/column-labels.ts';

const box = { left: 0, top: 0, width: 140, height: 80 };
const scale = { end: 20, step: 10 };
const range = { low: 9, high: 15, approximate: false, unnumbered: 0 };

/** The columns of two neighbours that have a label. */
function labelled(neighbour: number, unnumbered: number): boolean[] {
  const columns = [
    { bucket: 4, estimate: range },
    { bucket: 5, estimate: { ...exactly(neighbour), unnumbered } },
  ];
  return placeLabels({ columns, box, buckets: 12, scale }, words('en')).map((label) => label !== null);
}

describe('placeLabels', () => {
  it('labels the highest, and a lower one where its label covers nothing', () => {
    expect(labelled(16, 0)).toEqual([false, true]);
    expect(labelled(2, 0)).toEqual([true, true]);
  });

  it('covers no ring of a neighbour whose badge has no room', () => {
    expect(labelled(14, 0)).toEqual([true, false]);
    expect(labelled(14, 1)).toEqual([false, false]);
  });
});
