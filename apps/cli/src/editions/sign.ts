import type { Snapshot, SnapshotSummary, Store } from '@article21/store';
import type { Progress } from '../progress.ts';
import type { SigningKey } from '../seal/index.ts';
import { type EditionList, type ListedEdition, printEditionList, readEditionList } from './list.ts';
import { printStatement, readStatement } from './statement.ts';

/** What was signed. */
interface SignedEditions {
  /** The id of the key; null where nothing was signed. */
  signedWith: string | null;
  /** What the operator should know of it. */
  notes: string[];
}

/** Signs what is served now where there is a key. Without one, those who follow stay with what was signed last. */
export async function signServed(
  store: Store,
  key: SigningKey | null,
  progress: Progress,
): Promise<SignedEditions> {
  if (key !== null) return signEditions(store, key, progress);
  const text = await store.editions.statement();
  if (text === null) return { signedWith: null, notes: [] };
  const signed = new Set((await listOf(store, text))?.editions.map(({ id }) => id));
  const isGone = [...(await store.retractions()).keys()].some((id) => signed.has(id));
  const isOther = isGone || readStatement(text).served !== (await store.current());
  const note = 'those who follow are not told: the last change that was signed is an earlier one (--sign)';
  return { signedWith: null, notes: isOther ? [note] : [] };
}

/**
 * Makes public editions of all that was published of the dataset that is served, as far as there are none yet, and signs
 * the list of them, for those who follow. Throws where the one that is served cannot be read.
 */
async function signEditions(store: Store, key: SigningKey, progress: Progress): Promise<SignedEditions> {
  const { printKeyId } = await import('../seal/index.ts');
  const after = await store.editions.statement();
  const before = await listOf(store, after);
  const summaries = await store.list();
  const served = summaries.find(({ current }) => current);
  if (!served) throw new Error('nothing is served, and so there is nothing to sign');
  const known = new Map(before?.editions.map((it) => [it.id, it]));
  const notes: string[] = [];
  const editions: ListedEdition[] = [];
  for (const summary of versionsOf(served, summaries)) {
    const kept = known.get(summary.id);
    const isKept = kept !== undefined && (await isWhole(store, kept.manifest));
    progress.at(0, null, `making the public edition of ${summary.id}`);
    const edition = isKept ? kept : await make(store, summary, summary.id === served.id, notes);
    if (edition) editions.push(edition);
  }
  // More than before also where the clock was set back: who follows takes no earlier one.
  // The time of day, because a publisher who lost everything can go on from it.
  const position = Math.max(Date.now(), (before?.position ?? 0) + 1);
  const { shownRetractions } = await import('@article21/store');
  const retractions = shownRetractions(await store.retractions());
  const list = printEditionList({
    format: 1,
    kind: 'article21-editions',
    position,
    served: served.id,
    dataset: served.name,
    editions,
    ...(retractions.length > 0 ? { retractions } : {}),
  });
  const bytes = Buffer.from(list);
  const hash = await store.editions.keepPiece(bytes);
  const statement = printStatement(bytes, { position, served: served.id, list: hash }, key);
  await store.editions.keepStatement(statement, after);
  return { signedWith: printKeyId(key.id), notes };
}

/** All versions of a dataset that were published, oldest first. */
function versionsOf(served: SnapshotSummary, summaries: readonly SnapshotSummary[]): SnapshotSummary[] {
  const published = summaries.filter(
    (it) => it.name === served.name && (it.publishedAt !== null || it.current),
  );
  return published.reverse();
}

async function make(
  store: Store,
  { id, publishedAt }: SnapshotSummary,
  isServed: boolean,
  notes: string[],
): Promise<ListedEdition | null> {
  const { isSnapshotDamaged } = await import('@article21/store');
  let snapshot: Snapshot;
  try {
    snapshot = await store.open(id);
  } catch (error) {
    // An earlier one that is damaged must not keep a sound one from being followed.
    if (isServed || !isSnapshotDamaged(error)) throw error;
    notes.push(`not for those who follow: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
  try {
    const manifest = await store.editions.write(id, await publicPart(snapshot));
    return { id, manifest, publishedAt: publishedAt ?? new Date().toISOString() };
  } finally {
    await snapshot.close();
  }
}

/** What of a snapshot may leave the machine, as everything that is answered: internal words and what names them do not. */
async function publicPart(snapshot: Snapshot): Promise<Parameters<Store['editions']['write']>[1]> {
  const [{ redact, shownFiles }, { allRecords }, { shownCatalogue }] = await Promise.all([
    import('@article21/answers'),
    import('@article21/answers/changes'),
    import('@article21/static-site/write'),
  ]);
  const { catalogue } = snapshot;
  const isInternal = catalogue.sources.some(({ visibility }) => visibility !== 'public');
  const listed = shownFiles(snapshot).map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
  async function* records() {
    for await (const record of allRecords(snapshot.records)) yield redact(record, { snapshot });
  }
  return { catalogue: shownCatalogue(catalogue), records: isInternal ? records() : null, listed };
}

/** Whether all pieces of an edition are there: what somebody removed or altered is made again. */
async function isWhole(store: Store, hash: string): Promise<boolean> {
  const { piecesOf, readEdition } = await import('@article21/store');
  const manifest = await store.editions.piece(hash);
  if (!(manifest instanceof Uint8Array)) return false;
  for (const file of readEdition(manifest).files)
    for (const piece of piecesOf(file))
      if (!((await store.editions.piece(piece)) instanceof Uint8Array)) return false;
  return true;
}

/** The list that a statement signs; null where nothing was signed. */
async function listOf(
  store: Store,
  text: string | null,
): Promise<Pick<EditionList, 'position' | 'editions'> | null> {
  if (text === null) return null;
  const { position, list } = readStatement(text);
  const bytes = await store.editions.piece(list);
  // Without it all editions are made again; the position is what must not be lost.
  return { position, editions: bytes instanceof Uint8Array ? readEditionList(bytes).editions : [] };
}
