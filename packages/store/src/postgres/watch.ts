import type { Client } from './connection.ts';
import type { Database } from './database.ts';
import { isDatabaseUnavailable } from './errors.ts';
import { CHANNEL, readState, readVersion, type State } from './snapshots.ts';

/** Follows which snapshot a database says is served. */
export interface Watch {
  /** As last heard of; of a later moment each time. */
  state(): State;
  /** Why it is not known at the moment whether there is a later one: one sentence; null where it is known. */
  problem(): string | null;
  close(): Promise<void>;
}

export interface WatchOptions {
  /** Makes ready what is to be served; what was served before is, until that is done. */
  prepare(id: string): Promise<void>;
  /** Removes what this machine holds of snapshots that were retracted. */
  forget(ids: readonly string[]): Promise<void>;
  /** Told when the database cannot be asked any more, and with null when it can again. */
  report(problem: string | null): void;
}

/** In milliseconds. A notification is heard at once; the rest is for those that are lost with a connection that looks alive. */
const POLL_INTERVAL_MS = 1_000;
const ANSWER_TIMEOUT_MS = 1_000;
const RECONNECT_INTERVAL_MS = 500;

/**
 * Begins to follow; resolves when the first state is known, however long the database is not there. Throws where it is
 * there and cannot be used, as with a wrong password.
 */
export async function watch(database: Database, { prepare, forget, report }: WatchOptions): Promise<Watch> {
  let known: State | null = null;
  let problem: string | null = null;
  let isClosed = false;
  const bell = createBell();
  let begin = (_state: State) => {};
  let fail = (_error: unknown) => {};
  const begun = new Promise<State>((resolve, reject) => {
    begin = resolve;
    fail = reject;
  });

  function reportOnce(message: string | null): void {
    if (message === problem) return;
    problem = message;
    report(message);
  }

  async function look(client: Client): Promise<void> {
    const version = await readVersion(client, ANSWER_TIMEOUT_MS);
    // A database that was behind, as a standby is, must not take readers back in time.
    if (known && version <= known.version) return;
    const state = await readState(client);
    if (known && state.version <= known.version) return;
    const before = known?.retractions;
    const fresh = [...state.retractions.keys()].filter((id) => !before?.has(id));
    // At once: what was retracted does not wait for what is to be served instead, which may never be ready here.
    if (known) known = without(known, fresh, state);
    // From here on they are not answered any more.
    await forget(fresh);
    if (state.current !== null && state.current !== known?.current) await prepare(state.current);
    known = state;
    begin(state);
  }

  async function listen(client: Client): Promise<void> {
    client.on('notification', bell.ring);
    client.on('end', bell.ring);
    try {
      await client.query(`LISTEN ${CHANNEL}`);
      while (!isClosed) {
        await look(client);
        reportOnce(null);
        await bell.wait(POLL_INTERVAL_MS);
      }
      await client.query(`UNLISTEN ${CHANNEL}`);
    } finally {
      client.off('notification', bell.ring);
      client.off('end', bell.ring);
    }
  }

  async function follow(): Promise<void> {
    while (!isClosed) {
      try {
        await database.use(listen);
      } catch (error) {
        if (isClosed) return;
        if (known === null && !isDatabaseUnavailable(error)) return fail(error);
        reportOnce(error instanceof Error ? error.message : String(error));
        await bell.wait(RECONNECT_INTERVAL_MS);
      }
    }
  }

  const following = follow();
  const first = await begun;
  return {
    state: () => known ?? first,
    problem: () => problem,
    close: async () => {
      isClosed = true;
      bell.ring();
      await following;
    },
  };
}

/** A state as before, but without snapshots that were retracted since. */
function without(known: State, ids: readonly string[], { retractions }: State): State {
  const stays = (id: string) => !ids.includes(id);
  const current = known.current !== null && stays(known.current) ? known.current : null;
  return { ...known, retractions, current, ids: known.ids.filter(stays) };
}

/** Waits for a while or until it is rung; one that rings while nobody waits is heard by the next who does. */
function createBell() {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    wait: async (most: number) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, most);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = null;
      rung = false;
    },
  };
}
