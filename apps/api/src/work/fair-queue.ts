/** Something that waits: whose it is, what it costs, more than 0, and how many wait for the same, which is done once. */
export interface Waiting {
  readonly client: string;
  readonly cost: number;
  /** Each of them is charged its part of the cost while they wait; 1 where it is not told. */
  readonly sharers?: number;
}

/** What waits, in an order in which each client gets as much as any other. */
export interface FairQueue<T extends Waiting> {
  add(it: T): void;
  /** Whether it was still waiting. */
  remove(it: T): boolean;
  /** Takes out whose turn it is among those that may start; null where none may. */
  take(mayStart: (it: T) => boolean): T | null;
  /** What was taken of a client's cost so much more than was said (nothing, where that is below 0): others get as much before it. */
  charge(client: string, more: number): void;
  /** What waits of one client costs together, of what it shares its part. */
  costOf(client: string): number;
  /** What waits costs altogether. */
  readonly cost: number;
  /** What came last of the client whose waiting work costs most; null where nothing waits. */
  lastOfMost(): T | null;
}

/** A line without anything waiting is that of a client who has had more than its share; the clock passes it. */
interface Line<T> {
  /** Until where on the clock the client has had its share. */
  served: number;
  waiting: T[];
}

/**
 * An empty queue. Each client's work is laid end to end on a clock that counts work instead of time, and what would end first
 * comes first (self-clocked fair queueing). So whoever asks for little waits for little, however much others ask for, and
 * what is large comes, too, as soon as as much else has been done. What was given up costs its client nothing; what was done and
 * took longer than was said is charged afterwards, so that nobody gets more of it by asking for what is underestimated.
 */
export function createFairQueue<T extends Waiting>(): FairQueue<T> {
  const lines = new Map<string, Line<T>>();
  let clock = 0;
  const costOf = (client: string) => sum(lines.get(client)?.waiting ?? []);

  function remove(it: T): boolean {
    const line = lines.get(it.client);
    const at = line?.waiting.indexOf(it) ?? -1;
    if (!line || at < 0) return false;
    line.waiting.splice(at, 1);
    if (line.waiting.length === 0 && line.served <= clock) lines.delete(it.client);
    return true;
  }

  /** Who had more than its share, and has nothing waiting, is like anybody else as soon as others have had as much. */
  function forgetPassed(): void {
    for (const [client, { served, waiting }] of lines)
      if (waiting.length === 0 && served <= clock) lines.delete(client);
  }

  return {
    add(it) {
      const line = lines.get(it.client) ?? { served: clock, waiting: [] };
      lines.set(it.client, line);
      line.waiting.push(it);
    },
    remove,
    take(mayStart) {
      let next: { it: T; line: Line<T>; end: number } | null = null;
      for (const line of lines.values()) {
        const it = line.waiting.find(mayStart);
        const end = line.served + (it?.cost ?? 0);
        if (it && (next === null || end < next.end)) next = { it, line, end };
      }
      if (next === null) return null;
      clock = Math.max(clock, next.end);
      next.line.served = clock;
      // Of two that would end at the same time, the one that was served longer ago is next: a Map keeps the order of insertion.
      lines.delete(next.it.client);
      lines.set(next.it.client, next.line);
      remove(next.it);
      forgetPassed();
      return next.it;
    },
    charge(client, more) {
      if (more <= 0) return;
      const line = lines.get(client) ?? { served: clock, waiting: [] };
      line.served = Math.max(line.served, clock) + more;
      lines.set(client, line);
    },
    costOf,
    get cost() {
      return [...lines.values()].reduce((all, { waiting }) => all + sum(waiting), 0);
    },
    lastOfMost() {
      const [most] = [...lines.values()].sort((a, b) => sum(b.waiting) - sum(a.waiting));
      return most?.waiting.at(-1) ?? null;
    },
  };
}

function sum(waiting: readonly Waiting[]): number {
  return waiting.reduce((all, { cost, sharers = 1 }) => all + cost / sharers, 0);
}
