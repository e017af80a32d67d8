import type { Store } from '@article21/store';
import { type Call, type Command, exits, type Result } from '../command.ts';
import { failure, misuse } from '../failure.ts';
import { follow as followOrigin, intervals, linesOf, removed } from '../follow/follow.ts';
import { type Machine, thisMachine } from '../follow/machine.ts';
import { createOrigin, isRefusal, type Refusal } from '../follow/origin.ts';
import { type Pulled, pull } from '../follow/pull.ts';
import { counted, visible } from '../output.ts';
import { openDataDir } from '../store.ts';
import { pinnedKey } from '../verify-mirror.ts';

export const follow = createFollow(thisMachine);

/** The command, in the surroundings that it is given. */
export function createFollow(surroundings: () => Machine): Command {
  return {
    name: 'follow',
    summary: 'take over what another server or a mirror publishes, verify it, and serve it',
    parameters: [
      { name: '<origin>', description: 'its address, such as https://example.org/', required: true },
    ],
    options: {
      key: { value: '<file>', description: 'the public key that must have signed it, or that key itself' },
      once: { description: 'ask once, and serve nothing' },
    },
    async run(call) {
      const world = surroundings();
      const origin = createOrigin(readAddress(call.args[0] ?? ''), world);
      const key = await pinnedKey(call);
      if (key === null)
        throw misuse('follow needs --key: without it, anybody could say anything in the publisher’s name');
      const store = await openDataDir(call);
      const tell = (done: number, total: number, id: string) =>
        call.progress.at(done, total, `taking over ${id}`);
      const ask = () => pull({ origin, key, store, tell });
      if (!call.has('once')) return followForever(ask, world, call, store);
      await store.recover();
      return once(ask, origin.address);
    },
  };
}

const exitOf: Readonly<Record<Refusal['refusal'], Result['exit']>> = {
  unreachable: exits.failed,
  other_dataset: exits.usage,
  damaged: exits.damaged,
  signature: exits.damaged,
  replay: exits.damaged,
};

async function once(ask: () => Promise<Pulled>, origin: string): Promise<Result> {
  const pulled = await ask().catch((error: unknown) => {
    if (!isRefusal(error)) throw error;
    const said = [...removed(error.retracted), error.message].join('; ');
    throw failure(exitOf[error.refusal], error.refusal, said, error);
  });
  const { served, isNew, installed, missing } = pulled;
  const [first] = missing;
  const text = linesOf(pulled);
  return {
    exit: first ? exitOf[first.refusal] : exits.done,
    json: {
      ok: !first,
      command: 'follow',
      origin,
      served,
      isNew,
      installed,
      missing: missing.map(({ message }) => message),
    },
    text: text.length > 0 ? text : [`${served} is what is served already: nothing changed`],
    notes: first
      ? [`${counted(missing.length, 'earlier edition')} could not be had: ${visible(first.message)}`]
      : [],
  };
}

/** Follows until the operator ends it, or the server that shows what came ends by itself. */
async function followForever(
  ask: () => Promise<Pulled>,
  world: Machine,
  call: Call,
  store: Store,
): Promise<Result> {
  let stop: (() => void) | null = null;
  let over: (why: number | null | 'asked') => void = () => {};
  let isOver = false;
  const ended = new Promise<number | null | 'asked'>((resolve) => {
    over = (why) => {
      isOver = true;
      resolve(why);
    };
  });
  void world.ended.then(() => over('asked'));
  const serve = () => {
    const { dataDir, storeUrl, io } = call;
    // One that is named by --data stands in the place of any that the surroundings name.
    stop ??= world.startServer({ ...io.env, DATA_DIR: dataDir, STORE_URL: storeUrl ?? '' }, over);
  };
  const pause = (ms: number) =>
    new Promise<boolean>((resolve) => {
      const cancel = world.after(ms, () => resolve(true));
      void ended.then(() => {
        cancel();
        resolve(false);
      });
    });
  // What an origin could not send any more is no news for the operator who ended it.
  const say = (line: string) => void (isOver || call.io.stderr.write(`${visible(line)}\n`));
  const hasSomething = async () => (await store.current()) !== null;
  const begin = async () => {
    if (!(await recovered(store, pause, say))) return;
    if (await hasSomething()) serve();
    await followOrigin({ pull: ask, pause, after: world.after, say, serve, hasSomething });
  };
  const following = begin();
  const why = await Promise.race([ended, following.then(() => ended)]);
  (stop as (() => void) | null)?.();
  if (why !== 'asked')
    throw failure(exits.failed, 'failed', `the server ended by itself, with exit code ${why}`);
  return { exit: exits.done, json: { ok: true, command: 'follow' }, text: [] };
}

/** Recovers a store; one in a database that is away is waited for, which is said once. False where nobody follows any more. */
async function recovered(
  store: Store,
  pause: (ms: number) => Promise<boolean>,
  say: (line: string) => void,
): Promise<boolean> {
  const { isDatabaseUnavailable } = await import('@article21/store');
  for (let reported: string | null = null; ; ) {
    try {
      await store.recover();
      return true;
    } catch (error) {
      if (!(error instanceof Error) || !isDatabaseUnavailable(error)) throw error;
      if (error.message !== reported) say(`${error.message}; it is waited for`);
      reported = error.message;
      if (!(await pause(intervals.again))) return false;
    }
  }
}

/** An absolute address with a slash at its end. */
function readAddress(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '' || url.username !== '')
    throw misuse(`follow needs the address of a site, such as https://example.org/, not "${visible(typed)}"`);
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
