import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { ask } from '../../src/follow/ask.ts';
import { createOrigin, isRefusal } from '../../src/follow/origin.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** An origin that answers so, asked for one file. */
async function from(
  answer: (response: ServerResponse) => void,
  timer: (then: () => void) => void = () => {},
) {
  const server = createServer((_request, response) => answer(response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const after = (_ms: number, then: () => void) => {
    timer(then);
    return () => {};
  };
  return createOrigin(address, { fetch: ask, after, ended: new Promise(() => {}) });
}

/** Why a file was not taken; errors that nobody awaits end a test by themselves. */
async function whyNot(answer: (response: ServerResponse) => void): Promise<string> {
  const origin = await from(answer);
  const error: unknown = await origin.get('current', { most: 4096 }).catch((it: unknown) => it);
  // What an abandoned stream throws, it throws in a later turn.
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
  if (!isRefusal(error)) throw error;
  return error.message.replace(origin.address, '');
}

it('takes the bytes as they were sent', async () => {
  const origin = await from((response) => response.end(Buffer.from([0, 255, 13, 10])));
  expect([...(await origin.get('current', { most: 4, bytes: 4 }))]).toEqual([0, 255, 13, 10]);
});

it.each(['end', 'open', 'reset'] as const)(
  'refuses an answer in six encodings whose body is left %s',
  async (body) => {
    const why = await whyNot((response) => {
      response.on('error', () => {});
      response.writeHead(200, { 'Content-Encoding': 'a,a,a,a,a,a' });
      response.write('abc', () => {
        if (body === 'end') response.end();
        if (body === 'reset') response.socket?.destroy();
      });
    });
    expect(why).toBe('current is sent as a,a,a,a,a,a, though it was asked for as it is');
  },
);

it('gives up an answer that never ends', async () => {
  let giveUp = () => {};
  const origin = await from(
    (response) => response.writeHead(200).write('abc'),
    (then) => {
      giveUp = then;
    },
  );
  const asked = origin.get('current', { most: 4096 });
  asked.catch(() => {});
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
  giveUp();
  await expect(asked).rejects.toThrow(/sent nothing|was not sent/);
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
});

it('decompresses nothing', async () => {
  const why = await whyNot((response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('abc'));
  expect(why).toContain('is sent as gzip');
});

it.each([
  ['a redirect', 302, 'answers with a redirect to http://elsewhere.example/'],
  ['nothing', 204, 'answers with 204'],
  ['what it had before', 304, 'answers with a redirect'],
  ['a status that is none', 999, 'answers with 999, which is no status of HTTP'],
] as const)('refuses %s', async (_what, status, why) => {
  const answer = (response: ServerResponse) =>
    response.writeHead(status, { Location: 'http://elsewhere.example/' }).end();
  expect(await whyNot(answer)).toContain(why);
});

it('says that an answer broke off, and that nobody listens', async () => {
  const why = await whyNot((response) => {
    response.writeHead(200, { 'Content-Length': 10 });
    response.write('abc', () => response.socket?.destroy());
  });
  expect(why).toContain('broke off in the middle');
  const nobody = createOrigin('http://127.0.0.1:1/', {
    fetch: ask,
    after: () => () => {},
    ended: new Promise(() => {}),
  });
  await expect(nobody.get('current', { most: 1 })).rejects.toThrow('nobody listens there');
});
