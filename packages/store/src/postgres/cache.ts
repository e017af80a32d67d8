import { createHash, randomUUID } from 'node:crypto';
import { lstat, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { isSnapshotId } from '@article21/model';
import type { Engine } from '../port.ts';
import { type DurableFs, hasCode, makeFolder, modes, nodeFs } from '../snapshots/durable-fs.ts';
import { snapshotDamaged, snapshotMissing } from '../snapshots/errors.ts';
import { type FileEntry, walk } from '../snapshots/fingerprint.ts';
import { type Folder, folderOf, namesIn, snapshotFolder } from '../snapshots/folder.ts';
import { readManifest } from '../snapshots/manifest.ts';
import { difference } from '../snapshots/verify.ts';
import type { Database } from './database.ts';
import { piecesOf, readManifestBytes } from './snapshots.ts';

/** Files of snapshots of a database, on this machine. It may vanish at any time: what is missing is fetched again. */
export interface Cache {
  /** The cache as a folder of snapshots; what is read there and missing is fetched first, and compared with its manifest. */
  folder: Folder;
  /** Fetches what is missing of a snapshot. Throws a `SnapshotMissing` or a `SnapshotDamaged`. */
  bring(id: string): Promise<void>;
  /** Removes what is not what was published, to be fetched again; whether there was any. */
  mend(id: string): Promise<boolean>;
  /** Removes all that is here of snapshots that were retracted. */
  forget(ids: readonly string[]): Promise<void>;
  /** Removes what a process that died left behind. */
  sweep(): Promise<void>;
}

/** In milliseconds: what is being fetched for longer is not being fetched any more. */
const ABANDONED_AFTER_MS = 3_600_000;

export function createCache(database: Database, dataDir: string, engine: Engine): Cache {
  const temporary = join(dataDir, 'tmp');
  const going = new Map<string, Promise<void>>();
  const fs: DurableFs = {
    ...nodeFs,
    read: async (path, most) => {
      await bringFile(path);
      return nodeFs.read(path, most);
    },
    pieces: async function* (path) {
      await bringFile(path);
      yield* nodeFs.pieces(path);
    },
  };
  const folder = folderOf(dataDir, engine, fs);

  /** Fetches a file of a snapshot where it is missing, once for all who ask. */
  async function bringFile(path: string): Promise<void> {
    const [id = '', ...rest] = relative(folder.snapshots, path).split(sep);
    if (!isSnapshotId(id) || rest.length === 0 || (await isThere(path))) return;
    const fetching = going.get(path) ?? fetchFile(id, rest.join('/'), path).finally(() => going.delete(path));
    going.set(path, fetching);
    await fetching;
  }

  async function fetchFile(id: string, name: string, path: string): Promise<void> {
    if (name === 'manifest.json') {
      const bytes = await database.use((client) => readManifestBytes(client, id));
      if (bytes === null) throw snapshotMissing(id);
      await place({ temporary, path }, one(bytes));
      return;
    }
    const entry = (await readManifest(folder, id)).files.find((it) => it.path === name);
    // What the manifest does not list is not there for whoever asks.
    if (!entry) return;
    if (!isPlain(name)) throw snapshotDamaged(id, `${name} is no path within a snapshot`);
    const found = await database.use((client) =>
      place({ temporary, path }, piecesOf(client, id, name), entry),
    );
    if (!found) throw snapshotDamaged(id, `${name} is not what was published (its hash differs)`);
  }

  return {
    folder,
    bring: async (id) => {
      const { files } = await readManifest(folder, id);
      for (const { path } of files) await bringFile(join(snapshotFolder(folder, id), path));
    },
    mend: (id) => mend(database, folder, id),
    forget: (ids) => forget(folder, ids),
    sweep: () => sweep(temporary),
  };
}

/** Writes a file, which takes its name only when it is whole and what its entry says; whether it was. */
async function place(
  { temporary, path }: { temporary: string; path: string },
  pieces: AsyncIterable<Uint8Array>,
  entry: FileEntry | null = null,
): Promise<boolean> {
  const aside = join(temporary, randomUUID());
  await makeFolder(temporary, modes.folder);
  try {
    const hash = createHash('sha256');
    const handle = await open(aside, 'wx', modes.file);
    try {
      let length = 0;
      for await (const piece of pieces) {
        length += piece.length;
        // What a row of somebody else's says may have no end, and would fill the disk.
        if (entry && length > entry.bytes) return false;
        hash.update(piece);
        await handle.writeFile(piece);
      }
    } finally {
      await handle.close();
    }
    if (entry && hash.digest('hex') !== entry.sha256) return false;
    await makeFolder(dirname(path), modes.folder);
    await rename(aside, path);
    return true;
  } finally {
    await rm(aside, { force: true });
  }
}

async function mend(database: Database, folder: Folder, id: string): Promise<boolean> {
  const root = snapshotFolder(folder, id);
  const local = { ...folder, fs: nodeFs };
  const bytes = await database.use((client) => readManifestBytes(client, id));
  if (bytes === null) throw snapshotMissing(id);
  const manifestFile = join(root, 'manifest.json');
  const held = await nodeFs.read(manifestFile, 2 * bytes.length).catch(() => null);
  let mended = held === null || !bytes.equals(held);
  if (mended) await nodeFs.remove(manifestFile);
  const { files } = await readManifest(folder, id);
  const known = new Map(files.map((entry) => [entry.path, entry]));
  for (const path of (await walk(nodeFs, root)).files) {
    const entry = known.get(path);
    if (path === 'manifest.json' || (entry && (await difference(local, root, entry)) === null)) continue;
    await nodeFs.remove(join(root, path));
    mended = true;
  }
  return mended;
}

async function forget(folder: Folder, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const id of ids) await nodeFs.remove(snapshotFolder(folder, id));
  const about = (name: string) => ids.some((id) => name.includes(id));
  for (const name of await namesIn({ fs: nodeFs }, folder.changes))
    if (about(name)) await nodeFs.remove(join(folder.changes, name));
}

async function sweep(temporary: string): Promise<void> {
  const names = await readdir(temporary).catch(() => []);
  // The time of day, because the times of files are of that clock.
  const now = Date.now();
  for (const name of names) {
    const file = join(temporary, name);
    const stats = await stat(file).catch(() => null);
    if (stats && now - stats.mtimeMs > ABANDONED_AFTER_MS) await rm(file, { recursive: true, force: true });
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return false;
    throw error;
  }
}

/** Whoever can write a manifest must not be able to write anywhere else on this machine. */
function isPlain(path: string): boolean {
  return path
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\\0]/.test(part));
}

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
