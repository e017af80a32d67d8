import { createHash } from 'node:crypto';
import { type Edition, MOST_PIECE, PIECE, piecesOf, readEdition, type Store } from '@article21/store';
import { type EditionList, type ListedEdition, readEditionList } from '../editions/list.ts';
import { isOfList, notOf, readStatement, type Statement } from '../editions/statement.ts';
import type { PublicKey } from '../seal/index.ts';
import { isRefusal, type Origin, type Refusal, refusal } from './origin.ts';

export interface Pull {
  origin: Origin;
  /** Whose signature is believed. */
  key: PublicKey;
  store: Store;
  tell?(done: number, total: number, id: string): void;
}

/** What came of asking an origin. */
export interface Pulled {
  /** The snapshot that is served from now on. */
  served: string;
  /** Whether another one was before. */
  isNew: boolean;
  records: number;
  /** How many editions are here that were not. */
  installed: number;
  /** What was here and was retracted since. */
  retracted: string[];
  /** Why earlier ones could not be had; they are asked for again. */
  missing: Refusal[];
}

const STATEMENT = 'editions/current.minisig';
/** A statement has four lines. */
const MOST_STATEMENT = 4096;

/**
 * Takes over what an origin publishes: the edition that it serves, which is then served here, and then those before it.
 * Each piece is kept as soon as it is verified, so that what is interrupted goes on where it was. Throws a `Refusal`, and
 * what was served is served still.
 */
export async function pull(parts: Pull): Promise<Pulled> {
  const { origin, store } = parts;
  const text = Buffer.from(await origin.get(STATEMENT, { most: MOST_STATEMENT })).toString();
  const statement = readSigned(text, parts);
  const after = await refuseReplay(statement, parts);
  const list = await listOf(statement, text, parts);
  await refuseOther(list, parts);
  const by = `follow ${origin.address}`;
  // At once, also what is served: what endangers somebody does not wait for anything that may not come.
  const on = { by, statement: text, after };
  const retracted = await store.acceptRetractions(list.retractions ?? [], on);
  // With what was retracted the statement is kept, too.
  if (retracted.length > 0) on.after = text;
  try {
    return { ...(await takeAll(list, { ...parts, on })), retracted };
  } catch (error) {
    throw isRefusal(error) ? Object.assign(error, { retracted }) : error;
  }
}

/** Takes over what a list has, and serves what it says. */
async function takeAll(
  list: EditionList,
  parts: Pull & { on: Parameters<Store['editions']['serve']>[1] },
): Promise<Omit<Pulled, 'retracted'>> {
  const { store, on } = parts;
  const before = await store.current();
  const here = new Set(await store.ids());
  const current = list.editions.find(({ id }) => id === list.served) as ListedEdition;
  const { edition, isNew } = await take(current, parts);
  if (before !== list.served || on.after !== on.statement) await store.editions.serve(list.served, on);
  let installed = isNew ? 1 : 0;
  const missing: Refusal[] = [];
  for (const listed of list.editions) {
    if (here.has(listed.id) || listed.id === list.served) continue;
    try {
      if ((await take(listed, parts)).isNew) installed += 1;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      missing.push(error);
    }
  }
  const { records } = edition;
  return { served: list.served, isNew: before !== list.served, records, installed, missing };
}

/** A statement that the publisher signed. */
function readSigned(text: string, { origin, key }: Pull): Statement {
  const what = `${origin.address}${STATEMENT}`;
  let problem: string | null;
  try {
    problem = notOf(text, key);
    if (problem === null) return readStatement(text);
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  throw refusal('signature', `${what} is not believed: ${problem}`);
}

/**
 * Refuses an earlier statement that is put in the place of a later one: a return to an earlier snapshot is a later statement.
 * Answers the one that is here; null where none is.
 */
async function refuseReplay(statement: Statement, { origin, store }: Pull): Promise<string | null> {
  const text = await store.editions.statement();
  if (text === null) {
    if ((await store.current()) !== null)
      throw refusal(
        'other_dataset',
        'there are snapshots here already, and nothing that was followed: follow into an empty folder or database (--data)',
      );
    return null;
  }
  const held = readStatement(text);
  const [old, now] = [held.position, statement.position].map((it) => new Date(it).toISOString());
  if (statement.position < held.position)
    throw refusal(
      'replay',
      `${origin.address} shows what was signed at ${now}, and what is here was signed at ${old}: somebody put an earlier statement in the place of a later one`,
    );
  if (statement.position === held.position && statement.list !== held.list)
    throw refusal(
      'replay',
      `${origin.address} shows another list than before, signed at the same time, ${now}: one of the two is not its publisher’s last word`,
    );
  return text;
}

async function listOf(
  { list, position, served }: Statement,
  text: string,
  parts: Pull,
): Promise<EditionList> {
  const bytes = await piece(list, { most: MOST_PIECE }, parts);
  if (!isOfList(text, bytes, parts.key))
    throw refusal(
      'signature',
      `the list of editions of ${parts.origin.address} is not the one that was signed`,
    );
  const read = understood(() => readEditionList(bytes), parts);
  if (read.position !== position || read.served !== served)
    throw refusal(
      'damaged',
      `the list of editions of ${parts.origin.address} says something else than its statement`,
    );
  return read;
}

async function refuseOther({ dataset }: EditionList, { origin, store }: Pull): Promise<void> {
  // Where what was served is retracted, and nothing is, it is still its dataset that is here.
  const [id] = [await store.current(), ...(await store.ids())].filter((it) => it !== null);
  if (id === undefined) return;
  const { name } = (await store.manifest(id)).meta;
  if (name !== dataset)
    throw refusal(
      'other_dataset',
      `${origin.address} publishes another dataset, ${dataset}, than the one that is here, ${name}: follow it into a place of its own (--data)`,
    );
}

/** Makes a snapshot of an edition, from pieces that are here or had from the origin. */
async function take({ id, manifest: hash, publishedAt }: ListedEdition, parts: Pull) {
  const { store, origin } = parts;
  const bytes = await piece(hash, { most: MOST_PIECE }, parts);
  const edition = understood(() => readEdition(bytes), parts);
  if (edition.id !== id)
    throw refusal('damaged', `the edition ${id} of ${origin.address} is that of ${edition.id}`);
  const sizes = sizesOf(edition);
  for (const [done, [hash, size]] of sizes.entries()) {
    parts.tell?.(done, sizes.length, id);
    await piece(hash, { most: size, bytes: size }, parts);
  }
  return { edition, isNew: await store.editions.install(bytes, publishedAt) };
}

/** The pieces of an edition, with their sizes. */
function sizesOf({ files }: Edition): [hash: string, bytes: number][] {
  return files.flatMap((file) =>
    piecesOf(file).map((hash, i, all): [string, number] => [
      hash,
      all.length === 1 ? file.bytes : Math.min(PIECE, file.bytes - i * PIECE),
    ]),
  );
}

/** A piece that is here, or is had from the origin, compared with its hash, and kept. */
async function piece(
  hash: string,
  size: { most: number; bytes?: number },
  { origin, store }: Pull,
): Promise<Uint8Array> {
  const kept = await store.editions.piece(hash);
  if (kept instanceof Uint8Array) return kept;
  const path = `editions/pieces/${hash}`;
  const bytes = await origin.get(path, size);
  // Before it is written: what is not what was signed is not kept.
  if (createHash('sha256').update(bytes).digest('hex') !== hash)
    throw refusal('damaged', `${origin.address}${path} is not what was signed: its hash differs`);
  await store.editions.keepPiece(bytes);
  return bytes;
}

function understood<T>(read: () => T, { origin }: Pull): T {
  try {
    return read();
  } catch (error) {
    throw refusal(
      'damaged',
      `${origin.address} publishes what cannot be used: ${error instanceof Error ? error.message : error}`,
    );
  }
}
