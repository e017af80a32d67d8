import type { Editions } from '../editions/index.ts';
import { isPieceName, refuseLarge } from '../editions/pieces.ts';
import { refuseOvertaken } from '../editions/statement.ts';
import { makeEdition } from '../editions/write.ts';
import { sweepPieces } from '../retractions/pieces.ts';
import { sha256 } from '../snapshots/fingerprint.ts';
import type { Folder } from '../snapshots/folder.ts';
import { type Client, inTransaction } from './connection.ts';
import type { Database } from './database.ts';
import { withDatabaseLock } from './lock.ts';
import { advance, readState, type State } from './snapshots.ts';

/** The public editions of what a database holds. Who follows another store keeps what that publishes in a folder. */
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
  return {
    statement: async () => (await state()).statement,
    keepStatement: (text, after) =>
      withDatabaseLock(database, (client) =>
        inTransaction(client, async () => {
          refuseOvertaken((await readState(client)).statement, after);
          await keepStatement(client, text);
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
    install: refuse,
    serve: refuse,
  };
}

/** Of whoever follows, who needs a folder. */
export async function refuse(): Promise<never> {
  throw new Error('what is followed is kept in a folder: start without STORE_URL, and name one (--data)');
}

/** Removes what public editions of retracted snapshots are made of. In a transaction of who holds the lock. */
export async function sweepPiecesInDatabase(client: Client): Promise<void> {
  const { rows } = await client.query(`SELECT
    (SELECT coalesce(array_agg(snapshot), '{}') FROM article21.retractions) AS retracted,
    (SELECT coalesce(array_agg(encode(sha256, 'hex')), '{}') FROM article21.pieces) AS names,
    (SELECT text FROM article21.statement) AS statement`);
  const { retracted = [], names = [], statement = null } = rows[0] ?? {};
  const pieces = {
    names,
    statement,
    read: (name: string) => readPiece(client, name),
    remove: async (name: string) =>
      void (await client.query('DELETE FROM article21.pieces WHERE sha256 = $1', [Buffer.from(name, 'hex')])),
  };
  await sweepPieces(pieces, new Set(retracted as string[]));
}

async function keepStatement(client: Client, text: string): Promise<void> {
  await client.query(
    'INSERT INTO article21.statement (text) VALUES ($1) ON CONFLICT (one) DO UPDATE SET text = excluded.text',
    [text],
  );
  await advance(client, null, []);
}

async function readPiece(client: Client, hash: string): Promise<Uint8Array | 'damaged' | null> {
  if (!isPieceName(hash)) return null;
  const { rows } = await client.query('SELECT bytes FROM article21.pieces WHERE sha256 = $1', [
    Buffer.from(hash, 'hex'),
  ]);
  const bytes: Uint8Array | undefined = rows[0]?.bytes;
  if (bytes === undefined) return null;
  return sha256(bytes) === hash ? bytes : 'damaged';
}

async function keepPiece(client: Client, bytes: Uint8Array): Promise<string> {
  refuseLarge(bytes);
  const hash = sha256(bytes);
  const name = Buffer.from(hash, 'hex');
  // The database compares what it has: a piece of four megabytes need not be sent for that.
  const { rows } = await client.query(
    'SELECT sha256(bytes) = sha256 AS sound FROM article21.pieces WHERE sha256 = $1',
    [name],
  );
  if (rows[0]?.sound !== true)
    await client.query(
      'INSERT INTO article21.pieces (sha256, bytes) VALUES ($1, $2) ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes',
      [name, Buffer.from(bytes)],
    );
  return hash;
}
