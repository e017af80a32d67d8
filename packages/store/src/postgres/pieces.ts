import { isPieceName, refuseLarge } from '../editions/pieces.ts';
import { sweepPieces } from '../retractions/pieces.ts';
import { sha256 } from '../snapshots/fingerprint.ts';
import type { Client } from './connection.ts';

/** A piece of a public edition that a database keeps, compared with its hash; as `readPiece` of a folder. */
export async function readPiece(client: Client, hash: string): Promise<Uint8Array | 'damaged' | null> {
  if (!isPieceName(hash)) return null;
  const { rows } = await client.query('SELECT bytes FROM article21.pieces WHERE sha256 = $1', [
    Buffer.from(hash, 'hex'),
  ]);
  const bytes: Uint8Array | undefined = rows[0]?.bytes;
  if (bytes === undefined) return null;
  return sha256(bytes) === hash ? bytes : 'damaged';
}

/** Keeps a piece under its hash, which it answers. */
export async function keepPiece(client: Client, bytes: Uint8Array): Promise<string> {
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

/** Puts a signed statement in the place of another. In a transaction of who holds the lock. */
export async function putStatement(client: Client, text: string): Promise<void> {
  await client.query(
    'INSERT INTO article21.statement (text) VALUES ($1) ON CONFLICT (one) DO UPDATE SET text = excluded.text',
    [text],
  );
}
