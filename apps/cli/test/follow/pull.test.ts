import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editionFiles } from '../../src/export/site.ts';
import { createOrigin } from '../../src/follow/origin.ts';
import { pull } from '../../src/follow/pull.ts';
import {
  ADDRESS,
  answersOnly,
  CANARY,
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
const ask = () => pull({ origin: createOrigin(ADDRESS, net), key: key.publicKey, store: own.store });

beforeEach(() => {
  key = makeKey();
  origin = makeFolder();
  own = makeFolder();
  net = serve(origin);
});
afterEach(() => {
  origin.remove();
  own.remove();
});

describe('following an origin', () => {
  it('serves what it publishes, with the same id, counts and public words, and sound', async () => {
    const id = await publish(origin, key, 3);
    expect(await ask()).toMatchObject({ served: id, isNew: true, records: 4, installed: 1, missing: [] });
    expect(await own.store.current()).toBe(id);
    expect(await own.store.verify(id)).toEqual({ id, ok: true, problems: [] });
    const [here, there] = [await own.store.open(id), await origin.store.open(id)];
    expect(await here.cells()).toEqual(await there.cells());
    expect(await here.text('statement')).toBe(await there.text('statement'));
    expect(await here.record('d-0')).toEqual(await there.record('d-0'));
    expect(await here.text('notebook')).toBeNull();
  });

  it('has no word of an internal source, nor the name of its file, anywhere in its folder', async () => {
    await publish(origin, key, 3);
    await ask();
    const held = everyFile(own.path);
    expect(held.length).toBeGreaterThan(5);
    for (const path of held) {
      const bytes = readFileSync(path);
      for (const word of [CANARY, 'notebook-secret-name']) expect(bytes.includes(word), path).toBe(false);
    }
    const salt = JSON.parse(
      readFileSync(
        join(origin.path, 'data/snapshots', (await origin.store.current()) ?? '', 'manifest.json'),
        'utf8',
      ),
    ).salt;
    expect(salt).toMatch(/^[0-9a-f]{64}$/);
    for (const path of held) expect(readFileSync(path).includes(salt), path).toBe(false);
  });

  it('changes nothing where nothing is new, and then asks for one small file', async () => {
    await publish(origin, key, 3);
    await ask();
    const before = everyFile(own.path).map((path) => [path, statSync(path).mtimeMs]);
    net.asked = [];
    expect(await ask()).toMatchObject({ isNew: false, installed: 0 });
    expect(net.asked).toEqual(['editions/current.minisig']);
    expect(everyFile(own.path).map((path) => [path, statSync(path).mtimeMs])).toEqual(before);
  });

  it('takes over what was published meanwhile, with the earlier ones, in their order', async () => {
    const first = await publish(origin, key, 1);
    const second = await publish(origin, key, 2);
    const third = await publish(origin, key, 3);
    expect(await ask()).toMatchObject({ served: third, installed: 3 });
    const there = (await origin.store.list()).map(({ id, publishedAt }) => [id, publishedAt]);
    expect((await own.store.list()).map(({ id, publishedAt }) => [id, publishedAt])).toEqual(there);
    expect(there.map(([id]) => id)).toEqual([third, second, first]);
  });

  it('asks again only for what it lacks, where it was interrupted', async () => {
    await publish(origin, key, 3);
    net.fault = answersOnly(3);
    await expect(ask()).rejects.toThrow('answers with 500');
    const had = net.asked.slice(1, 3);
    net.fault = null;
    net.asked = [];
    expect(await ask()).toMatchObject({ isNew: true });
    for (const path of had) expect(net.asked).not.toContain(path);
  });

  it('returns to an earlier snapshot when its publisher signs that', async () => {
    const first = await publish(origin, key, 1);
    const second = await publish(origin, key, 2);
    await ask();
    await origin.store.rollback(first);
    expect(await ask()).toMatchObject({ served: second, isNew: false });
    await sign(origin.store, key);
    expect(await ask()).toMatchObject({ served: first, isNew: true, installed: 0 });
    expect(await own.store.current()).toBe(first);
  });

  it('takes over what stands in a mirror, which has no word of an internal source either', async () => {
    await publish(origin, key, 1);
    const id = await publish(origin, key, 2);
    const files = new Map<string, Uint8Array>();
    for await (const { path, data } of editionFiles(origin.store)) files.set(path, Buffer.from(data));
    for (const [path, data] of files) expect(Buffer.from(data).includes(CANARY), path).toBe(false);
    net.fault = (path) => {
      const data = files.get(path);
      return new Response((data ?? null) as Uint8Array<ArrayBuffer> | null, { status: data ? 200 : 404 });
    };
    expect(await ask()).toMatchObject({ served: id, installed: 2, missing: [] });
  });

  it('can be followed itself', async () => {
    const id = await publish(origin, key, 2);
    await ask();
    const third = makeFolder();
    const chained = pull({
      origin: createOrigin(ADDRESS, serve(own)),
      key: key.publicKey,
      store: third.store,
    });
    expect(await chained).toMatchObject({ served: id, isNew: true });
    third.remove();
  });
});

function everyFile(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name));
}

it('removes what the publisher retracted, every byte of it, and what it is made of', async () => {
  const bad = await publish(origin, key, 3);
  await ask();
  const good = await publish(origin, key, 2);
  await ask();
  const held = () => everyFile(own.path).filter((path) => readFileSync(path).includes('"d-2"'));
  expect(held()).not.toEqual([]);
  await origin.store.retract([bad], { reason: 'not_consented' });
  await sign(origin.store, key);
  expect(await ask()).toMatchObject({ served: good, retracted: [bad], missing: [] });
  expect(held()).toEqual([]);
  await expect(own.store.open(bad)).rejects.toThrow(/was retracted on .*: not_consented/);
  expect(await own.store.verify(good)).toMatchObject({ ok: true });
  expect(await ask()).toMatchObject({ isNew: false, installed: 0, retracted: [], missing: [] });
  const fresh = makeFolder();
  const parts = { origin: createOrigin(ADDRESS, net), key: key.publicKey, store: fresh.store };
  expect(await pull(parts)).toMatchObject({ served: good, retracted: [bad], missing: [] });
  await expect(fresh.store.open(bad)).rejects.toThrow('not_consented');
  const chained = makeFolder();
  const here = { origin: createOrigin(ADDRESS, serve(own)), key: key.publicKey, store: chained.store };
  expect(await pull(here)).toMatchObject({ served: good, retracted: [bad], missing: [] });
  chained.remove();
  fresh.remove();
});

it('removes what was retracted although its origin does not give what is to be served instead', async () => {
  const bad = await publish(origin, key, 3);
  await ask();
  const served = await publish(origin, key, 2);
  await ask();
  await origin.store.retract([bad], { reason: 'endangers_person' });
  await publish(origin, key, 1);
  const given = new Set(net.asked);
  // The statement and the list that it signs come, and nothing else that is new.
  let lists = 0;
  net.fault = (path) => {
    if (!path.startsWith('editions/pieces/') || given.has(path)) return null;
    lists += 1;
    return lists > 1 ? new Response(null, { status: 503 }) : null;
  };
  await expect(ask()).rejects.toThrow('answers with 503');
  expect(await own.store.ids()).toEqual([served]);
  await expect(own.store.open(bad)).rejects.toThrow('endangers_person');
  expect(everyFile(own.path).filter((path) => readFileSync(path).includes('"d-2"'))).toEqual([]);
  net.fault = null;
  expect(await ask()).toMatchObject({ isNew: true, missing: [] });
});

it('serves nothing rather than what was retracted, where its origin gives nothing else, and tells those who follow it', async () => {
  const bad = await publish(origin, key, 3);
  await ask();
  const third = makeFolder();
  const chained = () =>
    pull({ origin: createOrigin(ADDRESS, serve(own)), key: key.publicKey, store: third.store });
  await chained();
  const good = await publish(origin, key, 2);
  await origin.store.retract([bad], { reason: 'endangers_person' });
  await sign(origin.store, key);
  const list = /list:([0-9a-f]{64})/.exec((await origin.store.editions.statement()) ?? '')?.[1];
  // The statement and the list that it signs come, and nothing else.
  net.fault = (path) =>
    path.endsWith('current.minisig') || path.endsWith(String(list))
      ? null
      : new Response(null, { status: 503 });
  await expect(ask()).rejects.toMatchObject({ refusal: 'unreachable', retracted: [bad] });
  await expect(ask()).rejects.toMatchObject({ retracted: [] });
  await expect(chained()).rejects.toMatchObject({ refusal: 'unreachable', retracted: [bad] });
  for (const { path, store } of [own, third]) {
    expect(await store.current()).toBeNull();
    expect(await store.ids()).toEqual([]);
    await expect(store.open(bad)).rejects.toThrow('endangers_person');
    expect(everyFile(path).filter((it) => readFileSync(it).includes('"d-2"'))).toEqual([]);
  }
  // An earlier statement, by which it would be served again, is a replay.
  net.fault = null;
  expect(await ask()).toMatchObject({ served: good, isNew: true, retracted: [], missing: [] });
  expect(await chained()).toMatchObject({ served: good, isNew: true, missing: [] });
  third.remove();
});

it('is not led back by another process that follows into the same folder and is late', async () => {
  const first = await publish(origin, key, 1);
  let later: string | null = null;
  net.fault = () => null;
  const slow = serve(origin);
  slow.fault = (path) => {
    if (!path.startsWith('editions/pieces/') || later !== null) return null;
    later = '';
    // The list of the first publication comes; before anything else does, another process hears of the second one.
    return (async () => {
      const body = (await origin.store.editions.piece(
        path.split('/').at(-1) ?? '',
      )) as Uint8Array<ArrayBuffer>;
      later = await publish(origin, key, 2);
      await ask();
      return new Response(body);
    })();
  };
  const parts = { origin: createOrigin(ADDRESS, slow), key: key.publicKey, store: own.store };
  await expect(pull(parts)).rejects.toMatchObject({ name: 'StoreBusy' });
  expect(later).not.toBe(first);
  expect(await own.store.current()).toBe(later);
  expect(await own.store.editions.statement()).toBe(await origin.store.editions.statement());
});

it('of two who publish and sign at once, the last word stands, and the other is told', async () => {
  await publish(origin, key, 1);
  const { store } = origin;
  let last: string | null = null;
  const late = {
    ...store,
    editions: {
      ...store.editions,
      keepPiece: async (bytes: Uint8Array) => {
        last ??= await publish(origin, key, 2);
        return store.editions.keepPiece(bytes);
      },
    },
  };
  await expect(sign(late, key)).rejects.toMatchObject({ name: 'StoreBusy' });
  expect(await ask()).toMatchObject({ served: last, missing: [] });
});
