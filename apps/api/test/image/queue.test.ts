import { describe, expect, it } from 'vitest';
import { createQueue } from '../../src/image/queue.ts';

const queueOf = (atOnce: number, waiting: number) =>
  createQueue({ atOnce, waiting, full: () => new Error('full') });

/** A piece of work that ends when it is told to. */
function work() {
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { over, end };
}

describe('the queue for drawing', () => {
  it('does so many at a time, lets so many wait in their order, and refuses the next at once', async () => {
    const queue = queueOf(2, 2);
    const started: number[] = [];
    const pieces = [0, 1, 2, 3].map(() => work());
    const results = pieces.map(({ over }, i) =>
      queue.add(async () => {
        started.push(i);
        await over;
        return i;
      }),
    );
    await expect(queue.add(async () => 4)).rejects.toThrow('full');
    expect(started).toEqual([0, 1]);
    pieces[1]?.end();
    await results[1];
    await Promise.resolve();
    expect(started).toEqual([0, 1, 2]);
    for (const { end } of pieces) end();
    expect(await Promise.all(results)).toEqual([0, 1, 2, 3]);
    expect(started).toEqual([0, 1, 2, 3]);
    expect(await queue.add(async () => 5)).toBe(5);
  });

  it('goes on after a piece of work that failed', async () => {
    const queue = queueOf(1, 1);
    const failed = queue.add(async () => {
      throw new Error('broken');
    });
    const next = queue.add(async () => 'done');
    await expect(failed).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });
});
