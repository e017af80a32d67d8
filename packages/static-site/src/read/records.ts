import {
  type Kind,
  keepRecent,
  type Measure,
  measure,
  OPEN_END,
  OPEN_START,
  type RestrictionRecord,
  type Vocabulary,
} from '@article21/model';
import {
  checkLimit,
  compareKeys,
  matches,
  pageKey,
  printCursor,
  type RecordFilter,
  type RecordPage,
  readCursor,
} from '@article21/store/records';
import { idsFile, names, type RecordIndex, type Shard } from '../layout.ts';

/** The bytes of a file of the mirrored snapshot. Throws what the network throws, and where there is no such file. */
export type ReadFile = (name: string) => Promise<ArrayBuffer>;

/** The records of a mirror: the same pages as an engine's, from the few files that can hold them. */
export interface MirroredRecords {
  records(filter: RecordFilter): Promise<RecordPage>;
  record(id: string): Promise<RestrictionRecord | null>;
}

/** Files that are kept in memory once they were read. */
const KEPT = 40;

export function createRecords(read: ReadFile, vocabulary: Vocabulary): MirroredRecords {
  const json = kept(read);
  const index = () => json(names.index) as Promise<RecordIndex>;
  const shard = (n: number) => json(names.shard(n)) as Promise<RestrictionRecord[]>;

  async function page(filter: RecordFilter): Promise<RecordPage> {
    checkLimit(filter.limit);
    const after = filter.cursor === null ? null : readCursor(filter.cursor);
    const found: RestrictionRecord[] = [];
    for (const [n, it] of (await index()).shards.entries()) {
      if (
        !mayHold(it, filter, vocabulary) ||
        (after && compareKeys({ from: it.from[1], id: it.last }, after) <= 0)
      )
        continue;
      for (const record of await shard(n))
        if (
          matches(record, filter, vocabulary) &&
          (after === null || compareKeys(pageKey(record), after) > 0)
        )
          found.push(record);
      // One more than asked tells that there is another page.
      if (found.length > filter.limit) break;
    }
    const records = found.slice(0, filter.limit);
    const last = records.at(-1);
    return { records, next: found.length > records.length && last ? printCursor(pageKey(last)) : null };
  }

  async function record(id: string): Promise<RestrictionRecord | null> {
    const { ids } = await index();
    if (ids === 0) return null;
    const known = (await json(names.ids(idsFile(id, ids)))) as Record<string, number>;
    const n = Object.hasOwn(known, id) ? known[id] : undefined;
    return n === undefined ? null : ((await shard(n)).find((it) => it.id === id) ?? null);
  }

  return { records: page, record };
}

/** Whether a file can hold any record of a filter. */
function mayHold(
  shard: Shard,
  { basis, kinds, measures, places, from, to, bucket, undated }: RecordFilter,
  vocabulary: Vocabulary,
): boolean {
  const [earliest, latest] = shard.begins;
  return (
    shard.basis === basis &&
    (kinds === null || kinds.some((it) => shard.kinds.includes(it))) &&
    (measures === null || measures.some((id) => counts(measure(id, vocabulary), shard.kinds))) &&
    (places === null || shard.places.some((it) => places.includes(it))) &&
    earliest <= (to ?? OPEN_END) &&
    // What lies in the days begins in them; what only overlaps them may have begun before.
    (undated === null ? latest : shard.to) >= (from ?? OPEN_START) &&
    // Records stand in the order of the days they are drawn on.
    (bucket === null || undated !== null || (shard.from[0] <= bucket.to && shard.from[1] >= bucket.from))
  );
}

function counts({ kind }: Measure, kinds: readonly Kind[]): boolean {
  return kind === null || kinds.includes(kind);
}

/** Reads JSON files, and keeps the last of them. */
function kept(read: ReadFile): (name: string) => Promise<unknown> {
  const files = new Map<string, Promise<unknown>>();
  return (name) => {
    const file =
      files.get(name) ?? read(name).then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as unknown);
    file.catch(() => files.delete(name));
    return keepRecent(files, name, file, (all) => all.size > KEPT);
  };
}
