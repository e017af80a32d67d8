import { isDeepStrictEqual } from 'node:util';
import { bases, type RestrictionRecord } from '@article21/model';

/** A record that is in one snapshot only, or differs between them. */
export interface Difference {
  before: RestrictionRecord | null;
  after: RestrictionRecord | null;
}

export interface Comparison {
  totals: { added: number; removed: number; changed: number };
  /** The first differences, in the order of the records. */
  listed: Difference[];
}

type Side = keyof Difference;
type Records = AsyncIterator<RestrictionRecord>;

/**
 * Walks along two streams of records in the same order: by basis, first day, id. Of all that is equal nothing is
 * kept; of what differs, the ids and as many records as are `most` listed.
 */
export async function compare(
  before: AsyncIterable<RestrictionRecord>,
  after: AsyncIterable<RestrictionRecord>,
  most: number,
): Promise<Comparison> {
  const differences = createDifferences(most);
  const [old, now] = [before[Symbol.asyncIterator](), after[Symbol.asyncIterator]()];
  // Sequentially: queries of an engine take threads that other requests need to read files.
  let [a, b] = [await take(old), await take(now)];
  while (a !== null || b !== null) {
    const order = inOrder(a, b);
    if (a !== null && order < 0) {
      differences.add('before', a);
      a = await take(old);
    } else if (b !== null && order > 0) {
      differences.add('after', b);
      b = await take(now);
    } else if (a !== null && b !== null) {
      if (!isDeepStrictEqual(a, b)) differences.changed({ before: a, after: b });
      [a, b] = [await take(old), await take(now)];
    }
  }
  return differences.all();
}

async function take(records: Records): Promise<RestrictionRecord | null> {
  const { done, value } = await records.next();
  return done ? null : value;
}

/** Negative if the first comes first; the end of a stream comes last. */
function inOrder(a: RestrictionRecord | null, b: RestrictionRecord | null): number {
  if (a === null || b === null) return a === null ? 1 : -1;
  const text = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  return bases.indexOf(a.basis) - bases.indexOf(b.basis) || text(drawn(a), drawn(b)) || text(a.id, b.id);
}

function drawn({ charted: { day, from } }: RestrictionRecord): string {
  return day ?? from ?? '';
}

/** Collects differences. A record whose day changed is met twice, once on each side. */
function createDifferences(most: number) {
  const totals = { added: 0, removed: 0, changed: 0 };
  const kept = new Map<string, Difference>();
  const alone = new Map<string, Side>();
  const keep = (id: string, it: Difference) => {
    // Twice as many as are listed, because some of them may be met again.
    if (kept.size < 2 * most) kept.set(id, it);
  };
  const count = (side: Side, by: number) => {
    totals[side === 'before' ? 'removed' : 'added'] += by;
  };
  return {
    changed(it: { before: RestrictionRecord; after: RestrictionRecord }) {
      totals.changed += 1;
      keep(it.after.id, it);
    },
    add(side: Side, record: RestrictionRecord) {
      const other = alone.get(record.id);
      if (other === undefined) {
        count(side, 1);
        alone.set(record.id, side);
        keep(record.id, { before: null, after: null, [side]: record });
        return;
      }
      alone.delete(record.id);
      count(other, -1);
      totals.changed += 1;
      const found = kept.get(record.id);
      if (found) found[side] = record;
    },
    all: (): Comparison => ({ totals, listed: [...kept.values()].slice(0, most) }),
  };
}
