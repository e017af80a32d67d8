import { MOST_PIECE } from '@article21/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printStatement } from '../../src/editions/statement.ts';
import { createOrigin, patience } from '../../src/follow/origin.ts';
import { type Pulled, pull } from '../../src/follow/pull.ts';
import {
  ADDRESS,
  type Fault,
  type Folder,
  type Key,
  makeFolder,
  makeKey,
  publish,
  type Served,
  serve,
  sign,
} from './origin.ts';

let key: Key;
let origin: Folder;
let own: Folder;
let net: Served;
let first: string;
const ask = (store = own.store) => pull({ origin: createOrigin(ADDRESS, net), key: key.publicKey, store });

// Version 1 is served here, the origin has version 2.
beforeEach(async () => {
  key = makeKey();
  origin = makeFolder();
  own = makeFolder();
  net = serve(origin);
  first = await publish(origin, key, 1);
  await ask();
});
afterEach(() => {
  origin.remove();
  own.remove();
});

/** Expects a refusal with these words, in one sentence, after which what was served is, and the origin can be followed. */
async function refused(asking: Promise<Pulled>, words: string | RegExp): Promise<void> {
  const error = await asking.then(
    () => new Error('it was not refused'),
    (error: unknown) => error as Error,
  );
  expect(error.message).toMatch(words);
  expect(error).toHaveProperty('refusal');
  expect(error.message).not.toMatch(/\n|\.$/);
  expect(await own.store.current()).toBe(first);
  expect((await own.store.verify(first)).ok).toBe(true);
  net.fault = null;
}

const statement = 'editions/current.minisig';
const isPiece = (path: string) => path.startsWith('editions/pieces/');
const pieces =
  (answer: () => Response | Promise<Response>): Fault =>
  (path) =>
    isPiece(path) ? answer() : null;
const always =
  (answer: () => Response | Promise<Response>): Fault =>
  () =>
    answer();

describe('an origin that cannot be believed', () => {
  it('is refused where another key signed', async () => {
    await publish(origin, makeKey(), 2);
    await refused(ask(), /is not believed: it is signed with key [0-9A-F]{16}, not with [0-9A-F]{16}$/);
  });

  it('is refused where somebody claims the id of the key', async () => {
    const forged = makeKey();
    forged.secret.id = key.secret.id;
    await publish(origin, forged, 2);
    await refused(ask(), /is not believed: it is not signed with key [0-9A-F]{16}, though it says so$/);
  });

  it.each([
    ['nothing', '', 'it is not a signature of minisign'],
    ['a page', '<!doctype html><p>Not here', 'it is not a signature of minisign'],
  ])('is refused where the statement is %s', async (_what, text, words) => {
    net.fault = (path) => (path === statement ? new Response(text) : null);
    await refused(ask(), words);
  });

  it('is refused where the key signed a position that is no moment, and is followed again after that', async () => {
    const position = Number.MAX_SAFE_INTEGER;
    const signed = { position, served: first, list: 'a'.repeat(64) };
    const text = printStatement(Buffer.from('x'), signed, key.secret);
    net.fault = (path) => (path === statement ? new Response(text) : null);
    await refused(ask(), 'is not believed: its position, ');
    await publish(origin, key, 2);
    expect((await ask()).isNew).toBe(true);
  });

  it('is refused where the key signed something else', async () => {
    const { printSignature } = await import('../../src/seal/minisign.ts');
    const text = printSignature(Buffer.from('x'), key.secret, 'timestamp:1\tfile:manifest.json');
    net.fault = (path) => (path === statement ? new Response(text) : null);
    await refused(ask(), 'is not believed: it is a signature of something else');
  });

  it('is refused for any flipped byte of the statement or of any piece', async () => {
    await publish(origin, key, 2);
    const paths = await requestedPieces();
    expect(paths.length).toBeGreaterThan(4);
    for (const path of [statement, ...paths]) {
      net.fault = flipped(path);
      // The first line of a signature is a comment that nobody signs; a byte of the third is flipped.
      await refused(
        ask(),
        path === statement ? /is not believed|earlier/ : /is not what was signed: its hash differs$/,
      );
    }
    expect(await ask()).toMatchObject({ isNew: true });
  });

  it('is refused where an earlier statement is put in the place of a later one, also one of the snapshot that is served', async () => {
    const old = (await origin.store.editions.statement()) ?? '';
    await sign(origin.store, key);
    await ask();
    net.fault = (path) => (path === statement ? new Response(old) : null);
    await refused(
      ask(),
      /shows what was signed at \S+, and what is here was signed at \S+: somebody put an earlier statement/,
    );
  });

  it('is refused where it publishes another dataset', async () => {
    await publish(origin, key, 2, 'another');
    await refused(
      ask(),
      'publishes another dataset, another, than the one that is here, made: follow it into a place of its own (--data)',
    );
  });

  it('is refused where there are snapshots that were not followed', async () => {
    const publisher = makeFolder();
    await publish(publisher, key, 1, 'own');
    const { rmSync } = await import('node:fs');
    rmSync(`${publisher.path}/data/editions`, { recursive: true });
    await expect(ask(publisher.store)).rejects.toThrow(
      'there are snapshots here already, and nothing that was followed',
    );
    publisher.remove();
  });
});

describe('an origin that does not answer as it should', () => {
  beforeEach(async () => {
    await publish(origin, key, 2);
  });
  afterEach(async () => {
    net.fault = null;
    expect(await ask()).toMatchObject({ isNew: true, missing: [] });
  });

  it.each<[string, Fault, string | RegExp]>([
    ['half a file', pieces(() => new Response('{')), /ended after 1 of \d+ bytes$|its hash differs$/],
    [
      'a file that breaks off',
      pieces(() => new Response(brokenOff())),
      /editions\/pieces\/[0-9a-f]{64} broke off in the middle$/,
    ],
    ['500', always(() => new Response('', { status: 500 })), `${ADDRESS}${statement} answers with 500`],
    ['404', always(() => new Response('', { status: 404 })), `${ADDRESS}${statement} answers with 404`],
    [
      'a redirect elsewhere',
      always(() => Response.redirect('https://elsewhere.example/', 302)),
      'answers with a redirect to https://elsewhere.example/: follow that address if it is the publisher’s',
    ],
    [
      'a statement without an end',
      always(() => new Response(endless())),
      'has more than the 4096 bytes that it may have',
    ],
    [
      'a piece without an end',
      pieces(() => new Response(endless())),
      /has more than the \d+ bytes that it may have$/,
    ],
    [
      'a name that nobody has',
      always(() => Promise.reject(failed('ENOTFOUND'))),
      'cannot be asked: no such host is known',
    ],
    [
      'a closed port',
      always(() => Promise.reject(failed('ECONNREFUSED'))),
      'cannot be asked: nobody listens there',
    ],
  ])('is refused in one sentence: %s', async (_what, fault, words) => {
    net.fault = fault;
    await refused(ask(), words);
  });

  it('is given up where it sends nothing', async () => {
    net.fault = () => new Promise(() => {});
    const asking = ask();
    asking.catch(() => {});
    await net.pass(patience.silence);
    await refused(asking, `${statement} sent nothing for 30 seconds`);
  });

  it('is given up where it begins to answer, and then sends nothing', async () => {
    net.fault = () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));
    const asking = ask();
    asking.catch(() => {});
    await net.pass(0);
    await net.pass(patience.silence);
    await refused(asking, 'sent nothing for 30 seconds');
  });

  it('is given up where it sends a byte now and then for ever', async () => {
    let send = () => {};
    const begun = new Promise<void>((begin) => {
      net.fault = pieces(() => {
        begin();
        const start = (it: ReadableStreamDefaultController) => {
          send = () => it.enqueue(new Uint8Array(1));
        };
        return new Response(new ReadableStream({ start }));
      });
    });
    const asking = ask();
    asking.catch(() => {});
    await begun;
    const whole = patience.whole(MOST_PIECE);
    for (let passed = 0; passed < whole; passed += 20_000) {
      await net.pass(20_000);
      if (passed + 20_000 < whole) send();
      await net.pass(0);
    }
    await refused(asking, 'was not sent within 600 seconds');
  });
});

it('waits for a large file longer than for a small one, and for none longer than ten minutes', () => {
  expect([4_096, 100_000, 32 * 2 ** 20].map(patience.whole)).toEqual([64_096, 160_000, 600_000]);
});

async function requestedPieces(): Promise<string[]> {
  const folder = makeFolder();
  net.asked = [];
  await ask(folder.store);
  folder.remove();
  const held = new Set(net.asked.filter(isPiece));
  const needed: string[] = [];
  for (const path of held)
    if (!((await own.store.editions.piece(path.split('/').at(-1) ?? '')) instanceof Uint8Array))
      needed.push(path);
  return needed;
}

function flipped(path: string): Fault {
  return (asked) => {
    if (asked !== path) return null;
    return (async () => {
      const body =
        path === statement
          ? await origin.store.editions.statement()
          : await origin.store.editions.piece(path.split('/').at(-1) ?? '');
      const bytes = Buffer.from(body as string | Uint8Array);
      // The first comment of a statement is signed by nobody.
      const at = path === statement ? bytes.indexOf('position:') + 10 : Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return new Response(bytes);
    })();
  };
}

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (it) => it.enqueue(new Uint8Array(65_536)) });
}

function brokenOff(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(it) {
      it.error(failed('UND_ERR_SOCKET'));
    },
  });
}

/** As Node's `fetch` fails. */
function failed(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}
