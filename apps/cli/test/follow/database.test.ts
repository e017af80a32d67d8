import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engine, openDatabase, openSharedStore } from '@article21/store';
import { HOW, hasPostgres, postgres } from '@article21/store/test-postgres';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createOrigin } from '../../src/follow/origin.ts';
import { pull } from '../../src/follow/pull.ts';
import {
  ADDRESS,
  answersOnly,
  CANARY,
  type Folder,
  makeFolder,
  makeKey,
  publish,
  serve,
  sign,
} from './origin.ts';

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

describe.skipIf(!hasPostgres)(`a store in a database that follows (${HOW})`, () => {
  /** An origin, and two servers of one database, the first of which asks it. */
  function parties() {
    const [key, url] = [makeKey(), postgres().database()];
    const [origin, own, second] = [follower(), replica(url), replica(url)];
    const net = serve(origin);
    const ask = (by = own) =>
      pull({ origin: createOrigin(ADDRESS, net), key: key.publicKey, store: by.store });
    const sql = (text: string) => postgres().sql(new URL(url).pathname.slice(1), text).trim();
    return { key, url, origin, own, second, net, ask, sql };
  }

  /** In which of its tables a database has some bytes. */
  function holding(sql: (text: string) => string, bytes: string): string[] {
    const tables = sql(
      "SELECT string_agg(table_name, ' ' ORDER BY table_name) FROM information_schema.tables WHERE table_schema = 'article21'",
    ).split(' ');
    const hex = Buffer.from(bytes).toString('hex');
    const found = tables.map(
      (table) =>
        `SELECT '${table}' WHERE EXISTS (SELECT FROM article21.${table} t
          WHERE position('${bytes}' in t::text) + position('${hex}' in t::text) > 0)`,
    );
    return sql(`${found.join('\nUNION ALL ')} ORDER BY 1`)
      .split('\n')
      .filter(Boolean);
  }

  it('serves what the origin publishes, by all its servers, and has no word of what is internal', async () => {
    const { key, origin, own, second, ask, sql } = parties();
    const first = await publish(origin, key, 1);
    expect(await ask()).toMatchObject({ served: first, isNew: true, records: 2, installed: 1, missing: [] });
    await second.store.open(first);
    const id = await publish(origin, key, 3);
    expect(await ask()).toMatchObject({ served: id, isNew: true, installed: 1, missing: [] });
    expect(await ask(second)).toMatchObject({ served: id, isNew: false, installed: 0 });
    expect(await second.store.current()).toBe(id);
    for (const it of [first, id])
      expect(await own.store.verify(it)).toEqual({ id: it, ok: true, problems: [] });
    const [here, there] = [await second.store.open(id), await origin.store.open(id)];
    expect(await here.cells()).toEqual(await there.cells());
    expect(await here.text('statement')).toBe(await there.text('statement'));
    expect(await here.table('list')).toEqual(await there.table('list'));
    expect(await here.record('d-0')).toEqual(await there.record('d-0'));
    expect(await here.text('notebook')).toBeNull();
    expect(holding(sql, 'Somebody was detained. 3')).toEqual(['chunks', 'pieces']);
    for (const word of [CANARY, 'notebook-secret-name']) {
      expect(holding(sql, word)).toEqual([]);
      for (const { path } of [own, second]) {
        const found = readdirSync(path, { recursive: true, withFileTypes: true });
        for (const file of found.filter((it) => it.isFile()))
          expect(readFileSync(join(file.parentPath, file.name)).includes(word), file.name).toBe(false);
      }
    }
  });

  it('asks again only for what it lacks, where it was interrupted, also by another of its servers', async () => {
    const { key, origin, second, net, ask } = parties();
    await publish(origin, key, 3);
    net.fault = answersOnly(3);
    await expect(ask()).rejects.toThrow('answers with 500');
    const had = net.asked.slice(1, 3);
    net.fault = null;
    net.asked = [];
    expect(await ask(second)).toMatchObject({ isNew: true });
    for (const path of had) expect(net.asked).not.toContain(path);
    net.asked = [];
    expect(await ask()).toMatchObject({ isNew: false });
    expect(net.asked).toEqual(['editions/current.minisig']);
  });

  it('refuses what is not the publisher’s, and serves what it served', async () => {
    const { key, origin, own, net, ask } = parties();
    const first = await publish(origin, key, 1);
    await ask();
    const old = (await origin.store.editions.statement()) ?? '';
    await publish(origin, makeKey(), 2);
    await expect(ask()).rejects.toThrow('is not believed');
    await sign(origin.store, key);
    const isStatement = (path: string) => path === 'editions/current.minisig';
    net.fault = (path) => (isStatement(path) ? null : new Response('{'));
    await expect(ask()).rejects.toThrow(/ended after|its hash differs/);
    expect(await own.store.current()).toBe(first);
    net.fault = null;
    expect(await ask()).toMatchObject({ isNew: true });
    net.fault = (path) => (isStatement(path) ? new Response(old) : null);
    await expect(ask()).rejects.toThrow('somebody put an earlier statement in the place of a later one');
    net.fault = null;
    await publish(origin, key, 3, 'another');
    await expect(ask()).rejects.toThrow(
      'publishes another dataset, another, than the one that is here, made: follow it into a place of its own (--data)',
    );
  });

  it('is not one in which somebody published', async () => {
    const { key, origin, own, ask } = parties();
    await publish(origin, key, 1);
    const id = await publish(own, key, 2);
    await own.store.editions.keepStatement('', await own.store.editions.statement());
    await expect(ask()).rejects.toThrow();
    expect(await own.store.current()).toBe(id);
  });

  it('removes what the publisher retracted, every byte of it, for all its servers, and can be followed itself', async () => {
    const { key, origin, own, second, ask, sql } = parties();
    const bad = await publish(origin, key, 3);
    await ask();
    await second.store.open(bad);
    const good = await publish(origin, key, 2);
    await ask();
    expect(holding(sql, 'Somebody was detained. 3')).not.toEqual([]);
    await origin.store.retract([bad], { reason: 'not_consented' });
    await sign(origin.store, key);
    expect(await ask()).toMatchObject({ served: good, retracted: [bad], missing: [] });
    expect(holding(sql, 'Somebody was detained. 3')).toEqual([]);
    for (const { store } of [own, second])
      await expect(store.open(bad)).rejects.toThrow(/was retracted on .*: not_consented/);
    const third = follower();
    const chained = pull({
      origin: createOrigin(ADDRESS, serve(second)),
      key: key.publicKey,
      store: third.store,
    });
    expect(await chained).toMatchObject({ served: good, isNew: true, retracted: [bad] });
  });
});
