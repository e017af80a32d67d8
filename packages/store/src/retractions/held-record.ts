import type { Snapshot } from '../snapshots/open.ts';
import type { Store } from '../store.ts';

/** Where a record stands that is to be retracted. */
export type HeldRecord =
  /** In what is served: it is taken out of the dataset and that is published first. */
  | { is: 'served'; id: string }
  /** No snapshot of the dataset has it, and it was not retracted. */
  | { is: 'unknown'; dataset: string }
  /** In these snapshots, which may be none where its retraction was cut short; `quoted` are sources that are served with its words. */
  | { is: 'held'; dataset: string; ids: string[]; quoted: string[] };

/** Looks for the snapshots of the served dataset, `current`, that hold a record. */
export async function heldRecord(
  store: Store,
  { current, record }: { current: string; record: string },
  onSnapshot: (done: number, total: number, id: string) => void = () => {},
): Promise<HeldRecord> {
  const served = await store.open(current);
  try {
    if ((await served.record(record)) !== null) return { is: 'served', id: served.id };
    const dataset = served.manifest.meta.name;
    const ids: string[] = [];
    const quoted = new Set<string>();
    const all = (await store.ids()).filter((id) => id !== served.id);
    for (const [done, id] of all.entries()) {
      onSnapshot(done, all.length, id);
      const found = await lookIn(store, { id, dataset, record }, served);
      if (found === null) continue;
      ids.push(id);
      for (const source of found) quoted.add(source);
    }
    // One that was cut short before it was signed is asked for again.
    if (ids.length === 0 && !(await store.withholds(dataset, record))) return { is: 'unknown', dataset };
    return { is: 'held', dataset, ids, quoted: [...quoted].sort() };
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
  { id, dataset, record }: { id: string; dataset: string; record: string },
  served: Snapshot,
): Promise<string[] | null> {
  const snapshot = await store.open(id);
  try {
    if (snapshot.manifest.meta.name !== dataset) return null;
    const found = await snapshot.record(record);
    if (found === null) return null;
    const sources: string[] = [];
    for (const evidence of found.evidence) {
      if (evidence.kind !== 'quotation') continue;
      const text = await served.text(evidence.source);
      if (evidence.quote && text && folded(text).includes(folded(evidence.quote)))
        sources.push(evidence.source);
    }
    return sources;
  } finally {
    await snapshot.close();
  }
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ');
}
