import type { CountsAnswer } from '@article21/contract/client';
import { AT_HAND } from '@article21/mirror/at-hand';
import { emptyQuery } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { createAtHand } from '../../src/at-hand/at-hand.ts';

/** Answers with nothing but the id of the snapshot that it was loaded for. */
async function load(id: string) {
  return { counts: async () => ({ snapshot: id }) as CountsAnswer };
}

const now = emptyQuery;
const pinned = (snapshot: string) => ({ ...emptyQuery, snapshot });
const small = (id: string) => ({ id, records: AT_HAND });

describe('what is at hand', () => {
  it('is nothing, until it is brought', async () => {
    const hand = createAtHand(load);
    hand.note('a');
    expect(hand.counts(now)).toBeNull();
    await hand.bring(small('a'));
    expect(await hand.counts(now)).toEqual({ snapshot: 'a' });
    expect(await hand.counts(pinned('a'))).toEqual({ snapshot: 'a' });
    expect(hand.counts(pinned('b'))).toBeNull();
    expect([now, pinned('a'), pinned('b')].map(hand.holds)).toEqual([true, true, false]);
  });

  it('is no large snapshot', async () => {
    const hand = createAtHand(load);
    await hand.bring({ id: 'a', records: AT_HAND + 1 });
    expect(hand.counts(pinned('a'))).toBeNull();
  });

  it('is not taken for the current one before the API has said so, nor after it has said otherwise', async () => {
    const hand = createAtHand(load);
    await hand.bring(small('a'));
    expect(hand.counts(now)).toBeNull();
    expect(hand.note('a')).toBe(true);
    expect(hand.counts(now)).not.toBeNull();
    expect(hand.note('b')).toBe(false);
    expect(hand.counts(now)).toBeNull();
    await hand.bring(small('b'));
    expect(await hand.counts(now)).toEqual({ snapshot: 'b' });
    expect(hand.counts(pinned('a'))).toBeNull();
  });

  it('comes once, and may come later when it could not', async () => {
    let asked = 0;
    let broken = true;
    const hand = createAtHand(async (id) => {
      asked += 1;
      if (broken) throw new Error('the network is down');
      return load(id);
    });
    await Promise.all([hand.bring(small('a')), hand.bring(small('a'))]);
    expect([asked, hand.counts(pinned('a'))]).toEqual([1, null]);
    broken = false;
    await hand.bring(small('a'));
    expect(hand.counts(pinned('a'))).not.toBeNull();
  });
});
