import { HttpProblem } from '@article21/answers';
import { describe, expect, it } from 'vitest';
import { type AdmissionOptions, createAdmission } from '../../src/work/admission.ts';

/** An admission whose work ends when it is told to; no time passes by itself. */
function held(options: Omit<AdmissionOptions, 'now'>) {
  let time = 0;
  const admission = createAdmission({ ...options, now: () => time });
  const started: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  return {
    started,
    ask(
      key: string,
      {
        client = key.charAt(0),
        cost = 10,
        signal,
      }: { client?: string; cost?: number; signal?: AbortSignal } = {},
    ) {
      const work = () =>
        new Promise<string>((resolve, reject) => {
          started.push(key);
          ends.set(key, (error) => (error ? reject(error) : resolve(`made ${key}`)));
        });
      const asked = admission.admit({ key, client, cost, signal }, work);
      // Only some tests look at what became of it.
      asked.catch(() => {});
      return asked;
    },
    passes(milliseconds: number) {
      time += milliseconds;
    },
    /** Ends a piece of work, and lets the next ones start. */
    async end(key: string, error?: Error) {
      ends.get(key)?.(error);
      for (let i = 0; i < 5; i++) await Promise.resolve();
    },
  };
}

const busy = expect.objectContaining({ kind: 'busy' });

describe('admission', () => {
  it('does so much at a time, and goes on after work that failed', async () => {
    const it = held({ atOnce: 2 });
    const all = ['a1', 'b1', 'c1', 'd1'].map((key) => it.ask(key));
    expect(it.started).toEqual(['a1', 'b1']);
    await it.end('b1', new Error('broken'));
    await expect(all[1]).rejects.toThrow('broken');
    expect(it.started).toEqual(['a1', 'b1', 'c1']);
    for (const key of ['a1', 'c1', 'd1']) await it.end(key);
    await expect(Promise.all([all[0], all[2], all[3]])).resolves.toEqual(['made a1', 'made c1', 'made d1']);
    void it.ask('e1');
    expect(it.started.at(-1)).toBe('e1');
  });

  it('is fair: whoever asks for one thing is next, however much another waits for', async () => {
    const it = held({ atOnce: 1 });
    for (let i = 0; i < 20; i++) void it.ask(`a${i}`, { cost: 100 });
    void it.ask('b0', { cost: 50 });
    await it.end('a0');
    expect(it.started).toEqual(['a0', 'b0']);
  });

  it('is fair by the time that work took, whatever was thought of it before', async () => {
    const it = held({ atOnce: 1 });
    for (let i = 0; i < 4; i++) void it.ask(`a${i}`, { cost: 10 });
    it.passes(2000);
    for (let i = 0; i < 3; i++) void it.ask(`b${i}`, { cost: 50 });
    for (const key of ['a0', 'b0', 'b1', 'b2']) await it.end(key);
    expect(it.started).toEqual(['a0', 'b0', 'b1', 'b2', 'a1']);
    await it.end('a1');
    // Nor is it forgotten while the client has nothing waiting.
    for (const key of ['a2', 'a3']) await it.end(key);
    void it.ask('x0', { cost: 10 });
    void it.ask('c0', { cost: 10 });
    it.passes(500);
    await it.end('x0');
    await it.end('c0');
    for (const key of ['y0', 'x1', 'z0']) void it.ask(key, { cost: 10 });
    await it.end('y0');
    expect(it.started.slice(-2)).toEqual(['y0', 'z0']);
  });

  it('leaves a place to what is short while what is long is done', async () => {
    const it = held({ atOnce: 2, long: 50 });
    for (const key of ['a1', 'b1', 'c1']) void it.ask(key, { cost: 100 });
    expect(it.started).toEqual(['a1']);
    void it.ask('d1', { cost: 50 });
    expect(it.started).toEqual(['a1', 'd1']);
    await it.end('a1');
    expect(it.started).toEqual(['a1', 'd1', 'b1']);
    const alone = held({ atOnce: 1, long: 50 });
    void alone.ask('a1', { cost: 100 });
    expect(alone.started).toEqual(['a1']);
  });

  it('refuses a client more than its part, and says when to come again', async () => {
    const it = held({ atOnce: 1, most: { client: 3000, all: 10_000 } });
    void it.ask('a0', { cost: 1000 });
    for (const key of ['a1', 'a2', 'a3']) void it.ask(key, { cost: 1000 });
    const refused = await it.ask('a4', { cost: 1000 }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(HttpProblem);
    expect(refused).toMatchObject({ kind: 'busy', seconds: 3 });
    void it.ask('b0', { cost: 900 });
    await it.end('a0');
    expect(it.started).toEqual(['a0', 'b0']);
  });

  it('puts off the last of whoever has most waiting, when there is no room for who has less', async () => {
    const it = held({ atOnce: 1, most: { client: 3000, all: 4000 } });
    void it.ask('x0', { cost: 1000 });
    const a = ['a1', 'a2', 'a3'].map((key) => it.ask(key, { cost: 1000 }));
    void it.ask('b1', { cost: 1000 });
    const c = it.ask('c1', { cost: 1000 });
    await expect(a[2]).rejects.toEqual(busy);
    await it.end('x0');
    await it.end('a1');
    await it.end('b1');
    await it.end('c1');
    await expect(c).resolves.toBe('made c1');
    const full = held({ atOnce: 1, most: { client: 3000, all: 2000 } });
    for (const key of ['x0', 'a1', 'b1']) void full.ask(key, { cost: 1000 });
    await expect(full.ask('c1', { cost: 1000 })).rejects.toEqual(busy);
  });

  it('counts once what many wait for: they need no room, and take none from others', async () => {
    const it = held({ atOnce: 2, long: 1000 });
    for (const key of ['x0', 'y0']) void it.ask(key, { cost: 1000 });
    const readers = Array.from({ length: 100 }, (_, i) =>
      it.ask('one', { client: `reader-${i}`, cost: 1000 }),
    );
    for (let i = 0; i < 29; i++) void it.ask(`other-${i}`, { client: `other-${i % 5}`, cost: 1000 });
    await it.end('x0');
    expect(it.started).toContain('one');
    await it.end('one');
    await expect(Promise.all(readers)).resolves.toEqual(Array(100).fill('made one'));
  });

  it('joins who asks for what waits already, however full it is', async () => {
    const it = held({ atOnce: 1, most: { client: 1000, all: 2000 } });
    for (const key of ['x0', 'a1', 'b1']) void it.ask(key, { cost: 1000 });
    await expect(it.ask('c1', { cost: 1000 })).rejects.toEqual(busy);
    const joined = it.ask('a1', { client: 'b', cost: 1000 });
    await it.end('x0');
    await it.end('a1');
    await expect(joined).resolves.toBe('made a1');
  });

  it('puts off what two ask for together as if one had asked, when somebody else needs the room', async () => {
    const it = held({ atOnce: 1, most: { client: 4000, all: 4000 } });
    void it.ask('x0', { cost: 1000 });
    const pairs = ['1', '2', '3', '4'].map((key) =>
      ['a', 'b'].map((client) => it.ask(key, { client, cost: 1000 })),
    );
    const other = it.ask('c1', { cost: 1000 });
    for (const asked of pairs[3] ?? []) await expect(asked).rejects.toEqual(busy);
    for (let i = 0; i < 5; i++) for (const key of ['x0', '1', '2', '3', 'c1']) await it.end(key);
    await expect(other).resolves.toBe('made c1');
  });

  it('charges whoever stays with what others have left', async () => {
    const it = held({ atOnce: 1, most: { client: 1000, all: 1000 } });
    void it.ask('x0', { cost: 1000 });
    const leaving = new AbortController();
    void it.ask('a1', { client: 'a', cost: 1000, signal: leaving.signal });
    const stays = it.ask('a1', { client: 'b', cost: 1000 });
    leaving.abort();
    await expect(it.ask('c1', { cost: 1000 })).rejects.toEqual(busy);
    for (const key of ['x0', 'a1']) await it.end(key);
    await expect(stays).resolves.toBe('made a1');
  });

  it('does at last what is estimated to cost more than anybody may have waiting', async () => {
    const it = held({ atOnce: 1, most: { client: 3000, all: 4000 } });
    const large = it.ask('a0', { cost: 1e9 });
    await it.end('a0');
    await expect(large).resolves.toBe('made a0');
  });

  it('does once what several ask for, at the turn of the first of them', async () => {
    const it = held({ atOnce: 1 });
    for (let i = 0; i < 5; i++) void it.ask(`a${i}`, { cost: 100 });
    const last = it.ask('shared', { client: 'a' });
    const other = it.ask('shared', { client: 'b' });
    await it.end('a0');
    expect(it.started).toEqual(['a0', 'shared']);
    const late = it.ask('shared', { client: 'c' });
    await it.end('shared');
    await expect(Promise.all([last, other, late])).resolves.toEqual(Array(3).fill('made shared'));
    expect(it.started).toEqual(['a0', 'shared', 'a1']);
  });
});

describe('whoever leaves', () => {
  it('is told so at once, and what nobody else waits for is not begun', async () => {
    const it = held({ atOnce: 1, most: { client: 20, all: 20 } });
    void it.ask('x0');
    const [leaving, staying] = [new AbortController(), new AbortController()];
    const gone = it.ask('a1', { signal: leaving.signal });
    void it.ask('a2', { signal: staying.signal });
    leaving.abort();
    await expect(gone).rejects.toEqual(busy);
    // There is room again for another.
    const next = it.ask('b1');
    await it.end('x0');
    await it.end('a2');
    expect(it.started).toEqual(['x0', 'a2', 'b1']);
    await it.end('b1');
    await expect(next).resolves.toBe('made b1');
    await expect(it.ask('a3', { signal: leaving.signal })).rejects.toEqual(busy);
    expect(it.started).toHaveLength(3);
  });

  it('takes nothing from who waits for the same', async () => {
    const it = held({ atOnce: 1 });
    void it.ask('x0');
    const leaving = new AbortController();
    const gone = it.ask('shared', { client: 'a', signal: leaving.signal });
    const waits = it.ask('shared', { client: 'b' });
    leaving.abort();
    await expect(gone).rejects.toEqual(busy);
    await it.end('x0');
    const alsoGone = new AbortController();
    const late = it.ask('shared', { client: 'c', signal: alsoGone.signal });
    alsoGone.abort();
    await expect(late).rejects.toEqual(busy);
    await it.end('shared');
    await expect(waits).resolves.toBe('made shared');
  });
});
