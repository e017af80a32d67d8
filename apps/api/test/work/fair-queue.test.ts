import { describe, expect, it } from 'vitest';
import { createFairQueue } from '../../src/work/fair-queue.ts';

interface Piece {
  client: string;
  cost: number;
  name: string;
}

const piece = (name: string, cost: number): Piece => ({ client: name.charAt(0), cost, name });
const any = () => true;

/** A queue of these, in this order. */
function queueOf(...pieces: Piece[]) {
  const queue = createFairQueue<Piece>();
  for (const it of pieces) queue.add(it);
  return queue;
}

/** The names of all that waits, in the order of their turns. */
function turns(queue: ReturnType<typeof queueOf>, mayStart: (it: Piece) => boolean = any): string[] {
  const names: string[] = [];
  for (let it = queue.take(mayStart); it; it = queue.take(mayStart)) names.push(it.name);
  return names;
}

describe('a fair queue', () => {
  it('takes the work of one client in its order', () => {
    expect(turns(queueOf(piece('a1', 30), piece('a2', 10), piece('a3', 20)))).toEqual(['a1', 'a2', 'a3']);
  });

  it('takes turns between clients, by what their work costs and not by how much of it waits', () => {
    const many = Array.from({ length: 5 }, (_, i) => piece(`a${i}`, 10));
    expect(turns(queueOf(...many, piece('b0', 10), piece('b1', 10)))).toEqual([
      'a0',
      'b0',
      'a1',
      'b1',
      'a2',
      'a3',
      'a4',
    ]);
    const large = [piece('a0', 100), piece('a1', 100)];
    const small = Array.from({ length: 11 }, (_, i) => piece(`b${i}`, 10));
    const order = turns(queueOf(...large, ...small));
    // Ten small ones cost as much as a large one.
    expect(order.indexOf('a0')).toBe(9);
    expect(order.at(-1)).toBe('a1');
  });

  it('lets a newcomer go before what has waited for longer and costs more', () => {
    const queue = queueOf(piece('a0', 100), piece('a1', 100), piece('a2', 100));
    expect(queue.take(any)?.name).toBe('a0');
    queue.add(piece('b0', 10));
    expect(turns(queue)).toEqual(['b0', 'a1', 'a2']);
  });

  it('keeps nobody waiting for ever, however many newcomers ask for little', () => {
    const queue = queueOf(piece('a', 100));
    const names = 'bcdefghijklmnopqrstuvwxyz';
    const before = [...names].findIndex((name) => {
      queue.add(piece(name, 10));
      return queue.take(any)?.name === 'a';
    });
    expect(before).toBe(9);
  });

  it('passes over what may not start, and takes it when it may', () => {
    const queue = queueOf(piece('a0', 100), piece('a1', 10), piece('b0', 50));
    expect(turns(queue, ({ cost }) => cost < 100)).toEqual(['a1', 'b0']);
    expect(turns(queue)).toEqual(['a0']);
  });

  it('charges nothing for what was given up', () => {
    const given = piece('a0', 1000);
    const queue = queueOf(given, piece('a1', 10), piece('b0', 20));
    expect([queue.remove(given), queue.remove(given)]).toEqual([true, false]);
    expect(turns(queue)).toEqual(['a1', 'b0']);
  });

  it('knows what waits, of whom, and whose is most', () => {
    const queue = queueOf(piece('a0', 5), piece('a1', 6), piece('b0', 10));
    expect([queue.cost, queue.costOf('a'), queue.costOf('b'), queue.costOf('c')]).toEqual([21, 11, 10, 0]);
    expect(queue.lastOfMost()?.name).toBe('a1');
    turns(queue);
    expect([queue.cost, queue.lastOfMost()]).toEqual([0, null]);
  });
});
