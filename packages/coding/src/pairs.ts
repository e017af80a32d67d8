import type { Coded, CodedField, Passage } from './coded.ts';

/** Records of two codings that rest on the same passage, and those for which the other has none. */
export interface Pairs {
  pairs: readonly (readonly [Coded, Coded])[];
  onlyFirst: readonly Coded[];
  onlySecond: readonly Coded[];
}

interface Candidate {
  first: Coded;
  second: Coded;
  /** Compared from left to right. */
  likeness: readonly number[];
}

/**
 * Pairs the records of two codings, each with one at most: of those whose passages overlap the likest first, by kind,
 * then by how many fields are the same, then by how much overlaps. Records of another kind are paired where none of the
 * same is left.
 */
export function pairRecords(first: readonly Coded[], second: readonly Coded[]): Pairs {
  const bySource = new Map<string, Set<Coded>>();
  for (const record of second)
    for (const { source } of record.evidence)
      bySource.set(source, (bySource.get(source) ?? new Set()).add(record));
  const candidates = first.flatMap((record) => {
    const near = new Set(record.evidence.flatMap(({ source }) => [...(bySource.get(source) ?? [])]));
    return [...near].flatMap((it) => candidateOf(record, it) ?? []);
  });
  const taken = new Set<Coded>();
  const pairs: [Coded, Coded][] = [];
  for (const { first: a, second: b } of candidates.sort(likestFirst)) {
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    pairs.push([a, b]);
  }
  const order = new Map(first.map((it, i) => [it, i]));
  return {
    pairs: pairs.sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
    onlyFirst: first.filter((it) => !taken.has(it)),
    onlySecond: second.filter((it) => !taken.has(it)),
  };
}

function candidateOf(first: Coded, second: Coded): Candidate | null {
  let overlap = 0;
  for (const a of first.evidence) for (const b of second.evidence) overlap += overlapOf(a, b);
  if (overlap === 0) return null;
  const fields = Object.keys(first.fields) as CodedField[];
  const same = fields.filter((it) => first.fields[it] === second.fields[it]);
  return { first, second, likeness: [Number(same.includes('kind')), same.length, overlap] };
}

/** How many letters two passages share; of rows and addresses 1 where they are the same. */
function overlapOf(a: Passage, b: Passage): number {
  if (a.source !== b.source) return 0;
  if (a.kind === 'words' && b.kind === 'words')
    return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  if (a.kind === 'row' && b.kind === 'row') return Number(a.row === b.row);
  return Number(a.kind === 'link' && b.kind === 'link' && a.url === b.url);
}

/** By their ids where they are equally like: the same codings give the same pairs. */
function likestFirst(a: Candidate, b: Candidate): number {
  const [more = 0] = b.likeness.map((it, i) => it - (a.likeness[i] ?? 0)).filter((it) => it !== 0);
  return more || compare(a.first.id, b.first.id) || compare(a.second.id, b.second.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
