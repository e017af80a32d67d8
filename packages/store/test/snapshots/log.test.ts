import { appendFile, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  type DurableFs,
  describeError,
  engine,
  nodeFs,
  openStore,
  type Store,
  sha256,
} from '../../src/index.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { temporaryFolder } from '../samples.ts';

/** A store in which three snapshots were published, one after the other. */
async function published() {
  const folder = await temporaryFolder();
  const dataDir = join(folder, 'data');
  const opened = () => openStore({ dataDir, engine: engine('memory') });
  const publish = async (records: number): Promise<string> => {
    const result = await opened().publish(await sampleDataset({ records }), readSample);
    if (!result.ok) throw new Error('not published');
    return result.id;
  };
  const ids = [await publish(1), await publish(2), await publish(3)];
  const order = [...ids].reverse();
  return {
    dataDir,
    opened,
    publish,
    ids,
    order,
    log: join(dataDir, 'log.jsonl'),
    aside: join(folder, 'aside'),
  };
}

const listed = async (store: Store) => (await store.list()).map(({ id }) => id);

it.each<[string, (log: string) => Promise<unknown>]>([
  ['cut short', (log) => truncate(log, 40)],
  ['taken away', (log) => rm(log)],
  ['emptied', (log) => truncate(log, 0)],
  ['begun anew', (log) => writeFile(log, '{"what":"nothing"}\n')],
  [
    'of other times, and so of another order',
    async (log) => writeFile(log, (await readFile(log, 'utf8')).replaceAll('"at":"2', '"at":"1')),
  ],
  [
    'without a line of it, as long as before',
    async (log) => {
      const lines = (await readFile(log, 'utf8')).split('\n');
      await writeFile(log, lines.map((line, i) => (i === 1 ? ' '.repeat(line.length) : line)).join('\n'));
    },
  ],
])(
  'a log that is %s is named by a process that has read it, which goes on from what it read',
  async (_, alter) => {
    const { opened, log, aside, order } = await published();
    const store = opened();
    await store.remember();
    await writeFile(aside, await readFile(log));
    await alter(log);
    expect((await store.problems()).map(({ message }) => message)).toEqual([
      'log.jsonl is another than when it was first read; bring it back from a backup, or start again if it was changed on purpose',
    ]);
    expect(await listed(store)).toEqual(order);
    // Nothing is known of it where nobody had read it.
    expect(await opened().problems()).toEqual([]);
    await rename(aside, log);
    expect(await store.problems()).toEqual([]);
  },
);

it('what another process adds is read, also a line after one that a crash cut short', async () => {
  const { opened, publish, log, order } = await published();
  const store = opened();
  expect(await listed(store)).toEqual(order);
  await appendFile(log, '{"at":"2026-');
  expect(await store.problems()).toEqual([]);
  const next = await publish(4);
  expect([await listed(store), await store.problems()]).toEqual([[next, ...order], []]);
});

it('a reading that is overtaken by another takes nothing for altered', async () => {
  const { opened, publish } = await published();
  const store = opened();
  const all = Array.from({ length: 20 }, () => store.problems());
  const next = await publish(5);
  expect([...(await Promise.all(all)), await store.problems()].flat()).toEqual([]);
  expect((await listed(store))[0]).toBe(next);
});

it('a tombstone that was sealed anew is named by a process that has read it', async () => {
  const { dataDir, opened, ids } = await published();
  const [bad = ''] = ids;
  await opened().retract([bad], { reason: 'wrong' });
  const store = opened();
  expect([...(await store.retractions()).keys()]).toEqual([bad]);
  const file = join(dataDir, 'retractions', `${bad}.json`);
  const text = (await readFile(file, 'utf8')).replace(/^.*\n/, '').replace('"wrong"', '"other"');
  await writeFile(file, `${sha256(text)}\n${text}`);
  const [problem] = await store.problems();
  expect(problem?.message).toContain(`retractions/${bad}.json, is another than when it was first read`);
  expect((await store.retractions()).get(bad)).toMatchObject({ reason: 'wrong' });
});

/** The machine's files, of which those of that name may not be read. */
function unreadable(name: string): DurableFs {
  const refuse = (path: string) =>
    Promise.reject(
      Object.assign(new Error(`EACCES: permission denied, open '${path}'`), {
        ...{ code: 'EACCES', errno: -13, syscall: 'open', path },
      }),
    );
  return { ...nodeFs, read: (path, most) => (path.includes(name) ? refuse(path) : nodeFs.read(path, most)) };
}

it('what cannot be read is named with what the system says of it for the log', async () => {
  const { dataDir, order } = await published();
  const [id = ''] = order;
  const opened = (name: string) => openStore({ dataDir, engine: engine('memory'), fs: unreadable(name) });
  const [problem] = await opened('change.json').problems();
  expect(problem?.message).toBe(
    'cannot use change.json: permission denied; let the user who runs this read and write it, or choose another folder (EACCES)',
  );
  const manifest = await opened(join(id, 'manifest.json'))
    .current()
    .catch((error: unknown) => error);
  expect(String(manifest)).toContain('manifest.json cannot be read: permission denied (EACCES)');
  for (const [error, file] of [
    [problem, 'change.json'],
    [manifest, join('snapshots', id, 'manifest.json')],
  ] as const)
    expect(describeError(error)).toContainEqual(
      expect.stringContaining(`(code EACCES, errno -13, syscall open, path ${join(dataDir, file)})`),
    );
});

it('nobody is told to retract what is served where it cannot be read whether it was', async () => {
  const { dataDir, order } = await published();
  const store = openStore({ dataDir, engine: engine('memory'), fs: unreadable('retractions') });
  await expect(store.current()).rejects.toThrow(
    `whether it was retracted is not known: retractions/${order[0]}.json cannot be read: permission denied (EACCES); let the user who runs this read it`,
  );
});
