import { describe, expect, it } from 'vitest';
import { dateCounted } from '../../src/dataset/index.ts';
import { words } from '../../src/index.ts';

const day = '2012-05-31';
const counted = (by: 'day' | 'assembly' | 'interval', approximate: boolean) =>
  dateCounted({ charted: { from: day, to: day, day, by, approximate } }, words('en'));

describe('the days on which a record is counted', () => {
  it('have the reason beside them', () => {
    expect(counted('day', false)).toBe('31 May 2012: the source dates it to the day');
    expect(counted('assembly', false)).toBe('31 May 2012: counted under the date of its assembly');
  });

  it('are not said to be dated to the day where the source says “about”', () => {
    expect(counted('day', true)).toBe('31 May 2012: the source says “about”');
    expect(counted('assembly', true)).toBe(
      '31 May 2012: counted under the date of its assembly; the source says “about”',
    );
  });
});
