import type { Day } from './day.ts';
import { type MeasureId, measureIds } from './measures/index.ts';
import { bases, phases } from './record.ts';

/** What stands in `from` of a cell without a first day, and in `to` of one without a last. */
export const OPEN_START: Day = -(2 ** 31);
export const OPEN_END: Day = 2 ** 31 - 1;

/** The phases as cells number them: 0 is a phase that no source states. */
export const cellPhases = [null, ...phases] as const;
export const cellBases = bases;
export const cellMeasures: readonly MeasureId[] = measureIds;

/**
 * The records of a snapshot, grouped: one row for each distinct place × measure × phase × basis × interval, in
 * columns of equal length. A store's engine makes them once, the cube answers from them.
 *
 * `place` indexes `places`, `measure` indexes `cellMeasures`, `phase` `cellPhases`, `basis` `cellBases`.
 * `from` and `to` are days, both included. Sums are of whole numbers (EUR in cents), so they are exact in any order:
 * `low`; `high`, over the records that have one; `open`, how many have none; `approximate`, how many are;
 * `unnumbered`, the reports without a number; `records`, all of them.
 */
export interface Cells {
  places: readonly string[];
  place: Uint32Array;
  measure: Uint8Array;
  phase: Uint8Array;
  basis: Uint8Array;
  from: Int32Array;
  to: Int32Array;
  low: Float64Array;
  high: Float64Array;
  open: Uint32Array;
  approximate: Uint32Array;
  unnumbered: Uint32Array;
  records: Uint32Array;
}

const columns = {
  place: Uint32Array,
  measure: Uint8Array,
  phase: Uint8Array,
  basis: Uint8Array,
  from: Int32Array,
  to: Int32Array,
  low: Float64Array,
  high: Float64Array,
  open: Uint32Array,
  approximate: Uint32Array,
  unnumbered: Uint32Array,
  records: Uint32Array,
} as const;
type ColumnName = keyof typeof columns;
const names = Object.keys(columns) as ColumnName[];

/** Empty columns for a number of rows. */
export function createCells(places: readonly string[], rows: number): Cells {
  const empty = names.map((name) => [name, new columns[name](rows)]);
  return { places, ...(Object.fromEntries(empty) as Omit<Cells, 'places'>) };
}

const MAGIC = 'A21CELLS';

/**
 * Cells as bytes: eight letters, the length of a JSON header (u32), the header (`places`, `measures`, `rows`), then
 * the columns in the order above, little-endian, each on a multiple of eight bytes. Read by Node and by browsers.
 */
export function encodeCells(cells: Cells): Uint8Array {
  const rows = cells.place.length;
  const header = new TextEncoder().encode(
    JSON.stringify({ places: cells.places, measures: cellMeasures, rows }),
  );
  const start = align(MAGIC.length + 4 + header.length);
  const bytes = new Uint8Array(names.reduce((end, name) => align(end + width(name) * rows), start));
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, header.length, true);
  bytes.set(header, MAGIC.length + 4);
  let offset = start;
  for (const name of names) {
    const column = cells[name];
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset);
    offset = align(offset + column.byteLength);
  }
  return bytes;
}

/** Reads what `encodeCells` wrote. Throws when the bytes are something else or were cut short. */
export function decodeCells(bytes: Uint8Array): Cells {
  // A copy of its own, because typed columns need a buffer that begins on a multiple of eight.
  const aligned = bytes.slice();
  if (new TextDecoder().decode(aligned.subarray(0, MAGIC.length)) !== MAGIC)
    throw new Error('not a file of cells');
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength);
  const length = view.getUint32(MAGIC.length, true);
  const text = new TextDecoder().decode(aligned.subarray(MAGIC.length + 4, MAGIC.length + 4 + length));
  const header = JSON.parse(text) as { places: string[]; measures: MeasureId[]; rows: number };
  let offset = align(MAGIC.length + 4 + length);
  const read = names.map((name) => {
    const end = offset + width(name) * header.rows;
    if (end > aligned.byteLength) throw new Error(`cells are cut short in column ${name}`);
    const column = new columns[name](aligned.buffer, aligned.byteOffset + offset, header.rows);
    offset = align(end);
    return [name, column] as const;
  });
  const cells = { places: header.places, ...(Object.fromEntries(read) as unknown as Omit<Cells, 'places'>) };
  renumberMeasures(cells, header.measures);
  return cells;
}

/** A snapshot published before a measure was added, or moved in the index, is still read. */
function renumberMeasures(cells: Cells, written: readonly string[]): void {
  const current = written.map((id) => (cellMeasures as readonly string[]).indexOf(id));
  const unknown = written.filter((_, i) => current[i] === -1);
  if (unknown.length > 0)
    throw new Error(`unknown measure in cells: ${unknown.join(', ')} (known: ${cellMeasures.join(', ')})`);
  if (current.some((index, i) => index !== i))
    cells.measure.set(cells.measure.map((index) => current[index] ?? 0));
}

function width(name: ColumnName): number {
  return columns[name].BYTES_PER_ELEMENT;
}

function align(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}
