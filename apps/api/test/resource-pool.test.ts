import { describe, expect, it } from 'vitest';
import { createResourcePool } from '../src/resource-pool.ts';

const turns = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

/** A pool whose things are open when they are told to be, and are used until they are let go. */
function heldPool({ size = 2, most = 3, kept = '' } = {}) {
  const begun: string[] = [];
  const closed: string[] = [];
  const opens = new Map<string, (error?: Error) => void>();
  const pool = createResourcePool<string>({
    size,
    most,
    open: (id) =>
      new Promise((resolve, reject) => {
        begun.push(id);
        opens.set(id, (error) => (error ? reject(error) : resolve(id)));
      }),
    close: async (thing) => void closed.push(thing),
    keeps: (id) => id === kept,
    forgives: () => false,
    full: () => new Error('full'),
  });
  return {
    pool,
    begun,
    closed,
    /** Takes a thing; it is used until `release`. */
    take(id: string) {
      let release = (_error?: Error) => {};
      const using = new Promise<void>((resolve, reject) => {
        release = (error) => (error ? reject(error) : resolve());
      });
      const done = pool.use(id, () => using.then(() => id));
      // Only some tests look at what became of it.
      done.catch(() => {});
      return { done, release };
    },
    async opened(id: string, error?: Error) {
      opens.get(id)?.(error);
      await turns();
    },
  };
}

describe('a pool', () => {
  it('opens a thing once for all who ask while it is being opened, whatever else is asked for meanwhile', async () => {
    const { take, begun, opened } = heldPool({ size: 1, most: 8 });
    const ids = ['a', 'b', 'c', 'd'];
    const all = Array.from({ length: 40 }, (_, i) => take(ids[i % 4] ?? ''));
    await turns();
    expect(begun).toEqual(ids);
    for (const { release } of all) release();
    for (const id of ids) await opened(id);
    await Promise.all(all.map(({ done }) => done));
    expect(begun).toEqual(ids);
  });

  it('never drops what is in use: whoever asks for it next gets it, and does not open it anew', async () => {
    const { take, begun, closed, opened } = heldPool({ size: 1, most: 8 });
    const first = take('a');
    await opened('a');
    for (const id of ['b', 'c']) {
      const other = take(id);
      await opened(id);
      other.release();
      await other.done;
    }
    const second = take('a');
    second.release();
    expect(await second.done).toBe('a');
    expect([begun, closed]).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
    ]);
    first.release();
    await first.done;
  });

  it('has no more than so many altogether, in use and being opened too', async () => {
    const { take, begun, closed, opened } = heldPool({ size: 1, most: 3 });
    const [a, b, c] = [take('a'), take('b'), take('c')];
    await opened('a');
    await expect(take('d').done).rejects.toThrow('full');
    for (const id of ['b', 'c']) await opened(id);
    await expect(take('d').done).rejects.toThrow('full');
    expect([begun, closed]).toEqual([['a', 'b', 'c'], []]);
    a?.release();
    await turns();
    const d = take('d');
    await opened('d');
    expect([begun, closed]).toEqual([['a', 'b', 'c', 'd'], ['a']]);
    for (const it of [b, c, d]) it?.release();
    await Promise.all([b.done, c.done, d.done]);
  });

  it('counts what failed as long as others use it, and opens it anew for who comes then', async () => {
    const { take, begun, closed, opened } = heldPool({ size: 2, most: 2 });
    const [fails, goesOn] = [take('a'), take('a')];
    await opened('a');
    fails.release(new Error('damaged'));
    await expect(fails.done).rejects.toThrow('damaged');
    const again = take('a');
    await opened('a');
    await expect(take('b').done).rejects.toThrow('full');
    expect([begun, closed]).toEqual([['a', 'a'], []]);
    goesOn.release();
    await goesOn.done;
    expect(closed).toEqual(['a']);
    again.release();
    await again.done;
  });

  it('has always room for the one that it keeps', async () => {
    const { take, opened } = heldPool({ size: 1, most: 1, kept: 'kept' });
    const a = take('a');
    await opened('a');
    const kept = take('kept');
    await opened('kept');
    kept.release();
    expect(await kept.done).toBe('kept');
    a.release();
    await a.done;
  });

  it('opens nothing before it is its turn, and closes also what nobody took', async () => {
    const { pool, begun, closed, opened } = heldPool();
    let begin = () => {};
    const gone = pool.use(
      'a',
      async () => {},
      (open) => {
        begin = () => void open();
        return Promise.reject(new Error('left'));
      },
    );
    await expect(gone).rejects.toThrow('left');
    expect(begun).toEqual([]);
    begin();
    const closing = pool.close();
    await opened('a');
    await closing;
    expect([begun, closed]).toEqual([['a'], ['a']]);
  });
});
