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
  const { groups, table, same } = groupPatterns(patterns, hashes.powers);
  for (let start = 0; start < text.length; start += CHUNK) {
    hashes.read(text, start);
    for (const group of groups) search(text, start, group, { hashes, table, found, most });
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

/**
 * The patterns in tables of numbers: there may be a million, and maps of them would take more memory than their letters.
 * A chain goes from a pattern to the `next` one, up to -1.
 */
interface Table {
  patterns: readonly string[];
  /** The hash of the beginning of each, and the chain of patterns whose beginnings share a slot: one for each length. */
  beginnings: Int32Array;
  nextLength: Int32Array;
  /** The hash of all its letters, and the chain of those that share a slot. */
  keys: Int32Array;
  next: Int32Array;
}

/** Patterns of one power of two. */
interface Group {
  /** The power: the length by which positions are looked up first. */
  power: number;
  /** One bit for the hashes of beginnings that there may be: most positions need nothing more. */
  bits: Uint32Array;
  bitShift: number;
  /** The first pattern of each chain, by slot. */
  lengths: Int32Array;
  whole: Int32Array;
  slotShift: number;
}

/** Equal patterns are looked for once: `same` is the first that is equal to each. */
function groupPatterns(
  patterns: readonly string[],
  powers: Int32Array,
): { groups: Group[]; table: Table; same: Int32Array } {
  const column = () => new Int32Array(patterns.length);
  const table = { patterns, beginnings: column(), nextLength: column(), keys: column(), next: column() };
  const same = column();
  const byPower = new Map<number, Group>();
  const sizes = new Map<number, number>();
  for (const { length } of patterns) sizes.set(powerOf(length), (sizes.get(powerOf(length)) ?? 0) + 1);
  for (let i = 0; i < patterns.length; i++) {
    const power = powerOf(patterns[i]?.length ?? 0);
    const group = byPower.get(power) ?? createGroup(power, sizes.get(power) ?? 1);
    byPower.set(power, group);
    same[i] = insert(group, table, i, powers);
  }
  return { groups: [...byPower.values()], table, same };
}

function powerOf(length: number): number {
  return 2 ** (31 - Math.clz32(length));
}

function createGroup(power: number, size: number): Group {
  const width = 33 - Math.clz32(size);
  const bitWidth = Math.min(24, width + 3);
  const slots = () => new Int32Array(2 ** width).fill(-1);
  return {
    power,
    bits: new Uint32Array(2 ** (bitWidth - 5)),
    bitShift: 32 - bitWidth,
    lengths: slots(),
    whole: slots(),
    slotShift: 32 - width,
  };
}

function insert(group: Group, table: Table, index: number, powers: Int32Array): number {
  const { power, bits, bitShift, lengths, whole, slotShift } = group;
  const { patterns, beginnings, nextLength, keys, next } = table;
  const pattern = patterns[index] ?? '';
  let sum = 0;
  let beginning = 0;
  for (let i = 0; i < pattern.length; i++) {
    sum = (Math.imul(sum, BASE) + pattern.charCodeAt(i)) | 0;
    if (i === power - 1) beginning = sum;
  }
  const key = keyOf(sum, pattern.length, powers);
  const slot = slotOf(key, slotShift);
  for (let at = whole[slot] ?? -1; at !== -1; at = next[at] ?? -1)
    if (keys[at] === key && patterns[at] === pattern) return at;
  keys[index] = key;
  next[index] = whole[slot] ?? -1;
  whole[slot] = index;
  const bit = slotOf(beginning, bitShift);
  bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  const start = slotOf(beginning, slotShift);
  for (let at = lengths[start] ?? -1; at !== -1; at = nextLength[at] ?? -1)
    if (beginnings[at] === beginning && patterns[at]?.length === pattern.length) return index;
  beginnings[index] = beginning;
  nextLength[index] = lengths[start] ?? -1;
  lengths[start] = index;
  return index;
}

function slotOf(hash: number, shift: number): number {
  return Math.imul(hash, SPREAD) >>> shift;
}

/** Stretches of other lengths have other keys. */
function keyOf(sum: number, length: number, powers: Int32Array): number {
  return (sum + Math.imul(powers[length] ?? 1, SPREAD)) | 0;
}

function search(
  text: string,
  start: number,
  { power, bits, bitShift, lengths, whole, slotShift }: Group,
  sought: { hashes: Hashes; table: Table; found: Occurrences; most: number },
): void {
  const { patterns, beginnings, nextLength, keys, next } = sought.table;
  const { sums, powers } = sought.hashes;
  const { times, first } = sought.found;
  const last = Math.min(CHUNK, text.length - start - power + 1);
  const factor = powers[power] ?? 1;
  for (let i = 0; i < last; i++) {
    const beginning = ((sums[i + power] ?? 0) - Math.imul(sums[i] ?? 0, factor)) | 0;
    const bit = slotOf(beginning, bitShift);
    if (((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) continue;
    for (let one = lengths[slotOf(beginning, slotShift)] ?? -1; one !== -1; one = nextLength[one] ?? -1) {
      const length = patterns[one]?.length ?? 0;
      if (beginnings[one] !== beginning || start + i + length > text.length) continue;
      const sum = ((sums[i + length] ?? 0) - Math.imul(sums[i] ?? 0, powers[length] ?? 1)) | 0;
      const key = keyOf(sum, length, powers);
      for (let at = whole[slotOf(key, slotShift)] ?? -1; at !== -1; at = next[at] ?? -1) {
        if (keys[at] !== key || (times[at] ?? 0) >= sought.most || patterns[at]?.length !== length) continue;
        if (!text.startsWith(patterns[at] ?? '', start + i)) continue;
        if (first[at] === -1) first[at] = start + i;
        times[at] = (times[at] ?? 0) + 1;
      }
    }
  }
}
