import { createHash } from 'node:crypto';
import { parseTombstone, type Retractions } from '../retractions/tombstone.ts';
import { snapshotDamaged } from '../snapshots/errors.ts';
import type { Manifest } from '../snapshots/manifest.ts';
import type { Client } from './connection.ts';

/** What a database says of snapshots, all at one moment. */
export interface State {
  /** Grows with every change; a state of a lower one is older. */
  version: number;
  current: string | null;
  /** Newest first. */
  ids: readonly string[];
  /** Lines of the log, oldest first. */
  log: readonly string[];
  retractions: Retractions;
  /** Of public editions, signed; null where nobody signed anything. */
  statement: string | null;
}

/** The channel on which a database says that there is another state. */
export const CHANNEL = 'article21';

const PART_BYTES = 2 ** 20;

export async function readState(client: Client): Promise<State> {
  const { rows } = await client.query(`SELECT snapshot, version,
      (SELECT coalesce(json_agg(id ORDER BY id DESC), '[]') FROM article21.snapshots) AS ids,
      (SELECT coalesce(json_agg(line ORDER BY number), '[]') FROM article21.log) AS log,
      (SELECT coalesce(json_agg(r ORDER BY snapshot), '[]') FROM article21.retractions r) AS retractions,
      (SELECT text FROM article21.statement) AS statement
    FROM article21.current`);
  const {
    snapshot = null,
    version = 0,
    ids = [],
    log = [],
    retractions = [],
    statement = null,
  } = rows[0] ?? {};
  const tombstoneRows = retractions as { snapshot: string; tombstone: string }[];
  return {
    version: Number(version),
    current: snapshot,
    ids,
    log,
    statement,
    retractions: new Map(
      tombstoneRows.map((it) => [it.snapshot, parseTombstone(it.snapshot, it.tombstone) ?? 'damaged']),
    ),
  };
}

/** The version of the state, and nothing else. */
export async function readVersion(client: Client, patience: number): Promise<number> {
  const text = 'SELECT version FROM article21.current';
  // The driver takes a limit for one question, which its types do not say.
  const limited = { text, query_timeout: patience };
  return Number((await client.query(limited)).rows[0]?.version);
}

/** The bytes of a manifest; null where there is no such snapshot. */
export async function readManifestBytes(client: Client, id: string): Promise<Buffer | null> {
  const { rows } = await client.query('SELECT manifest FROM article21.snapshots WHERE id = $1', [id]);
  return rows[0]?.manifest ?? null;
}

/** The paths of a snapshot's files, without its manifest. */
export async function readPaths(client: Client, id: string): Promise<string[]> {
  const text = 'SELECT DISTINCT path FROM article21.parts WHERE snapshot = $1 ORDER BY path';
  return (await client.query(text, [id])).rows.map(({ path }) => String(path));
}

/** The bytes of a file, part by part. Throws a `SnapshotDamaged` where one is gone. */
export async function* piecesOf(client: Client, id: string, path: string): AsyncIterable<Uint8Array> {
  const text = `SELECT c.bytes FROM article21.parts p LEFT JOIN article21.chunks c USING (sha256)
    WHERE p.snapshot = $1 AND p.path = $2 AND p.part = $3`;
  for (let part = 0; ; part++) {
    const { rows } = await client.query(text, [id, path, part]);
    if (rows[0] === undefined) {
      if (part === 0) throw snapshotDamaged(id, `${path} is missing`);
      return;
    }
    if (rows[0].bytes === null) throw snapshotDamaged(id, `${path} lacks its part ${part}`);
    yield rows[0].bytes;
  }
}

/** A part of a file of a snapshot, by its hash. */
export interface Part {
  path: string;
  part: number;
  sha256: Buffer;
}

/**
 * Sends the files of a snapshot that is not there yet; parts that are there are not sent again, so that what was cut short goes
 * on where it was. Nobody sees them before `addSnapshot`. Throws where a file is not what its manifest says.
 */
export async function sendFiles(
  client: Client,
  manifest: Manifest,
  read: (path: string) => AsyncIterable<Uint8Array>,
): Promise<Part[]> {
  const parts: Part[] = [];
  for (const entry of manifest.files) {
    const whole = createHash('sha256');
    let part = 0;
    for await (const bytes of inParts(read(entry.path))) {
      whole.update(bytes);
      const sha256 = createHash('sha256').update(bytes).digest();
      await sendPart(client, sha256, bytes);
      parts.push({ path: entry.path, part: part++, sha256 });
    }
    if (whole.digest('hex') !== entry.sha256)
      throw snapshotDamaged(manifest.id, `${entry.path} is not what was published (its hash differs)`);
  }
  return parts;
}

async function sendPart(client: Client, sha256: Buffer, bytes: Buffer): Promise<void> {
  const { rows } = await client.query('SELECT true AS there FROM article21.chunks WHERE sha256 = $1', [
    sha256,
  ]);
  if (rows[0]?.there === true) return;
  await client.query(
    'INSERT INTO article21.chunks (sha256, bytes) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING',
    [sha256, bytes],
  );
}

/** Pieces of any length as parts of one length, the last one shorter; one empty part where there are no bytes. */
async function* inParts(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  let count = 0;
  for await (const piece of pieces) {
    for (let rest = piece; rest.length > 0; ) {
      const taken = rest.subarray(0, PART_BYTES - length);
      rest = rest.subarray(taken.length);
      held.push(taken);
      length += taken.length;
      if (length < PART_BYTES) continue;
      yield Buffer.concat(held);
      count += 1;
      held = [];
      length = 0;
    }
  }
  if (length > 0 || count === 0) yield Buffer.concat(held);
}

/** Makes a snapshot of the bytes of its manifest and parts that were sent. To be called in the transaction that changes what is served, or alone. */
export async function addSnapshot(
  client: Client,
  { id, bytes }: { id: string; bytes: Uint8Array },
  parts: readonly Part[],
): Promise<void> {
  const manifest = Buffer.from(bytes);
  await client.query('INSERT INTO article21.snapshots (id, manifest) VALUES ($1, $2)', [id, manifest]);
  await client.query(
    `INSERT INTO article21.parts (snapshot, path, part, sha256)
      SELECT $1, * FROM unnest($2::text[], $3::integer[], $4::bytea[])`,
    [id, parts.map(({ path }) => path), parts.map(({ part }) => part), parts.map(({ sha256 }) => sha256)],
  );
}

/** Serves a snapshot, or as before where it is null, writes lines into the log, and tells who listens. In a transaction. */
export async function advance(
  client: Client,
  current: string | null,
  lines: readonly string[],
): Promise<void> {
  for (const line of lines) await client.query('INSERT INTO article21.log (line) VALUES ($1)', [line]);
  await client.query(
    'UPDATE article21.current SET snapshot = coalesce($1, snapshot), version = version + 1',
    [current],
  );
  await client.query(`SELECT pg_notify('${CHANNEL}', '')`);
}

/** Removes parts of publications that were cut short at least a day ago; answers how many. For who holds the lock. */
export async function sweepChunks(client: Client): Promise<number> {
  const { rowCount } = await client.query(`DELETE FROM article21.chunks c
    WHERE stored < now() - interval '1 day'
      AND NOT EXISTS (SELECT FROM article21.parts p WHERE p.sha256 = c.sha256)`);
  return rowCount ?? 0;
}
