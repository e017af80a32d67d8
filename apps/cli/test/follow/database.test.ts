import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engine, openDatabase, openSharedStore } from '@article21/store';
import { HOW, hasPostgres, postgres } from '@article21/store/test-postgres';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createOrigin } from '../../src/follow/origin.ts';
import { pull } from '../../src/follow/pull.ts';
import { ADDRESS, CANARY, type Folder, makeFolder, makeKey, publish, serve, sign } from './origin.ts';

/** Opens what a database holds, as one of several servers does, with files of its own. */
function replica(url: string): Folder {
  const { path, remove } = makeFolder();
  const store = openSharedStore({
    database: openDatabase(url),
    cacheDir: join(path, 'cache'),
    engine: engine('memory'),
  });
  onTestFinished(async () => {
    await store.close();
    remove();
  });
  return { path, store, remove };
}

function follower() {
  const own = makeFolder();
  onTestFinished(() => own.remove());
  return own;
}

describe.skipIf(!hasPostgres)(`a store in a database that is followed (${HOW})`, () => {
  it('gives its public editions, by any of its servers, and no word of what is internal', async () => {
    const [key, url] = [makeKey(), postgres().database()];
    const name = new URL(url).pathname.slice(1);
    const origin = replica(url);
    const own = follower();
    const ask = (from: Folder) =>
      pull({ origin: createOrigin(ADDRESS, serve(from)), key: key.publicKey, store: own.store });
    const first = await publish(origin, key, 3);
    expect(await ask(origin)).toMatchObject({ served: first, isNew: true, records: 4, missing: [] });
    const second = await publish(origin, key, 5);
    expect(await ask(replica(url))).toMatchObject({ served: second, installed: 1, missing: [] });
    for (const id of [first, second])
      expect(await own.store.verify(id)).toEqual({ id, ok: true, problems: [] });
    const found = readdirSync(own.path, { recursive: true, withFileTypes: true });
    for (const file of found.filter((it) => it.isFile()))
      expect(readFileSync(join(file.parentPath, file.name)).includes(CANARY), file.name).toBe(false);
    const holding = (text: string) =>
      postgres()
        .sql(name, `SELECT count(*) FROM article21.pieces WHERE position('${text}' in bytes) > 0`)
        .trim();
    expect([holding(CANARY), holding('Somebody was detained. 3')]).toEqual(['0', '1']);
    await origin.store.retract([first], { reason: 'wrong' });
    await sign(origin.store, key);
    expect(holding('Somebody was detained. 3')).toBe('0');
    expect((await ask(origin)).retracted).toEqual([first]);
  });

  it('whose piece somebody altered gives it to nobody, and it is made again with the next signature', async () => {
    const [key, url] = [makeKey(), postgres().database()];
    const origin = replica(url);
    const own = follower();
    const ask = () =>
      pull({ origin: createOrigin(ADDRESS, serve(origin)), key: key.publicKey, store: own.store });
    const id = await publish(origin, key, 3);
    postgres().sql(
      new URL(url).pathname.slice(1),
      `UPDATE article21.pieces SET bytes = 'altered' WHERE position('Somebody was detained. 3' in bytes) > 0`,
    );
    await expect(ask()).rejects.toThrow(/is not what was signed: its hash differs|ended after/);
    expect(await own.store.current()).toBe(null);
    await sign(origin.store, key);
    expect(await ask()).toMatchObject({ served: id, isNew: true, missing: [] });
  });
});
