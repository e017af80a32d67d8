import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyBetween, engine, openStore } from '../../src/index.ts';
import { temporaryFolder } from '../samples.ts';
import { HOW, hasPostgres, postgres } from './server.ts';
import { publish, replica } from './stores.ts';

/** A store in a folder with three snapshots, one with an internal source, of which the second is served. */
async function filled() {
  const dataDir = await temporaryFolder();
  const store = openStore({ dataDir, engine: engine('memory') });
  const a = await publish(store, { records: 1, internal: false });
  const b = await publish(store, { records: 2 });
  const c = await publish(store, { records: 3 });
  await store.keepChanges(b, a, '{"x":1}\n');
  await store.rollback(b, 'Aigul');
  return { dataDir, store, ids: [a, b, c] as const };
}

/** Every file of a folder with its bytes. */
async function contents(root: string): Promise<Map<string, string>> {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = found.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
  const read = paths
    .sort()
    .map(async (path) => [path.slice(root.length), await readFile(path, 'base64')] as const);
  return new Map(await Promise.all(read));
}

it('a store in a folder is copied to another one, byte for byte', async () => {
  const { dataDir, ids } = await filled();
  const to = join(await temporaryFolder(), 'new');
  expect(await copyBetween(dataDir, to)).toEqual({
    current: ids[1],
    copied: [...ids].sort(),
    before: [],
    retracted: [],
  });
  expect(await contents(to)).toEqual(await contents(dataDir));
});

describe.skipIf(!hasPostgres)(`copies between folders and PostgreSQL (${HOW})`, () => {
  it('come back as they were, and every byte verifies on the way', async () => {
    const { dataDir, store, ids } = await filled();
    const url = postgres().database();
    await copyBetween(dataDir, url);
    const shared = await replica(url);
    expect(await shared.current()).toBe(ids[1]);
    expect(await shared.list()).toEqual(await store.list());
    expect(await shared.changes(ids[1], ids[0])).toBe('{"x":1}\n');
    for (const id of ids) expect(await shared.verify(id)).toEqual(await store.verify(id));
    const other = postgres().database();
    await copyBetween(url, other);
    const back = join(await temporaryFolder(), 'back');
    await copyBetween(other, back);
    expect(await contents(back)).toEqual(await contents(dataDir));
  });

  it('go on where they were cut short, and with what came since', async () => {
    const { dataDir, store, ids } = await filled();
    const url = postgres().database();
    const lost = ids[1];
    const file = join(dataDir, 'snapshots', lost, 'cells.bin');
    const bytes = await readFile(file);
    await writeFile(file, 'x');
    await expect(copyBetween(dataDir, url)).rejects.toThrow(
      `snapshot ${lost} is damaged: cells.bin has 1 bytes`,
    );
    const shared = await replica(url);
    expect(await shared.current()).toBeNull();
    await writeFile(file, bytes);
    const first = await copyBetween(dataDir, url);
    expect([...first.copied, ...first.before].sort()).toEqual([...ids].sort());
    const newer = await publish(store, { records: 4 });
    expect(await copyBetween(dataDir, url)).toMatchObject({ current: newer, copied: [newer] });
    expect(await copyBetween(dataDir, url)).toMatchObject({ current: newer, copied: [] });
    expect(await shared.list()).toEqual(await store.list());
  });

  it('are refused where the other store has a history of its own, and change nothing there', async () => {
    const { dataDir } = await filled();
    const url = postgres().database();
    const shared = await replica(url);
    const own = await publish(shared, { records: 9 });
    await expect(copyBetween(dataDir, url)).rejects.toThrow(
      /has a history of its own, .*: copy into an empty one$/,
    );
    await expect(copyBetween(url, dataDir)).rejects.toThrow('has a history of its own');
    expect([await shared.current(), (await shared.ids()).length]).toEqual([own, 1]);
  });

  it('of nothing are nothing, and a folder that is not there is not made', async () => {
    const none = join(await temporaryFolder(), 'none');
    expect(await copyBetween(none, postgres().database())).toEqual({
      current: null,
      copied: [],
      before: [],
      retracted: [],
    });
    expect(await readdir(join(none, '..'))).toEqual([]);
  });
});
