import type { Retraction } from '@article21/model';
import type { OnWord } from './editions/statement.ts';
import type { Engine } from './port.ts';
import { createCache } from './postgres/cache.ts';
import { comparisonsIn } from './postgres/comparisons.ts';
import type { Client } from './postgres/connection.ts';
import type { Database } from './postgres/database.ts';
import { editionsIn } from './postgres/editions.ts';
import { localSnapshots } from './postgres/local-snapshots.ts';
import { withDatabaseLock } from './postgres/lock.ts';
import { publishedNow, publishToDatabase, rollbackInDatabase } from './postgres/publish.ts';
import { publishedInDatabase, refuseRetracted } from './postgres/published.ts';
import { acceptRetractionsInDatabase, retractInDatabase } from './postgres/retract.ts';
import { readState, type State, sweepChunks } from './postgres/snapshots.ts';
import { type Watch, type WatchOptions, watch } from './postgres/watch.ts';
import { newTombstones } from './retractions/ask.ts';
import { withholds } from './retractions/withheld.ts';
import { explained, isStoreBusy } from './snapshots/errors.ts';
import { list } from './snapshots/list.ts';
import { lost } from './snapshots/lost.ts';
import type { Published } from './snapshots/published.ts';
import { sharedSeals } from './snapshots/seals.ts';
import type { Store } from './store.ts';

/** A store in a database, which any number of processes share. Each keeps files on its own machine as long as it likes. */
export interface SharedStore extends Store {
  /**
   * From now on what is served is followed, and asked of this process alone: a change by any other is known within two seconds,
   * and while the database is away all stays as it was. Resolves when it is known what is served, however long that takes;
   * `report` is told each time that the database cannot be asked, and with null when it can again.
   */
  watch(report: (problem: string | null) => void): Promise<void>;
  /** Which snapshots there are, as last heard of, for other threads of this process; null where nothing is followed. */
  known(): State | null;
  /** Takes over what another thread of this process knew, in the place of asking the database. */
  hear(known: State): void;
  /** Why changes by others cannot be known at the moment: one sentence; null where they are known. */
  problem(): string | null;
  close(): Promise<void>;
}

/** The store in a database. Files are fetched into `cacheDir`, compared with their hashes, and again when they vanish. */
export function openSharedStore({
  database,
  cacheDir,
  engine,
}: {
  database: Database;
  cacheDir: string;
  engine: Engine;
}): SharedStore {
  const cache = createCache(database, cacheDir, engine);
  const { folder } = cache;
  const { state, follow, known, hear, problem, end } = currentStateOf(database);
  const local = localSnapshots(cache, async (id) => {
    const { ids, retractions } = await state();
    refuseRetracted(retractions, id);
    return ids.includes(id);
  });
  const inDatabase = publishedInDatabase(database, state, folder.seals);
  const published = { ...inDatabase, inspectManifest: local.inspectManifest };

  const explain = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw explained(error, cacheDir, 'CACHE_DIR');
    });
  return {
    current: async () => (await state()).current,
    list: () => explain(list(published)),
    ids: async () => [...(await state()).ids],
    manifest: (id) => explain(local.manifest(id)),
    open: (id) => explain(local.open(id)),
    publish: (sourceDir, read, options = {}) =>
      explain(publishToDatabase(database, folder, { sourceDir, read, options })),
    rollback: (id, by) => explain(rollbackInDatabase(database, folder.seals, { id, by })),
    retract: (ids, options) =>
      explain(retractBy((client, now) => retractInDatabase(client, now, { ids, options }))),
    acceptRetractions: (announced, on) => explain(acceptRetractions(announced, on)),
    retractions: async () => (await state()).retractions,
    withholds: (dataset, record) => explain(withholds(published, dataset, record)),
    ...{ log: () => explain(published.log()), lost: () => explain(lost(published)) },
    verify: (id) => explain(inDatabase.verify(id)),
    inspect: (id) => explain(local.inspect(id)),
    // All that a store in a folder keeps beside its snapshots is in the database, which keeps it whole.
    problems: async () => [],
    ...sharedSeals(folder),
    ...comparisonsIn(database, folder),
    editions: editionsIn(database, folder, { state, explain }),
    remember: async () => {
      for (const id of (await state()).ids) await local.inspectManifest(id).catch(() => null);
    },
    recover: () => explain(recover()),
    watch: (report) => follow({ prepare: cache.bring, forget: cache.forget, report }),
    known,
    hear,
    problem,
    close: async () => {
      await end();
      await database.close();
    },
  };

  async function retractBy(work: (client: Client, published: Published) => Promise<void>): Promise<void> {
    await withDatabaseLock(database, async (client) =>
      work(client, await publishedNow(database, client, folder.seals)),
    );
    await cache.forget([...(await database.use(readState)).retractions.keys()]);
  }

  async function acceptRetractions(announced: readonly Retraction[], on: OnWord): Promise<string[]> {
    const tombstones = newTombstones(announced, (await state()).retractions, on.by);
    if (tombstones.length > 0) await retractBy((it) => acceptRetractionsInDatabase(it, tombstones, on));
    return tombstones.map(({ snapshot }) => snapshot);
  }

  async function recover(): Promise<string[]> {
    await cache.sweep();
    await cache.forget([...(await state()).retractions.keys()]);
    try {
      const swept = await withDatabaseLock(database, sweepChunks);
      return swept === 0 ? [] : [`${swept} parts of files in the database ${database.name}`];
    } catch (error) {
      if (isStoreBusy(error)) return [];
      throw error;
    }
  }
}

/** What a database says: followed, heard from another thread, or asked each time. */
function currentStateOf(database: Database) {
  let watching: Watch | null = null;
  let heard: State | null = null;
  return {
    state: async (): Promise<State> => watching?.state() ?? heard ?? database.use(readState),
    follow: async (options: WatchOptions) => {
      watching = await watch(database, options);
    },
    // The log grows with each publication, and is asked of nobody but the thread that follows.
    known: (): State | null => (watching ? { ...watching.state(), log: [], statement: null } : null),
    hear: (known: State) => {
      if (heard === null || known.version > heard.version) heard = known;
    },
    problem: () => watching?.problem() ?? null,
    end: async () => watching?.close(),
  };
}
