import type { Context } from 'hono';
import { ClientLeft } from './refused.ts';
import type { RequesterOf } from './requester.ts';

/** Shares the thread that answers among the clients: one request takes little of it, many take much. */
export interface Scheduler {
  /**
   * Runs the work of a request when its turn comes. Throws a `ClientLeft` where its client has left by then.
   */
  run(c: Context, work: () => Promise<void>): Promise<void>;
  /**
   * Waits for another thread or the disk. Other requests have their turns meanwhile, and this one continues when it has one
   * again: many that wait for the same thing do not continue all at once. Throws as `run` does.
   */
  wait<T>(c: Context, waited: Promise<T>): Promise<T>;
  /** Begins no request in this turn of the event loop. */
  skipTurn(): void;
}

export interface SchedulerOptions {
  requesterOf: RequesterOf;
  /** Milliseconds, of a clock that is never set back. */
  now(): number;
}

interface Request {
  state: ClientState;
  hasLeft(): boolean;
  isOver: boolean;
  /** Its next turn, while it waits for one. */
  nextTurn: Promise<void> | null;
}

/** A client with requests in progress. */
interface ClientState {
  requests: number;
  /** Milliseconds of the thread that it has used, counted as if it had asked from the beginning. */
  used: number;
  waiting: Waiter[];
}

interface Waiter {
  request: Request;
  /** Its place among all that ever waited. */
  arrival: number;
  begin(): void;
  drop(error: Error): void;
}

/**
 * Gives the thread to one request at a time. Between two turns the event loop reads what has arrived, and the client that has
 * used the least of the thread is next: one that asks for little waits for one turn of another, however much others ask for.
 */
export function createScheduler({ requesterOf, now }: SchedulerOptions): Scheduler {
  const requests = new WeakMap<Context, Request>();
  const states = new Map<string, ClientState>();
  const thread = createThread(states, now);

  function arrive(c: Context): { request: Request; leave(): void } {
    const { client, hasLeft } = requesterOf(c);
    const state = states.get(client) ?? { requests: 0, used: 0, waiting: [] };
    states.set(client, state);
    state.requests += 1;
    const request = { state, hasLeft, isOver: false, nextTurn: null };
    requests.set(c, request);
    const leave = () => {
      request.isOver = true;
      state.requests -= 1;
      if (state.requests === 0) states.delete(client);
    };
    return { request, leave };
  }

  return {
    async run(c, work) {
      const { request, leave } = arrive(c);
      try {
        await thread.wait(request);
        await work();
      } finally {
        leave();
      }
    },
    async wait(c, waited) {
      const request = requests.get(c);
      try {
        return await waited;
      } finally {
        // A request that is over needs no turn.
        if (request && !request.isOver) await thread.wait(request);
      }
    },
    skipTurn: thread.skipTurn,
  };
}

/** Which request has the thread, and which is next. */
function createThread(states: ReadonlyMap<string, ClientState>, now: () => number) {
  let current: { request: Request; since: number } | null = null;
  let isDue = false;
  let skipsTurn = false;
  /** What the client of the last turn had used: a new client starts from there, and not from zero. */
  let clock = 0;
  let arrivals = 0;

  function begin({ request, begin: go }: Waiter): void {
    clock = Math.max(clock, request.state.used);
    current = { request, since: now() };
    go();
  }

  function beginNext(): void {
    if (skipsTurn) return;
    for (let next = takeNext(states); next; next = takeNext(states)) {
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
    if (current) current.request.state.used += now() - current.since;
    current = null;
    if ([...states.values()].some(({ waiting }) => waiting.length > 0)) callNext();
  }

  function callNext(): void {
    if (isDue) return;
    isDue = true;
    // Not at once: the event loop reads what has arrived first. The synchronous part of a turn is over before the second of
    // these; what it still waits for then happens elsewhere.
    setImmediate(beginNext);
    setImmediate(end);
  }

  function queue(request: Request): Promise<void> {
    const { state } = request;
    if (state.waiting.length === 0) state.used = Math.max(state.used, clock);
    return new Promise<void>((resolve, drop) => {
      arrivals += 1;
      state.waiting.push({ request, arrival: arrivals, begin: resolve, drop });
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
      request.nextTurn ??= queue(request).finally(() => {
        request.nextTurn = null;
      });
      return request.nextTurn;
    },
  };
}

/** Removes the first request of the client that has used least; of several that used the same, of the one that waited longest. */
function takeNext(states: ReadonlyMap<string, ClientState>): Waiter | undefined {
  let least: { state: ClientState; first: Waiter } | null = null;
  for (const state of states.values()) {
    const [first] = state.waiting;
    if (!first) continue;
    const more = least ? state.used - least.state.used || first.arrival - least.first.arrival : -1;
    if (more < 0) least = { state, first };
  }
  return least?.state.waiting.shift();
}
