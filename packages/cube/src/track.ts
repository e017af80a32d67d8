import { createSums, FIELDS, RECORDS, type Sums } from './sums.ts';

/**
 * Prefix sums along ascending keys: entry i holds the sums of everything before key i, so any run of keys is one
 * subtraction. An entry is 32 bytes, half a cache line: low and high as doubles, then four counts.
 *
 * Dense when most keys are taken: `keys` is null and the key is the index. Sparse otherwise.
 */
export interface Track {
  readonly length: number;
  readonly keys: Int32Array | null;
  readonly amounts: Float64Array;
  readonly counts: Uint32Array;
}

/** Room for `length` entries, to be filled in order by `fill`. */
export function createTrack(length: number, keys: Int32Array | null): Track {
  const buffer = new ArrayBuffer((length + 1) * 32);
  return { length, keys, amounts: new Float64Array(buffer), counts: new Uint32Array(buffer) };
}

/** Sets entry `index + 1` to entry `index` and the sums at `offset`. Entries are filled in ascending order. */
export function fill(track: Track, index: number, sums: Float64Array, offset: number): void {
  const { amounts, counts } = track;
  const a = index * 4;
  const c = index * 8 + 4;
  amounts[a + 4] = (amounts[a] as number) + (sums[offset] as number);
  amounts[a + 5] = (amounts[a + 1] as number) + (sums[offset + 1] as number);
  counts[c + 8] = (counts[c] as number) + (sums[offset + 2] as number);
  counts[c + 9] = (counts[c + 1] as number) + (sums[offset + 3] as number);
  counts[c + 10] = (counts[c + 2] as number) + (sums[offset + 4] as number);
  counts[c + 11] = (counts[c + 3] as number) + (sums[offset + 5] as number);
}

/** `into` += `sign` × the entries from index `start` up to, not including, `end`. */
export function addRun(into: Sums, track: Track, start: number, end: number, sign: 1 | -1): void {
  if (start >= end) return;
  const { amounts, counts } = track;
  const a = start * 4;
  const b = end * 4;
  const c = start * 8 + 4;
  const d = end * 8 + 4;
  into[0] = (into[0] as number) + sign * ((amounts[b] as number) - (amounts[a] as number));
  into[1] = (into[1] as number) + sign * ((amounts[b + 1] as number) - (amounts[a + 1] as number));
  into[2] = (into[2] as number) + sign * ((counts[d] as number) - (counts[c] as number));
  into[3] = (into[3] as number) + sign * ((counts[d + 1] as number) - (counts[c + 1] as number));
  into[4] = (into[4] as number) + sign * ((counts[d + 2] as number) - (counts[c + 2] as number));
  into[5] = (into[5] as number) + sign * ((counts[d + 3] as number) - (counts[c + 3] as number));
}

/** The index of the first entry whose key is `key` or above. */
export function seek(track: Track, key: number): number {
  if (track.keys) return lowerBound(track.keys, key, 0, track.length);
  return Math.min(key, track.length);
}

/** The first index in [start, end) of an ascending array that holds `key` or more; `end` when none does. */
export function lowerBound(values: Int32Array, key: number, start: number, end: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sums by key in any order, until they are made into a track. One serves many tracks, one after the other. */
export interface Ledger {
  readonly sums: Float64Array;
  readonly touched: Int32Array;
  count: number;
}

export function createLedger(size: number): Ledger {
  return { sums: new Float64Array(size * FIELDS), touched: new Int32Array(size), count: 0 };
}

/** Where the sums of a key are to be added. What is added must have at least one record. */
export function post(ledger: Ledger, key: number): number {
  const offset = key * FIELDS;
  if (ledger.sums[offset + RECORDS] === 0) ledger.touched[ledger.count++] = key;
  return offset;
}

/** Makes a track of all that was posted, of keys below `size`, and empties the ledger. */
export function settle(ledger: Ledger, size: number): Track {
  const touched = ledger.touched.subarray(0, ledger.count).sort();
  const track =
    ledger.count * 2 >= size ? settleDense(ledger, size) : settleSparse(ledger, Int32Array.from(touched));
  for (const key of touched) ledger.sums.fill(0, key * FIELDS, key * FIELDS + FIELDS);
  ledger.count = 0;
  return track;
}

function settleDense(ledger: Ledger, size: number): Track {
  const track = createTrack(size, null);
  for (let key = 0; key < size; key++) fill(track, key, ledger.sums, key * FIELDS);
  return track;
}

function settleSparse(ledger: Ledger, keys: Int32Array): Track {
  const track = createTrack(keys.length, keys);
  keys.forEach((key, i) => {
    fill(track, i, ledger.sums, key * FIELDS);
  });
  return track;
}

/** The sums of a whole track. */
export function wholeOf(track: Track): Sums {
  const sums = createSums();
  addRun(sums, track, 0, track.length, 1);
  return sums;
}
