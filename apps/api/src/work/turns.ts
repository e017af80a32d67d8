import type { Context } from 'hono';
import { ClientLeft } from './refused.ts';
import type { RequesterOf } from './requester.ts';

/** The thread that answers, shared out among those who ask: what each of its turns takes is small, many of them are not. */
export interface Turns {
  /**
   * Answers a request when its turn comes. Throws a `ClientLeft` where its client has gone by then.
   */
  take(c: Context, work: () => Promise<void>): Promise<void>;
  /**
   * Waits for what may be done by another thread or the disk. Others have their turns meanwhile, and the request goes on when
   * it has one again: many that wait for the same thing do not go on all at once. Throws as `take`, too.
   */
  after<T>(c: Context, waited: Promise<T>): Promise<T>;
  /** Begins no request in this turn of the event loop. */
  skipTurn(): void;
}

export interface TurnsOptions {
  requesterOf: RequesterOf;
  /** Milliseconds, of a clock that is never set back. */
  now(): number;
}

interface Request {
  line: Line;
  hasLeft(): boolean;
  isOver: boolean;
  /** Its next turn, while it waits for one. */
  coming: Promise<void> | null;
}

/** A client with requests under way. */
interface Line {
  requests: number;
  /** Milliseconds of the thread that it has had, as if it had asked from the beginning. */
  had: number;
  waiting: Waiter[];
}

interface Waiter {
  request: Request;
  /** The how many-th that ever waited. */
  arrival: number;
  begin(): void;
  drop(error: Error): void;
}

/**
 * Turns of one request at a time. Between two of them the thread hears of everything that came meanwhile, and whoever has had
 * least of it is next: so a client that asks little waits for one turn of somebody else, however much others ask for.
 */
export function createTurns({ requesterOf, now }: TurnsOptions): Turns {
  const requests = new WeakMap<Context, Request>();
  const lines = new Map<string, Line>();
  const thread = createThread(lines, now);

  function arrive(c: Context): { request: Request; leave(): void } {
    const { client, hasLeft } = requesterOf(c);
    const line = lines.get(client) ?? { requests: 0, had: 0, waiting: [] };
    lines.set(client, line);
    line.requests += 1;
    const request = { line, hasLeft, isOver: false, coming: null };
    requests.set(c, request);
    const leave = () => {
      request.isOver = true;
      line.requests -= 1;
      if (line.requests === 0) lines.delete(client);
    };
    return { request, leave };
  }

  return {
    async take(c, work) {
      const { request, leave } = arrive(c);
      try {
        await thread.wait(request);
        await work();
      } finally {
        leave();
      }
    },
    async after(c, waited) {
      const request = requests.get(c);
      try {
        return await waited;
      } finally {
        // What comes too late for its request is for others, who wait by themselves.
        if (request && !request.isOver) await thread.wait(request);
      }
    },
    skipTurn: thread.skipTurn,
  };
}

/** Who has the thread, and who has it next. */
function createThread(lines: ReadonlyMap<string, Line>, now: () => number) {
  let current: { request: Request; since: number } | null = null;
  let isDue = false;
  let skipsTurn = false;
  /** What those had had whose turn came last: newcomers are not owed what they never asked for. */
  let clock = 0;
  let arrivals = 0;

  function begin({ request, begin: go }: Waiter): void {
    clock = Math.max(clock, request.line.had);
    current = { request, since: now() };
    go();
  }

  function beginNext(): void {
    if (skipsTurn) return;
    for (let next = takeNext(lines); next; next = takeNext(lines)) {
      if (!next.request.hasLeft()) {
        begin(next);
        return;
      }
      next.drop(new ClientLeft());
    }
  }

  function end(): void {
    isDue = false;
    skipsTurn = false;
    if (current) current.request.line.had += now() - current.since;
    current = null;
    if ([...lines.values()].some(({ waiting }) => waiting.length > 0)) callNext();
  }

  function callNext(): void {
    if (isDue) return;
    isDue = true;
    // Not at once: the thread looks for what has come before it goes on. What a turn does by itself, it has done before
    // the second of these; what it still waits for then is done elsewhere.
    setImmediate(beginNext);
    setImmediate(end);
  }

  function queue(request: Request): Promise<void> {
    const { line } = request;
    if (line.waiting.length === 0) line.had = Math.max(line.had, clock);
    return new Promise<void>((resolve, drop) => {
      arrivals += 1;
      line.waiting.push({ request, arrival: arrivals, begin: resolve, drop });
      callNext();
    });
  }

  return {
    skipTurn() {
      skipsTurn = true;
    },
    /** Waits until a request has the thread. */
    wait(request: Request): Promise<void> {
      if (current?.request === request) return Promise.resolve();
      request.coming ??= queue(request).finally(() => {
        request.coming = null;
      });
      return request.coming;
    },
  };
}

/** Takes out the first of the client that has had least; of several that have had the same, of who has waited longest. */
function takeNext(lines: ReadonlyMap<string, Line>): Waiter | undefined {
  let least: { line: Line; first: Waiter } | null = null;
  for (const line of lines.values()) {
    const [first] = line.waiting;
    if (!first) continue;
    const more = least ? line.had - least.line.had || first.arrival - least.first.arrival : -1;
    if (more < 0) least = { line, first };
  }
  return least?.line.waiting.shift();
}
