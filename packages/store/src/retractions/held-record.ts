import { bases, type RestrictionRecord } from '@article21/model';
import type { Snapshot } from '../snapshots/open.ts';
import type { Store } from '../store.ts';

/** Where a record stands that is to be retracted. */
export type HeldRecord =
  /** In what is served: it is taken out of the dataset and that is published first. */
  | { is: 'served'; id: string }
  /** No snapshot of the dataset has it, and it was not retracted. */
  | { is: 'unknown'; dataset: string }
  /**
   * In these snapshots, which may be none where its retraction was cut short; `quoted` are sources that are served with its words.
   * `records` are its ids in them: a rule publishes it under others than its own.
   */
  | { is: 'held'; dataset: string; ids: string[]; quoted: string[]; records: string[] };

/** The id that a published record has where it is the one that is looked for, protected by a rule. */
export type IsPublishedAs = (published: Pick<RestrictionRecord, 'id' | 'date' | 'place'>) => boolean;

/** Looks for the snapshots of the served dataset, `current`, that hold a record. */
export async function heldRecord(
  store: Store,
  {
    current,
    record,
    isPublishedAs,
  }: { current: string; record: string; isPublishedAs?: IsPublishedAs | undefined },
  onSnapshot: (done: number, total: number, id: string) => void = () => {},
): Promise<HeldRecord> {
  const served = await store.open(current);
  try {
    const sought = { record, isPublishedAs };
    if ((await foundIn(served, sought)) !== null) return { is: 'served', id: served.id };
    const dataset = served.manifest.meta.name;
    const ids: string[] = [];
    const quoted = new Set<string>();
    const records = new Set<string>();
    const all = (await store.ids()).filter((id) => id !== served.id);
    for (const [done, id] of all.entries()) {
      onSnapshot(done, all.length, id);
      const found = await lookIn(store, { id, dataset, sought }, served);
      if (found === null) continue;
      ids.push(id);
      records.add(found.record);
      for (const source of found.sources) quoted.add(source);
    }
    // One that was cut short before it was signed is asked for again.
    if (ids.length === 0 && !(await store.withholds(dataset, record))) return { is: 'unknown', dataset };
    if (records.size === 0) records.add(record);
    return { is: 'held', dataset, ids, quoted: [...quoted].sort(), records: [...records] };
  } finally {
    await served.close();
  }
}

/**
 * Null where a snapshot does not have the record, or is of another dataset; else the sources of which what is served still
 * has the words that the record quotes.
 */
async function lookIn(
  store: Store,
  { id, dataset, sought }: { id: string; dataset: string; sought: Sought },
  served: Snapshot,
): Promise<{ record: string; sources: string[] } | null> {
  const snapshot = await store.open(id);
  try {
    if (snapshot.manifest.meta.name !== dataset) return null;
    const found = await foundIn(snapshot, sought);
    if (found === null) return null;
    const sources: string[] = [];
    for (const evidence of found.evidence) {
      if (evidence.kind !== 'quotation') continue;
      const text = await served.text(evidence.source);
      if (evidence.quote && text && folded(text).includes(folded(evidence.quote)))
        sources.push(evidence.source);
    }
    return { record: found.id, sources };
  } finally {
    await snapshot.close();
  }
}

interface Sought {
  record: string;
  isPublishedAs?: IsPublishedAs | undefined;
}

/** As many as a page of records has at most. */
const AT_ONCE = 5_000;

/** A record by its own id, else by the one that a rule publishes it under: for that all of them are read. */
async function foundIn(
  snapshot: Snapshot,
  { record, isPublishedAs }: Sought,
): Promise<RestrictionRecord | null> {
  const found = await snapshot.record(record);
  if (found !== null || isPublishedAs === undefined) return found;
  for (const basis of bases) {
    let cursor: string | null = null;
    do {
      const page = await snapshot.records({ ...everything, basis, cursor, limit: AT_ONCE });
      const published = page.records.find(isPublishedAs);
      if (published !== undefined) return published;
      cursor = page.next;
    } while (cursor !== null);
  }
  return null;
}

const everything = {
  ...{ measures: null, kinds: null, places: null, from: null, to: null, bucket: null, phases: [] },
  ...{ evidence: null, attribute: [], undated: null },
};

function folded(text: string): string {
  return text.replace(/\s+/g, ' ');
}
