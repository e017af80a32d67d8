import { words } from '@article21/messages';
import { createPlaceTree, exactly, unstated } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { largestFirst, matching, withSign } from '../../src/evidence/order-records.ts';
import { record } from '../record.ts';

const two = record({ id: 'two' });
const none = record({ id: 'none', count: { notation: '?', ...unstated } });
const nine = record({ id: 'nine', count: { notation: '9', ...exactly(9) }, note: 'At the Ähnlich square' });
const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id);

describe('the records behind a number', () => {
  it('stand with the largest first, and what states no number last', () => {
    expect(ids(largestFirst([none, two, nine], ['detentions'], words('en')))).toEqual([
      'nine',
      'two',
      'none',
    ]);
  });

  it('keep their order where they are equal, or counted as reports', () => {
    const other = record({ id: 'other' });
    expect(ids(largestFirst([two, other], ['detentions'], words('en')))).toEqual(['two', 'other']);
    expect(ids(largestFirst([two, nine], ['records'], words('en')))).toEqual(['two', 'nine']);
  });

  it('are those that give the number a sign, where one is asked for', () => {
    const open = record({ id: 'open', count: { notation: '2+', ...exactly(2), high: null } });
    const all = [two, none, nine, open];
    expect(ids(withSign(all, { measures: ['detentions'], sign: 'atLeast' }, words('en')))).toEqual([
      'none',
      'open',
    ]);
    expect(ids(withSign(all, { measures: ['detentions'], sign: 'badge' }, words('en')))).toEqual(['none']);
    expect(withSign(all, { measures: ['detentions'], sign: 'hatch' }, words('en'))).toEqual([]);
    expect(withSign(all, { measures: ['records'], sign: 'badge' }, words('en'))).toEqual([]);
  });

  it('are found by their words, whatever the capitals and accents', () => {
    const site = { words: words('en'), places: createPlaceTree([]) };
    const almaty = { ...site, places: null };
    expect(ids(matching([two, nine], 'AHNLICH', almaty))).toEqual(['nine']);
    expect(ids(matching([two, nine], 'detention', almaty))).toEqual(['two', 'nine']);
    expect(matching([two, nine], 'nowhere', almaty)).toEqual([]);
    expect(ids(matching([two, nine], '  ', site))).toEqual(['two', 'nine']);
  });
});
