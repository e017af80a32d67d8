import { describe, expect, it, onTestFinished } from 'vitest';
import { readEdition } from '../../src/editions/edition.ts';
import { piecesOf } from '../../src/editions/pieces.ts';
import { engine, isStoreBusy, openDatabase, openStore, type Store } from '../../src/index.ts';
import type { Database } from '../../src/postgres/database.ts';
import { temporaryFolder } from '../samples.ts';
import { HOW, hasPostgres, postgres } from './server.ts';
import { type Fault, faultyConnections, keptConnections, publish, replica, retried } from './stores.ts';

/** A snapshot of somebody else, as its public edition. */
interface PublishedEdition {
  id: string;
  manifest: Uint8Array;
  pieces: Uint8Array[];
}

/** Publishes snapshots in a folder; answers their public editions. */
async function editionsOf(...contents: Parameters<typeof publish>[1][]): Promise<PublishedEdition[]> {
  const store = openStore({ dataDir: await temporaryFolder(), engine: engine('memory') });
  const told: PublishedEdition[] = [];
  for (const content of contents) {
    const id = await publish(store, content);
    const snapshot = await store.open(id);
    const hash = await store.editions.write(id, { catalogue: snapshot.catalogue, records: null, listed: [] });
    await snapshot.close();
    const manifest = await pieceOf(store, hash);
    const pieces: Uint8Array[] = [];
    for (const file of readEdition(manifest).files)
      for (const piece of piecesOf(file)) pieces.push(await pieceOf(store, piece));
    told.push({ id, manifest, pieces });
  }
  return told;
}

async function pieceOf(store: Store, hash: string): Promise<Uint8Array> {
  const piece = await store.editions.piece(hash);
  if (!(piece instanceof Uint8Array)) throw new Error(`${hash} is ${piece ?? 'missing'}`);
  return piece;
}

/** As who follows does it: each piece is kept, the snapshot made of them, and served on the word of a statement. */
async function take({ editions }: Store, { id, manifest, pieces }: PublishedEdition): Promise<void> {
  for (const piece of pieces) await editions.keepPiece(piece);
  await editions.install(manifest, '2026-11-01T00:00:00.000Z');
  const after = await editions.statement();
  await editions.serve(id, { by: 'follow', statement: `signed: ${id}`, after });
}

describe.skipIf(!hasPostgres)(`a database that follows another store (${HOW})`, () => {
  it('holds what a folder would that follows the same', async () => {
    const dataDir = await temporaryFolder();
    const folder = openStore({ dataDir, engine: engine('memory') });
    const store = await replica(postgres().database());
    for (const told of await editionsOf({ records: 2 }, { records: 3 }))
      for (const own of [folder, store]) await take(own, told);
    expect(await store.current()).toBe(await folder.current());
    const list = async (own: Store) => (await own.list()).map(({ id, publishedAt }) => [id, publishedAt]);
    expect(await list(store)).toEqual(await list(folder));
    for (const id of await store.ids()) {
      expect(await store.manifest(id)).toEqual(await folder.manifest(id));
      expect(await store.verify(id)).toEqual({ id, ok: true, problems: [] });
    }
    expect(await store.editions.statement()).toBe(await folder.editions.statement());
  });

  it('refuses what is not whole, what it has under the same id, and what was retracted', async () => {
    const [told, other] = (await editionsOf({ records: 2 }, { records: 3 })) as [
      PublishedEdition,
      PublishedEdition,
    ];
    const store = await replica(postgres().database());
    await expect(store.editions.install(told.manifest, '2026-11-01T00:00:00.000Z')).rejects.toThrow(
      /^a piece of \S+ is missing: [0-9a-f]{64}$/,
    );
    expect(await store.ids()).toEqual([]);
    await expect(store.editions.serve(told.id, { by: 'x', statement: 'x', after: null })).rejects.toThrow(
      told.id,
    );
    await take(store, told);
    await take(store, other);
    expect(await store.editions.install(told.manifest, '2026-11-01T00:00:00.000Z')).toBe(false);
    const retraction = { snapshot: told.id, reason: 'wrong', at: '2026-11-02T00:00:00.000Z' } as const;
    const after = await store.editions.statement();
    const on = { by: 'follow', statement: 'signed: it is retracted', after };
    await expect(store.acceptRetractions([retraction], { ...on, after: 'another' })).rejects.toThrow(
      'try again',
    );
    expect(await store.acceptRetractions([retraction], on)).toEqual([told.id]);
    expect(await store.acceptRetractions([retraction], on)).toEqual([]);
    expect(await store.editions.statement()).toBe(on.statement);
    await expect(store.editions.install(told.manifest, '2026-11-01T00:00:00.000Z')).rejects.toThrow(
      /was retracted/,
    );
    await expect(store.editions.serve(other.id, on)).rejects.toThrow('try again');
    expect([await store.current(), await store.ids()]).toEqual([other.id, [other.id]]);
    // Also what is served: nothing is from then on.
    const last = { ...on, statement: 'signed: all of it', after: on.statement };
    expect(await store.acceptRetractions([{ ...retraction, snapshot: other.id }], last)).toEqual([other.id]);
    expect([await store.current(), await store.ids()]).toEqual([null, []]);
  });

  it('refuses an edition in the place of a snapshot that was published here', async () => {
    const store = await replica(postgres().database());
    const own = await publish(store, { records: 2, internal: false });
    const [told] = (await editionsOf({ records: 2, internal: false })) as [PublishedEdition];
    expect(told.id).toBe(own);
    await expect(take(store, told)).rejects.toThrow(
      `there is a snapshot ${own} already, and it is not this edition; follow into a place of its own (--data)`,
    );
    expect((await store.verify(own)).ok).toBe(true);
  });

  describe.each(['refused', 'cut after'] satisfies Fault[])('with a statement %s', (fault) => {
    it('serves exactly the old snapshot or exactly the new one, whichever it is, and then goes on', async () => {
      const url = postgres().database();
      const [old, newer] = (await editionsOf({ records: 2 }, { records: 5 })) as [
        PublishedEdition,
        PublishedEdition,
      ];
      const first = await replica(url);
      await take(first, old);
      const database = openDatabase(url);
      onTestFinished(() => database.close());
      await forget(database, old.id);
      const connections = keptConnections(url);
      const counting = faultyConnections(connections, Number.POSITIVE_INFINITY, fault);
      await take(await replica(url, counting), newer);
      const served = new Set<boolean>();
      for (let at = 1; at <= counting.count(); at++) {
        await forget(database, old.id);
        const failing = await replica(url, faultyConnections(connections, at, fault));
        const outcome = await take(failing, newer).catch((error: unknown) => error);
        const current = (await first.current()) ?? '';
        served.add(current === old.id);
        expect([at, await first.editions.statement()]).toEqual([at, `signed: ${current}`]);
        expect([at, (await first.verify(current)).problems]).toEqual([at, []]);
        // Whoever was told of success has it.
        expect([at, outcome === undefined && current === old.id]).toEqual([at, false]);
        await retried(() => take(failing, newer), isStoreBusy);
        expect([at, await first.current()]).toEqual([at, newer.id]);
        expect([at, (await first.verify(newer.id)).problems]).toEqual([at, []]);
        await failing.close();
      }
      expect(served).toEqual(new Set([true, false]));
    });
  });
});

/** As before anything else was followed. */
async function forget(database: Database, old: string): Promise<void> {
  await database.use(async (client) => {
    await client.query('UPDATE article21.current SET snapshot = $1, version = version + 1', [old]);
    await client.query('UPDATE article21.statement SET text = $1', [`signed: ${old}`]);
    await client.query('DELETE FROM article21.parts WHERE snapshot <> $1', [old]);
    await client.query('DELETE FROM article21.snapshots WHERE id <> $1', [old]);
    await client.query('DELETE FROM article21.pieces');
    await client.query('DELETE FROM article21.log WHERE position($1 in line) = 0', [`"to":"${old}"`]);
    await client.query(
      'DELETE FROM article21.chunks WHERE sha256 NOT IN (SELECT sha256 FROM article21.parts)',
    );
  });
}
