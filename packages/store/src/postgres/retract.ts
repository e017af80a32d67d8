import { type OnWord, refuseOvertaken } from '../editions/statement.ts';
import { type RetractOptions, tombstonesOf, withheldWith } from '../retractions/ask.ts';
import { entryOf, type Intent, refuseServed } from '../retractions/retract.ts';
import { printTombstone, type Tombstone } from '../retractions/tombstone.ts';
import { parseWithheld, type Withheld } from '../retractions/withheld.ts';
import { parseManifest } from '../snapshots/manifest.ts';
import type { Published } from '../snapshots/published.ts';
import { type Client, inTransaction } from './connection.ts';
import { putStatement, sweepPiecesInDatabase } from './pieces.ts';
import { advance, readManifestBytes, readState } from './snapshots.ts';

/** Retracts snapshots of a database, for who holds its lock. All of it is one transaction. */
export async function retractInDatabase(
  client: Client,
  published: Published,
  { ids, options }: { ids: readonly string[]; options: RetractOptions },
): Promise<void> {
  refuseServed(ids, await published.statedCurrent());
  const tombstones = await tombstonesOf(ids, published, options);
  const withheld = withheldWith(await readWithheldText(client), options);
  await inTransaction(client, () => applyRetractionInDatabase(client, { tombstones, withheld }));
}

/** Does what somebody else has retracted, on the word of a statement, for who holds the lock. All of it is one transaction. */
export function acceptRetractionsInDatabase(
  client: Client,
  tombstones: Tombstone[],
  { statement, after }: OnWord,
): Promise<void> {
  return inTransaction(client, async () => {
    refuseOvertaken((await readState(client)).statement, after);
    // First: the list that it names stays, while pieces of what goes are removed.
    await putStatement(client, statement);
    await applyRetractionInDatabase(client, { tombstones, withheld: null });
  });
}

/** Puts tombstones in the place of snapshots; where one of them is served, nothing is from then on. In a transaction of who holds the lock. */
export async function applyRetractionInDatabase(
  client: Client,
  { tombstones, withheld }: Intent,
): Promise<void> {
  const { retractions, log } = await readState(client);
  await client.query('UPDATE article21.current SET snapshot = NULL WHERE snapshot = ANY ($1)', [
    tombstones.map(({ snapshot }) => snapshot),
  ]);
  if (withheld)
    await client.query(
      'INSERT INTO article21.withheld (text) VALUES ($1) ON CONFLICT (one) DO UPDATE SET text = excluded.text',
      [JSON.stringify(withheld)],
    );
  const lines: string[] = [];
  for (const tombstone of tombstones) {
    if (retractions.has(tombstone.snapshot)) continue;
    await client.query('INSERT INTO article21.retractions (snapshot, tombstone) VALUES ($1, $2)', [
      tombstone.snapshot,
      printTombstone(tombstone),
    ]);
    const line = JSON.stringify(entryOf(tombstone));
    // A copy has the line already.
    if (!log.includes(line)) lines.push(line);
    await removeRows(client, tombstone.snapshot);
  }
  await sweepPiecesInDatabase(client);
  await advance(client, null, lines);
}

/** The records of a database that may not be published again; null where there are none. */
export async function readWithheldText(client: Client): Promise<Withheld | null> {
  const { rows } = await client.query('SELECT text FROM article21.withheld');
  return rows[0] === undefined ? null : parseWithheld(rows[0].text, 'the table article21.withheld');
}

/** Removes all that a database holds of a snapshot, and of no other one. */
async function removeRows(client: Client, id: string): Promise<void> {
  const file = await recordsHash(client, id);
  // Whoever is keeping a comparison with it ends first; whoever comes later finds it gone.
  await client.query('SELECT FROM article21.snapshots WHERE id = $1 FOR UPDATE', [id]);
  await client.query('DELETE FROM article21.changes WHERE snapshot = $1 OR since = $1', [id]);
  const sent = await client.query(
    `WITH gone AS (DELETE FROM article21.parts WHERE snapshot = $1 RETURNING sha256)
      SELECT coalesce(array_agg(DISTINCT sha256), '{}') AS chunks FROM gone`,
    [id],
  );
  await client.query('DELETE FROM article21.snapshots WHERE id = $1', [id]);
  await client.query(
    `DELETE FROM article21.chunks c WHERE sha256 = ANY ($1)
      AND NOT EXISTS (SELECT FROM article21.parts p WHERE p.sha256 = c.sha256)`,
    [sent.rows[0]?.chunks ?? []],
  );
  if (file !== null && !(await isOfAnother(client, file))) await removeLoads(client, file);
}

/** The records that the engine keeps of a file. */
async function removeLoads(client: Client, file: string): Promise<void> {
  const { rows } = await client.query('SELECT id FROM article21.loads WHERE file = $1', [file]);
  for (const { id } of rows) {
    for (const table of ['records', 'entries'])
      await client.query(`DELETE FROM article21.${table} WHERE load = $1`, [id]);
    await client.query('DELETE FROM article21.loads WHERE id = $1', [id]);
  }
}

async function recordsHash(client: Client, id: string): Promise<string | null> {
  const bytes = await readManifestBytes(client, id);
  const manifest = bytes && parseManifest(bytes).manifest;
  return manifest?.files.find(({ path }) => path === manifest.recordsFile)?.sha256 ?? null;
}

/** Whether a snapshot that is there has the same file of records: two may differ in their texts alone. */
async function isOfAnother(client: Client, file: string): Promise<boolean> {
  const { rows } = await client.query('SELECT manifest FROM article21.snapshots');
  return rows.some(({ manifest }) => manifest.includes(file));
}
