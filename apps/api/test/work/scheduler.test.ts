import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScheduler } from '../../src/work/scheduler.ts';
import { appOf, publishMade, storeIn, temporaryFolder } from '../fixture.ts';

/** A thread on whose clock time passes when something is done. */
function thread() {
  let time = 0;
  const requesterOf = (c: Context) =>
    c as unknown as ReturnType<Parameters<typeof createScheduler>[0]['requesterOf']>;
  const turns = createScheduler({ requesterOf, now: () => time });
  const done: string[] = [];
  const requestOf = (client: string, hasLeft = () => false) =>
    ({ client, hasLeft, signal: new AbortController().signal }) as unknown as Context;
  const work = (called: string, takes = 1) => {
    time += takes;
    done.push(called);
  };
  return {
    turns,
    done,
    work,
    requestOf,
    /** Asks for what takes so many milliseconds. */
    ask(client: string, { takes = 1, called = client, hasLeft = (): boolean => false } = {}) {
      const answered = turns.run(requestOf(client, hasLeft), async () => work(called, takes));
      // Only some tests look at what became of it.
      answered.catch(() => {});
      return answered;
    },
    async until(count: number) {
      while (done.length < count) await nextTurn();
    },
  };
}

describe('the thread that answers', () => {
  it('is had next by whoever has had least of it, however much others ask for', async () => {
    const { ask, done, until } = thread();
    for (let i = 0; i < 50; i++) ask('a', { takes: 12 });
    await until(5);
    await ask('b');
    expect(done).toEqual(['a', 'a', 'a', 'a', 'a', 'b']);
  });

  it('begins nothing while something else has the event loop', async () => {
    const { ask, done, turns } = thread();
    const answered = ask('a');
    for (let i = 0; i < 10; i++) {
      turns.skipTurn();
      await nextTurn();
    }
    expect(done).toEqual([]);
    await answered;
    expect(done).toEqual(['a']);
  });

  it('is shared out by time, and not by the number of requests', async () => {
    const { ask, done, until } = thread();
    for (let i = 0; i < 50; i++) {
      ask('a', { takes: 10 });
      ask('b', { takes: 1 });
    }
    await until(44);
    expect(done.filter((it) => it === 'b').length).toBeGreaterThanOrEqual(39);
  });

  it('owes nobody what they did not ask for', async () => {
    const { ask, done, until } = thread();
    for (let i = 0; i < 20; i++) ask('a', { takes: 10 });
    await until(10);
    for (let i = 0; i < 20; i++) ask('b', { takes: 10 });
    await until(16);
    expect(done.slice(10).filter((it) => it === 'a')).toHaveLength(3);
  });

  it('hears of what comes meanwhile after every turn', async () => {
    const { ask, done, until } = thread();
    const seen: number[] = [];
    const look = () => {
      seen.push(done.length);
      if (done.length < 10) setImmediate(look);
    };
    for (let i = 0; i < 10; i++) ask('a');
    setImmediate(look);
    await until(10);
    for (const [i, it] of seen.entries()) expect(it - (seen[i - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('does nothing for who has left', async () => {
    const { ask, done } = thread();
    const left = ask('a', { hasLeft: () => true });
    await expect(left).rejects.toMatchObject({ kind: 'busy' });
    await ask('a');
    expect(done).toEqual(['a']);
  });

  it('is for others while a request waits for what is done elsewhere, which then goes on in its turn', async () => {
    const { turns, requestOf, ask, work, done } = thread();
    let release = () => {};
    const shared = new Promise<void>((resolve) => {
      release = resolve;
    });
    const waiting = Array.from({ length: 20 }, () => {
      const c = requestOf('a');
      return turns.run(c, async () => {
        await turns.wait(c, shared);
        work('a');
      });
    });
    await ask('b');
    release();
    await nextTurn();
    await ask('b');
    expect(done.filter((it) => it === 'a').length).toBeLessThan(5);
    await Promise.all(waiting);
    expect(done).toHaveLength(22);
  });

  it('goes on to the next where a turn waits for something that nobody told of', async () => {
    const { turns, requestOf, ask, done } = thread();
    void turns.run(requestOf('a'), () => new Promise(() => {}));
    await ask('a');
    await ask('b');
    expect(done).toEqual(['a', 'b']);
  });

  it('keeps a request that is over from waiting, whatever else it began', async () => {
    const { turns, requestOf, ask } = thread();
    const c = requestOf('a');
    let late: Promise<string> = Promise.resolve('');
    await turns.run(c, async () => {
      late = turns.wait(c, nextTurn('late'));
    });
    expect(await late).toBe('late');
    await ask('a');
  });
});

describe('the application', () => {
  const folder = temporaryFolder();
  beforeAll(async () => {
    const { path } = await folder;
    await publishMade(storeIn(path), path);
  });
  afterAll(async () => (await folder).remove());

  it.each([
    (i: number) => `/api/v1/counts?measure=detentions&by=period&title=${i}`,
    (i: number) => `/api/v1/counts?measure=nothing-${i}`,
    (i: number) => `/nothing/at/${i}`,
    (i: number) => `/api/v1/places?x=${i}`,
  ])('answers a second client before all that the first has asked', async (path) => {
    let time = 0;
    const { hono, close } = appOf(storeIn((await folder).path), { now: () => ++time });
    const order: string[] = [];
    const ask = async (client: string, it: string) => {
      const env = { incoming: { socket: { remoteAddress: client } }, outgoing: { destroyed: false } };
      const { status } = await hono.request(it, {}, env);
      order.push(client);
      return status;
    };
    await ask('203.0.113.1', '/healthz');
    const many = Array.from({ length: 100 }, (_, i) => ask('203.0.113.1', path(i)));
    const others = ['/healthz', '/api/v1/counts?measure=fines'].map((it) => ask('203.0.113.2', it));
    expect(await Promise.all(others)).toEqual([200, 200]);
    expect(order.filter((it) => it === '203.0.113.1').length).toBeLessThan(20);
    await Promise.all(many);
    await close();
  });
});
