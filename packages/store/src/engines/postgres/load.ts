import type { RestrictionRecord, Vocabulary } from '@article21/model';
import { type Client, inTransaction } from '../../postgres/connection.ts';
import { copyInto } from './copy.ts';
import { ENTRY_COLUMNS, entryRows, layout, RECORD_COLUMNS, recordRow } from './rows.ts';

/** Of the locks by which one who loads is known to be alive; the number of the load is the other half. */
const LOADING = 4_121;
/** So many letters are sent at once. */
const LETTERS_AT_ONCE = 2 ** 20;

/**
 * Takes records into the database, all of them or none, and answers the number of the load. It belongs to this connection
 * until it is kept: what a connection that ended has left behind, the next one removes.
 */
export async function loadRecords(
  client: Client,
  records: AsyncIterable<RestrictionRecord>,
  vocabulary: Vocabulary,
): Promise<number> {
  await sweep(client);
  const begun = await client.query('INSERT INTO article21.loads (layout) VALUES ($1) RETURNING id', [
    layout(vocabulary),
  ]);
  const load = Number(begun.rows[0]?.id);
  await client.query('SELECT pg_advisory_lock($1, $2)', [LOADING, load]);
  await inTransaction(client, async () => {
    const count = await send(client, load, records, vocabulary);
    await refuseTwins(client, load);
    await client.query('UPDATE article21.loads SET records = $2 WHERE id = $1', [load, count]);
  });
  return load;
}

async function send(
  client: Client,
  load: number,
  records: AsyncIterable<RestrictionRecord>,
  vocabulary: Vocabulary,
): Promise<number> {
  let count = 0;
  let rows = '';
  let entries = '';
  const flush = async () => {
    if (rows !== '') await copyInto(client, `article21.records (load, ${RECORD_COLUMNS})`, rows);
    if (entries !== '') await copyInto(client, `article21.entries (load, ${ENTRY_COLUMNS})`, entries);
    rows = '';
    entries = '';
  };
  for await (const record of records) {
    count += 1;
    rows += recordRow(load, record, vocabulary);
    entries += entryRows(load, record, vocabulary).join('');
    if (rows.length + entries.length > LETTERS_AT_ONCE) await flush();
  }
  await flush();
  return count;
}

/** No key is unique over all places of a cluster, and so it is asked for. */
async function refuseTwins(client: Client, load: number): Promise<void> {
  const { rows } = await client.query(
    'SELECT id FROM article21.records WHERE load = $1 GROUP BY id HAVING count(*) > 1 ORDER BY id LIMIT 1',
    [load],
  );
  const twin = rows[0]?.id;
  if (twin !== undefined) throw new Error(`two records have the id ${twin}`);
}

/** Says which file holds the same records, so that a load is found by it for as long as there is this database. */
export async function keepLoad(client: Client, load: number, sha256: string): Promise<void> {
  await client.query('UPDATE article21.loads SET file = $2 WHERE id = $1', [load, sha256]);
}

/** The last load of a file, counted by this vocabulary as this version of the program does; null where there is none. */
export async function loadOf(client: Client, sha256: string, vocabulary: Vocabulary): Promise<number | null> {
  const { rows } = await client.query(
    'SELECT id FROM article21.loads WHERE file = $1 AND layout = $2 AND records IS NOT NULL ORDER BY id DESC LIMIT 1',
    [sha256, layout(vocabulary)],
  );
  return rows[0] === undefined ? null : Number(rows[0].id);
}

/** How many records a load has. Throws where it is gone, so that no list is empty for that reason. */
export async function sizeOf(client: Client, load: number): Promise<number> {
  const { rows } = await client.query('SELECT records FROM article21.loads WHERE id = $1', [load]);
  if (rows[0] === undefined)
    throw new Error(`load ${load} has been removed from the database; open the snapshot again`);
  return Number(rows[0].records);
}

export async function dropLoad(client: Client, load: number): Promise<void> {
  for (const table of ['records', 'entries'])
    await client.query(`DELETE FROM article21.${table} WHERE load = $1`, [load]);
  await client.query('DELETE FROM article21.loads WHERE id = $1', [load]);
  await client.query('SELECT pg_advisory_unlock($1, $2)', [LOADING, load]);
}

/** Removes what was not kept and has nobody any more who could keep it. */
async function sweep(client: Client): Promise<void> {
  const { rows } = await client.query('SELECT id FROM article21.loads WHERE file IS NULL ORDER BY id');
  for (const { id } of rows) {
    const locked = await client.query('SELECT pg_try_advisory_lock($1, $2) AS free', [LOADING, id]);
    // The connection that is asking may hold some of its own: it has them twice then, and lets go of one.
    if (locked.rows[0]?.free === true) await dropLoad(client, Number(id));
  }
}
