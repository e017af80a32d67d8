import { editionManifest } from '../editions/edition.ts';
import type { Editions } from '../editions/index.ts';
import { installedEntry, requireSame } from '../editions/install.ts';
import { bytesOf } from '../editions/pieces.ts';
import { type OnWord, refuseOvertaken } from '../editions/statement.ts';
import { makeEdition } from '../editions/write.ts';
import { entryOf } from '../snapshots/change.ts';
import type { Folder } from '../snapshots/folder.ts';
import { manifestBytes } from '../snapshots/manifest.ts';
import type { Published } from '../snapshots/published.ts';
import { type Client, inTransaction } from './connection.ts';
import type { Database } from './database.ts';
import { withDatabaseLock } from './lock.ts';
import { keepPiece, putStatement, readPiece } from './pieces.ts';
import { publishedNow, soundManifest } from './publish.ts';
import { refuseRetracted } from './published.ts';
import { addSnapshot, advance, readManifestBytes, readState, type State, sendFiles } from './snapshots.ts';

/** The public editions of what a database holds, and what it follows. */
export function editionsIn(
  database: Database,
  folder: Folder,
  {
    state,
    explain,
  }: {
    state(): Promise<Pick<State, 'statement'>>;
    /** Says errors of files on this machine in one sentence. */
    explain<T>(work: Promise<T>): Promise<T>;
  },
): Editions {
  /** Does something as the only one who changes what is published. */
  const alone = <T>(work: (client: Client, published: Published) => Promise<T>) =>
    withDatabaseLock(database, async (client) =>
      work(client, await publishedNow(database, client, folder.seals)),
    );
  return {
    statement: async () => (await state()).statement,
    keepStatement: (text, after) =>
      withDatabaseLock(database, (client) =>
        inTransaction(client, async () => {
          refuseOvertaken((await readState(client)).statement, after);
          await putStatement(client, text);
          await advance(client, null, []);
        }),
      ),
    piece: (hash) => database.use((client) => readPiece(client, hash)),
    keepPiece: (bytes) => database.use((client) => keepPiece(client, bytes)),
    write: (id, part) =>
      explain(
        withDatabaseLock(database, (client) =>
          makeEdition({ folder, keep: (bytes) => keepPiece(client, bytes) }, id, part),
        ),
      ),
    install: (bytes, publishedAt) =>
      alone((client, published) => install(client, published, { bytes, publishedAt })),
    serve: (id, on) => alone((client, published) => serve(client, published, { id, ...on })),
  };
}

/** As `installEdition` of a folder: the pieces are sent on within the database, and one transaction makes the snapshot. */
async function install(
  client: Client,
  published: Published,
  { bytes, publishedAt }: { bytes: Uint8Array; publishedAt: string },
): Promise<boolean> {
  const manifest = editionManifest(bytes);
  const { id } = manifest;
  refuseRetracted(await published.retractions(), id);
  const held = await readManifestBytes(client, id);
  if (held !== null) {
    await requireSame(published, id, held.equals(manifestBytes(manifest)));
    return false;
  }
  const files = new Map(manifest.files.map((file) => [file.path, file]));
  const parts = await sendFiles(client, manifest, (path) =>
    bytesOf(files.get(path), (hash) => readPiece(client, hash)),
  );
  const entry = installedEntry(await published.log(), manifest, publishedAt);
  await inTransaction(client, async () => {
    await addSnapshot(client, { id, bytes: manifestBytes(manifest) }, parts);
    await advance(client, null, entry === null ? [] : [JSON.stringify(entry)]);
  });
  return true;
}

/** Serves a snapshot, keeps the statement on whose word that is, and writes both down, or nothing of it. */
async function serve(
  client: Client,
  published: Published,
  { id, by, statement, after }: { id: string } & OnWord,
): Promise<void> {
  const manifest = await soundManifest(published, id);
  const entry = await entryOf(published, manifest, { what: 'followed', by, note: undefined });
  await inTransaction(client, async () => {
    refuseOvertaken((await readState(client)).statement, after);
    await putStatement(client, statement);
    await advance(client, id, [JSON.stringify(entry)]);
  });
}
