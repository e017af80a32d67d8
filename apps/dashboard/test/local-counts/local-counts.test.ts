import type { CountsAnswer } from '@article21/contract/client';
import { LOCAL_COUNTS_LIMIT } from '@article21/contract/local-counts';
import { emptyQuery } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { createLocalCounts } from '../../src/local-counts/local-counts.ts';

/** Answers with nothing but the id of the snapshot that it was loaded for. */
async function openSnapshot(id: string) {
  return { counts: async () => ({ snapshot: id }) as CountsAnswer };
}

const now = emptyQuery;
const pinned = (snapshot: string) => ({ ...emptyQuery, snapshot });
const small = (id: string) => ({ id, records: LOCAL_COUNTS_LIMIT });

describe('local counts', () => {
  it('answers nothing until a snapshot is loaded', async () => {
    const local = createLocalCounts(openSnapshot);
    local.setCurrent('a');
    expect(local.counts(now)).toBeNull();
    await local.load(small('a'));
    expect(await local.counts(now)).toEqual({ snapshot: 'a' });
    expect(await local.counts(pinned('a'))).toEqual({ snapshot: 'a' });
    expect(local.counts(pinned('b'))).toBeNull();
    expect([now, pinned('a'), pinned('b')].map(local.has)).toEqual([true, true, false]);
  });

  it('does not load a large snapshot', async () => {
    const local = createLocalCounts(openSnapshot);
    await local.load({ id: 'a', records: LOCAL_COUNTS_LIMIT + 1 });
    expect(local.counts(pinned('a'))).toBeNull();
  });

  it('answers for the current snapshot only while the API says that it is the loaded one', async () => {
    const local = createLocalCounts(openSnapshot);
    await local.load(small('a'));
    expect(local.counts(now)).toBeNull();
    expect(local.setCurrent('a')).toBe(true);
    expect(local.counts(now)).not.toBeNull();
    expect(local.setCurrent('b')).toBe(false);
    expect(local.counts(now)).toBeNull();
    await local.load(small('b'));
    expect(await local.counts(now)).toEqual({ snapshot: 'b' });
    expect(local.counts(pinned('a'))).toBeNull();
  });

  it('loads a snapshot once, and again after a failure', async () => {
    let asked = 0;
    let broken = true;
    const local = createLocalCounts(async (id) => {
      asked += 1;
      if (broken) throw new Error('the network is down');
      return openSnapshot(id);
    });
    await Promise.all([local.load(small('a')), local.load(small('a'))]);
    expect([asked, local.counts(pinned('a'))]).toEqual([1, null]);
    broken = false;
    await local.load(small('a'));
    expect(local.counts(pinned('a'))).not.toBeNull();
  });
});
