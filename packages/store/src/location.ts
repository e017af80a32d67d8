import { type Copied, copyStore } from './copy.ts';
import { openSharedStore, type SharedStore } from './database-store.ts';
import { engine } from './engines/index.ts';
import type { EngineId } from './port.ts';
import { databaseArchive } from './postgres/archive.ts';
import { isDatabaseUrl, openDatabase } from './postgres/database.ts';
import { type Archive, folderArchive } from './snapshots/archive.ts';
import { openStore, type Store } from './store.ts';

/** Where a store is: a folder, or a database whose files are kept in a folder for as long as that is there. */
export type StoreLocation =
  | { dataDir: string }
  | {
      /** `postgres://…` */
      storeUrl: string;
      cacheDir: string;
      /** What groups records; `duckdb` does on this machine. */
      engine: Extract<EngineId, 'duckdb' | 'postgres'>;
    };

/** Where a store is, for people: never with the password of a database. */
export function describeLocation(location: StoreLocation): string {
  return 'dataDir' in location ? location.dataDir : `the database ${openDatabase(location.storeUrl).name}`;
}

/** The store at a location; nothing of a database is loaded for one in a folder. Throws where its address is none. */
export function openStoreAt(location: StoreLocation): Store | SharedStore {
  if ('dataDir' in location) return openStore({ dataDir: location.dataDir, engine: engine('duckdb') });
  const database = openDatabase(location.storeUrl);
  return openSharedStore({
    database,
    cacheDir: location.cacheDir,
    engine: engine(location.engine, database),
  });
}

/**
 * The location that settings name; an empty one counts as absent. Throws one sentence on an address that is none, an engine
 * that is not known, and one that needs a database where there is none.
 */
export function readLocation(settings: {
  dataDir: string;
  cacheDir: string;
  storeUrl?: string | undefined;
  engine?: string | undefined;
}): StoreLocation {
  const { dataDir, cacheDir, storeUrl, engine: id = '' } = settings;
  if (id !== '' && id !== 'duckdb' && id !== 'postgres')
    throw new Error(`ENGINE is not known: ${id} (known: duckdb, postgres)`);
  if (!storeUrl) {
    if (id === 'postgres')
      throw new Error('ENGINE=postgres groups in the database of STORE_URL: set that, too');
    return { dataDir };
  }
  const location = { storeUrl, cacheDir, engine: id || 'duckdb' } as const;
  // Says at once what is wrong with an address; nothing is asked of it yet.
  describeLocation(location);
  return location;
}

/** Whether a store is in a database, and so to be watched and closed. */
export function isShared(store: Store | SharedStore): store is SharedStore {
  return 'watch' in store;
}

/** Copies a store to another one, each a folder or the address of a database. */
export async function copyBetween(
  from: string,
  to: string,
  onSnapshot?: (done: number, all: number, id: string) => void,
): Promise<Copied> {
  const [source, target] = [archiveAt(from), archiveAt(to)];
  try {
    return await copyStore(source, target, onSnapshot);
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
}

function archiveAt(place: string): Archive {
  const own = engine('duckdb');
  return isDatabaseUrl(place) ? databaseArchive(openDatabase(place), own) : folderArchive(place, own);
}
