import type { RestrictionRecord } from '@article21/model';
import { OPEN_END, OPEN_START } from '@article21/model';
import { charted, pageKey } from '@article21/store/records';
import { IDS, idsFile, names, type RecordIndex, SHARD, type Shard } from '../layout.ts';
import { type MirrorFile, textFile } from './file.ts';

/** The files of records, given in the order of pages: by basis, first day, id. Each is made when it is asked for. */
export async function* recordFiles(
  records: AsyncIterable<RestrictionRecord>,
  total: number,
): AsyncGenerator<MirrorFile> {
  const shards: Shard[] = [];
  const files = Math.ceil(total / IDS);
  const ids = Array.from({ length: files }, (): Record<string, number> => ({}));
  for await (const held of inShards(records)) {
    const n = shards.length;
    for (const { id } of held) {
      const file = ids[idsFile(id, files)];
      // A record may be called __proto__.
      if (file) Object.defineProperty(file, id, { value: n, enumerable: true });
    }
    shards.push(shardOf(held));
    yield textFile(names.shard(n), held);
  }
  for (const [n, known] of ids.entries()) yield textFile(names.ids(n), known);
  yield textFile(names.index, { shards, ids: files } satisfies RecordIndex);
}

/** At most `SHARD` records each, of one basis. */
async function* inShards(records: AsyncIterable<RestrictionRecord>): AsyncGenerator<RestrictionRecord[]> {
  let held: RestrictionRecord[] = [];
  for await (const record of records) {
    const [first] = held;
    if (first && (held.length === SHARD || first.basis !== record.basis)) {
      yield held;
      held = [];
    }
    held.push(record);
  }
  if (held.length > 0) yield held;
}

function shardOf(held: readonly RestrictionRecord[]): Shard {
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last) throw new Error('a file of records has none');
  const begins = held.map((it) => charted(it).from ?? OPEN_START);
  return {
    basis: first.basis,
    from: [pageKey(first).from, pageKey(last).from],
    begins: [
      begins.reduce((a, b) => Math.min(a, b), OPEN_END),
      begins.reduce((a, b) => Math.max(a, b), OPEN_START),
    ],
    to: held.reduce((latest, it) => Math.max(latest, charted(it).to ?? OPEN_END), OPEN_START),
    last: last.id,
    kinds: [...new Set(held.map((it) => it.kind))],
    places: [...new Set(held.map((it) => it.place))].sort(),
  };
}
