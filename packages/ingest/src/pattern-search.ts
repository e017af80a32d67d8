/** Of each pattern, in their order: how often it occurs in the text, and where first (-1 where it does not). */
export interface Occurrences {
  times: Uint32Array;
  first: Int32Array;
}

/** So many positions of the text are hashed at a time. */
const CHUNK = 1 << 20;
/** An odd number, so that a hash has an equal share of all its values. */
const BASE = 0x01000193;
const SPREAD = 0x9e3779b1;

/**
 * Finds many patterns in one text, in one pass over it whatever their number, as Karp and Rabin do: positions are looked
 * up by the hash of the stretch that begins there. Patterns are grouped by the greatest power of two in their length, so
 * that each position is looked up once for each power, by a stretch of that length; where one begins as a pattern
 * does, it is looked up by the whole length. What is found is compared letter by letter. After `most` occurrences
 * a pattern is no longer looked for. No pattern is empty.
 */
export function findPatterns(text: string, patterns: readonly string[], most = Infinity): Occurrences {
  const found: Occurrences = {
    times: new Uint32Array(patterns.length),
    first: new Int32Array(patterns.length).fill(-1),
  };
  const longest = patterns.reduce((length, pattern) => Math.max(length, pattern.length), 0);
  const hashes = createHashes(Math.min(CHUNK, text.length), longest);
  const { groups, same } = groupPatterns(patterns, hashes.powers);
  for (let start = 0; start < text.length; start += CHUNK) {
    hashes.read(text, start);
    for (const group of groups) search(text, start, group, { hashes, patterns, found, most });
  }
  for (const [i, one] of same.entries()) {
    found.times[i] = found.times[one] ?? 0;
    found.first[i] = found.first[one] ?? -1;
  }
  return found;
}

/** Hashes of every stretch of a piece of the text, from those of its beginnings. */
interface Hashes {
  powers: Int32Array;
  /** `sums[i]` is the hash of the piece's first `i` letters. */
  sums: Int32Array;
  read(text: string, start: number): void;
}

function createHashes(positions: number, longest: number): Hashes {
  const powers = powersTo(longest);
  const sums = new Int32Array(positions + longest + 1);
  return {
    powers,
    sums,
    read(text, start) {
      const length = Math.min(sums.length - 1, text.length - start);
      let sum = 0;
      for (let i = 0; i < length; i++) {
        sum = (Math.imul(sum, BASE) + text.charCodeAt(start + i)) | 0;
        sums[i + 1] = sum;
      }
    },
  };
}

function powersTo(longest: number): Int32Array {
  const powers = new Int32Array(longest + 1).fill(1);
  for (let i = 1; i <= longest; i++) powers[i] = Math.imul(powers[i - 1] ?? 1, BASE);
  return powers;
}

/** Patterns of one power of two. */
interface Group {
  /** The power: the length by which positions are looked up first. */
  power: number;
  /** One bit for the hashes of beginnings that there may be: most positions need nothing more. */
  bits: Uint32Array;
  shift: number;
  /** The lengths of the patterns by the hash of their beginning. */
  lengths: Map<number, readonly number[]>;
  /** The patterns by the hash of all their letters: those that share one, one after the other. */
  whole: Map<number, number>;
  next: Map<number, number>;
}

/** Equal patterns are looked for once: `same` is the first that is equal to each. */
function groupPatterns(
  patterns: readonly string[],
  powers: Int32Array,
): { groups: Group[]; same: Int32Array } {
  const same = new Int32Array(patterns.length);
  const byPower = new Map<number, Group>();
  const sizes = new Map<number, number>();
  for (const { length } of patterns) sizes.set(powerOf(length), (sizes.get(powerOf(length)) ?? 0) + 1);
  for (const [i, pattern] of patterns.entries()) {
    const power = powerOf(pattern.length);
    const group = byPower.get(power) ?? createGroup(power, sizes.get(power) ?? 1);
    byPower.set(power, group);
    same[i] = insert(group, patterns, i, powers);
  }
  return { groups: [...byPower.values()], same };
}

function powerOf(length: number): number {
  return 2 ** (31 - Math.clz32(length));
}

function createGroup(power: number, size: number): Group {
  const width = Math.min(24, 36 - Math.clz32(size));
  const bits = new Uint32Array(2 ** Math.max(0, width - 5));
  return { power, bits, shift: 32 - width, lengths: new Map(), whole: new Map(), next: new Map() };
}

function insert(group: Group, patterns: readonly string[], index: number, powers: Int32Array): number {
  const pattern = patterns[index] ?? '';
  const { power, bits, shift, lengths, whole, next } = group;
  let sum = 0;
  let beginning = 0;
  for (let i = 0; i < pattern.length; i++) {
    sum = (Math.imul(sum, BASE) + pattern.charCodeAt(i)) | 0;
    if (i === power - 1) beginning = sum;
  }
  const key = keyOf(sum, pattern.length, powers);
  const head = whole.get(key);
  for (let at = head; at !== undefined; at = next.get(at)) if (patterns[at] === pattern) return at;
  if (head !== undefined) next.set(index, head);
  whole.set(key, index);
  const bit = Math.imul(beginning, SPREAD) >>> shift;
  bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  const known = lengths.get(beginning);
  if (!known) lengths.set(beginning, alone(pattern.length));
  else if (!known.includes(pattern.length)) lengths.set(beginning, [...known, pattern.length]);
  return index;
}

const single = new Map<number, readonly number[]>();

/** A list of one length: most beginnings have one, and they share it. */
function alone(length: number): readonly number[] {
  const list = single.get(length) ?? [length];
  single.set(length, list);
  return list;
}

/** Stretches of other lengths have other keys. */
function keyOf(sum: number, length: number, powers: Int32Array): number {
  return (sum + Math.imul(powers[length] ?? 1, SPREAD)) | 0;
}

function search(
  text: string,
  start: number,
  { power, bits, shift, lengths, whole, next }: Group,
  sought: { hashes: Hashes; patterns: readonly string[]; found: Occurrences; most: number },
): void {
  const { patterns, most } = sought;
  const { sums, powers } = sought.hashes;
  const { times, first } = sought.found;
  const last = Math.min(CHUNK, text.length - start - power + 1);
  const factor = powers[power] ?? 1;
  for (let i = 0; i < last; i++) {
    const beginning = ((sums[i + power] ?? 0) - Math.imul(sums[i] ?? 0, factor)) | 0;
    const bit = Math.imul(beginning, SPREAD) >>> shift;
    if (((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) continue;
    for (const length of lengths.get(beginning) ?? []) {
      if (start + i + length > text.length) continue;
      const sum = ((sums[i + length] ?? 0) - Math.imul(sums[i] ?? 0, powers[length] ?? 1)) | 0;
      let at = whole.get(keyOf(sum, length, powers));
      for (; at !== undefined; at = next.get(at)) {
        if ((times[at] ?? 0) >= most || patterns[at]?.length !== length) continue;
        if (!text.startsWith(patterns[at] ?? '', start + i)) continue;
        if (first[at] === -1) first[at] = start + i;
        times[at] = (times[at] ?? 0) + 1;
      }
    }
  }
}
