import { describe, expect, it } from 'vitest';
import { follow, intervals } from '../../src/follow/follow.ts';
import { refusal } from '../../src/follow/origin.ts';
import type { Pulled } from '../../src/follow/pull.ts';

const nothingNew: Pulled = {
  served: '2026-11-23-0000000000000001',
  isNew: false,
  records: 4,
  installed: 0,
  retracted: [],
  missing: [],
};

/** Time that passes when a test says so. */
function createClock() {
  let time = 0;
  const timers = new Set<{ at: number; then(): void }>();
  return {
    after(ms: number, then: () => void) {
      const timer = { at: time + ms, then };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass(ms: number) {
      time += ms;
      for (const timer of [...timers]) if (timer.at <= time && timers.delete(timer)) timer.then();
    },
    timers: () => timers.size,
  };
}

/** Follows an origin that answers so, one after another, in a time that passes only between. */
async function following(answers: readonly (() => Pulled)[], hasSomething = async () => true) {
  const said: string[] = [];
  const waited: number[] = [];
  const clock = createClock();
  let served = 0;
  let asked = 0;
  await follow({
    pull: async () => (answers[asked++] ?? (() => nothingNew))(),
    async pause(ms) {
      waited.push(ms);
      clock.pass(ms);
      return asked < answers.length;
    },
    after: clock.after,
    say: (line) => void said.push(line),
    serve: () => {
      served += 1;
    },
    hasSomething,
  });
  return { said, waited, served };
}

const silent = () => {
  throw refusal('unreachable', 'https://origin.example/ cannot be asked: nobody listens there');
};

describe('following for long', () => {
  it('asks each minute, and says nothing where nothing is new', async () => {
    const { said, waited, served } = await following(Array(3).fill(() => nothingNew));
    expect([said, waited, served]).toEqual([[], [60_000, 60_000, 60_000], 3]);
  });

  it('says what came', async () => {
    const { said } = await following([() => ({ ...nothingNew, isNew: true, installed: 3 })]);
    expect(said).toEqual([
      '2026-11-23-0000000000000001 is served, 4 records',
      '2 earlier editions were taken over',
    ]);
  });

  it('says once what is in its way, asks more rarely, and goes on by itself when it is over', async () => {
    const { said, waited, served } = await following([silent, silent, silent, () => nothingNew]);
    expect(said).toEqual([
      'https://origin.example/ cannot be asked: nobody listens there; what was served is served still',
      'the origin can be followed again',
    ]);
    expect(waited).toEqual([5_000, 10_000, 20_000, 60_000]);
    expect(served).toBe(1);
  });

  it('says another thing that is in its way', async () => {
    const forged = () => {
      throw refusal('signature', 'it is not believed');
    };
    const { said } = await following([silent, forged, forged]);
    expect(said).toHaveLength(2);
    expect(said[1]).toBe('it is not believed; what was served is served still');
  });

  it('says after an hour of nothing that what is served may be out of date, once, and recovers', async () => {
    const hours = Array(40).fill(silent);
    const { said, waited } = await following([...hours, () => nothingNew]);
    expect(waited.slice(0, 40).reduce((all, it) => all + it, 0)).toBeGreaterThan(2 * intervals.silent);
    expect(Math.max(...waited)).toBe(intervals.longest);
    expect(said).toEqual([
      expect.stringContaining('nobody listens there'),
      'nothing that could be taken has come for 60 minutes: what is served may be out of date',
      'the origin can be followed again',
    ]);
  });

  it('says so also while an answer comes drop by drop, and waits for nothing more when it ends', async () => {
    const clock = createClock();
    const said: string[] = [];
    let end = (_: Pulled) => {};
    const ended = follow({
      pull: () =>
        new Promise((resolve) => {
          end = resolve;
        }),
      pause: async () => false,
      after: clock.after,
      say: (line) => void said.push(line),
      serve: () => {},
      hasSomething: async () => true,
    });
    clock.pass(intervals.silent - 1);
    expect(said).toEqual([]);
    clock.pass(1);
    expect(said).toEqual([expect.stringMatching(/^nothing that could be taken has come for 60 minutes/)]);
    end(nothingNew);
    await ended;
    expect(said[1]).toBe('the origin can be followed again');
    expect(clock.timers()).toBe(0);
  });

  it('says what was retracted also where nothing else can be had, and that nothing is served then', async () => {
    const gone = '2026-11-23-0000000000000002';
    const withheld = (retracted: string[]) => () => {
      throw Object.assign(refusal('unreachable', 'https://origin.example/ answers with 503'), { retracted });
    };
    const { said, served } = await following(
      [withheld([gone]), withheld([]), withheld([])],
      async () => false,
    );
    expect(said).toEqual([
      `${gone} was retracted by its publisher, and is removed`,
      'https://origin.example/ answers with 503; nothing is served until it can be had',
    ]);
    expect(served).toBe(0);
  });

  it('is told of a fault of its own folder, and goes on when that is mended', async () => {
    const full = () => {
      throw new Error('cannot use /data: the disk is full; free some space (ENOSPC)');
    };
    const unreadable = async () => full();
    const { said } = await following([full, () => nothingNew], unreadable);
    expect(said[0]).toContain('the disk is full');
    expect(said[1]).toBe('the origin can be followed again');
  });
});
