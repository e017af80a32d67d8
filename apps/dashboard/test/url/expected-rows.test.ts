import { createPlaceTree, emptyQuery, type Place, parseDay } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { expectedRows } from '../../src/url/expected-rows.ts';
import { extentOf } from '../../src/url/extent.ts';

const place = (id: string, parent: string | null = null) =>
  ({ id, kind: parent ? 'city' : 'region', parent, name_en: id, name_ru: id, name_kk: id }) as Place;
const places = createPlaceTree([place('region'), place('a', 'region'), place('b', 'region'), place('c')]);
const extent = { from: parseDay('2012-01-01'), to: parseDay('2012-12-31') };
const rows = (query: Partial<typeof emptyQuery>) =>
  expectedRows({ ...emptyQuery, measure: ['fines', 'detentions'], ...query }, places, extent);

describe('the rows that an answer is expected to have', () => {
  it('are one for each measure where nothing is grouped', () => {
    expect(rows({ by: [] })).toBe(2);
  });

  it('are one for each place that is asked for, and for what lies in it', () => {
    expect(rows({ by: ['place'] })).toBe(8);
    expect(rows({ by: ['place'], place: ['a', 'c'] })).toBe(4);
    expect(rows({ by: ['place'], place: ['region'] })).toBe(6);
  });

  it('are about one for each step of the asked period, or of the data’s', () => {
    expect(rows({ by: ['period'], every: 'day' })).toBe(2 * 367);
    const may = { from: parseDay('2012-05-01'), to: parseDay('2012-05-31') };
    expect(rows({ by: ['place', 'period'], every: 'day', place: ['a'], ...may })).toBe(2 * 32);
  });

  it('are without end where it is not known how many there can be', () => {
    const nowhere = extentOf({ extent: { from: null, to: null, open: false } });
    const asked = { ...emptyQuery, every: 'day' as const };
    expect(expectedRows({ ...asked, by: ['period'] }, places, nowhere)).toBe(Number.POSITIVE_INFINITY);
    expect(expectedRows({ ...asked, by: ['place'] }, null, extent)).toBe(Number.POSITIVE_INFINITY);
  });
});
