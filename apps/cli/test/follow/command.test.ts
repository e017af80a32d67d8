import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Call, exits } from '../../src/command.ts';
import { createFollow } from '../../src/commands/follow.ts';
import { record } from '../terminal.ts';
import {
  ADDRESS,
  type Folder,
  type Key,
  makeFolder,
  makeKey,
  publish,
  type Served,
  serve,
} from './origin.ts';

let key: Key;
let origin: Folder;
let own: Folder;
let net: Served;
beforeEach(async () => {
  key = makeKey();
  origin = makeFolder();
  own = makeFolder();
  net = serve(origin);
});
afterEach(() => {
  origin.remove();
  own.remove();
});

/** The command as an operator gives it, in a world that is the test's. */
function follow(
  options: {
    once?: boolean;
    key?: string;
    address?: string;
    storeUrl?: string;
    env?: NodeJS.ProcessEnv;
  } = {},
) {
  const { once = false, address = ADDRESS, storeUrl = null, env = {} } = options;
  const stderr = record();
  const started: NodeJS.ProcessEnv[] = [];
  let stopped = 0;
  let end = () => {};
  let serverEnds = (_code: number | null) => {};
  const world = {
    ...net,
    fetch: (path: string, init: RequestInit) => net.fetch(path, init),
    ended: new Promise<void>((resolve) => {
      end = resolve;
    }),
    startServer: (given: NodeJS.ProcessEnv, over: (code: number | null) => void) => {
      started.push(given);
      serverEnds = over;
      return () => {
        stopped += 1;
      };
    },
  };
  const call = {
    args: [address],
    has: () => once,
    value: (name: string) => (name === 'key' ? (options.key ?? key.line.split('\n')[1]) : undefined),
    dataDir: `${own.path}/data`,
    storeUrl,
    path: (typed: string) => `${own.path}/${typed}`,
    progress: { at() {}, end() {} },
    io: { stderr, env, cwd: '/', stdout: record() },
  } as unknown as Call;
  const running = createFollow(() => world).run(call);
  return {
    running,
    stderr,
    started,
    stopped: () => stopped,
    end: () => end(),
    serverEnds: (code: number) => serverEnds(code),
  };
}

const until = async (is: () => boolean) => {
  while (!is()) await new Promise((resolve) => setTimeout(resolve));
};

describe('the command', () => {
  it('asks once, and says what came', async () => {
    const id = await publish(origin, key, 2);
    expect(await follow({ once: true }).running).toMatchObject({
      exit: exits.done,
      json: {
        ok: true,
        command: 'follow',
        origin: ADDRESS,
        served: id,
        isNew: true,
        installed: 1,
        missing: [],
      },
      text: [`${id} is served, 3 records`],
    });
    const again = await follow({ once: true }).running;
    expect(again.text).toEqual([`${id} is what is served already: nothing changed`]);
  });

  it('is ended while an origin sends nothing', async () => {
    net.fault = () => new Promise(() => {});
    const { running, end } = follow({ once: true });
    end();
    await expect(running).rejects.toThrow('is waited for no longer, because the program was ended');
    await expect(running).rejects.toMatchObject({ failure: { exit: exits.failed, code: 'unreachable' } });
  });

  it.each([
    [404, exits.failed, 'unreachable'],
    [200, exits.damaged, 'signature'],
  ])('ends with a code of its own where an origin answers with %i', async (status, exit, code) => {
    net.fault = () => new Response('x', { status });
    await expect(follow({ once: true }).running).rejects.toMatchObject({ failure: { exit, code } });
  });

  it.each([
    [{ key: 'RWx' }, 'there is no file RWx'],
    [{ address: 'example.org' }, 'follow needs the address of a site'],
    [{ address: 'ftp://example.org/' }, 'follow needs the address of a site'],
  ])('is not understood with %j', async (options, words) => {
    const call = follow({ ...options, once: true });
    await expect(call.running).rejects.toThrow(words);
  });

  it('serves as soon as something came, with one server, until it is ended', async () => {
    // What stands in the surroundings is not what was named by --data.
    const env = { STORE_URL: 'postgres://localhost/another', PORT: '80' };
    const { running, stderr, started, stopped, end } = follow({ env });
    await until(() => stderr.text() !== '');
    expect(stderr.text()).toContain('answers with 404; nothing is served until it can be had');
    expect(started).toEqual([]);
    const first = await publish(origin, key, 1);
    await net.pass(5_000);
    await until(() => started.length > 0);
    const second = await publish(origin, key, 2);
    await net.pass(60_000);
    await until(() => stderr.text().includes(second));
    expect(stderr.text()).toContain(`${first} is served, 2 records`);
    expect(started).toEqual([{ PORT: '80', DATA_DIR: `${own.path}/data`, STORE_URL: '' }]);
    end();
    expect(await running).toMatchObject({ exit: exits.done });
    expect(stopped()).toBe(1);
  });

  it('says nothing of an origin that was still asked when it was ended', async () => {
    await publish(origin, key, 1);
    const { running, stderr, started, end } = follow();
    await until(() => started.length > 0);
    const before = stderr.text();
    const asked = new Promise<void>((resolve) => {
      net.fault = () => {
        resolve();
        return new Promise(() => {});
      };
    });
    await net.pass(60_000);
    await asked;
    end();
    expect(await running).toMatchObject({ exit: exits.done });
    await net.pass(600_000);
    expect(stderr.text()).toBe(before);
  });

  it('waits for a database that is away, and says so once', async () => {
    const { running, stderr, started, end } = follow({ storeUrl: 'postgres://me@127.0.0.1:1/x' });
    const said = 'the database 127.0.0.1:1/x does not answer; start it, or mend STORE_URL (ECONNREFUSED)';
    await until(() => stderr.text() !== '');
    await net.pass(5_000);
    await net.pass(5_000);
    end();
    expect(await running).toMatchObject({ exit: exits.done });
    expect([stderr.text(), started]).toEqual([`${said}; it is waited for\n`, []]);
  });

  it('ends where its server ends by itself', async () => {
    await publish(origin, key, 1);
    const { running, started, serverEnds } = follow();
    running.catch(() => {});
    await until(() => started.length > 0);
    serverEnds(1);
    await expect(running).rejects.toThrow('the server ended by itself, with exit code 1');
  });
});
