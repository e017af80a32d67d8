import type { Day } from './day.ts';
import { type MeasureId, measureIds } from './measures/index.ts';
import { bases, phases } from './record.ts';

/** What stands in `from` of a cell without a first day, and in `to` of one without a last. */
export const OPEN_START: Day = -(2 ** 31);
export const OPEN_END: Day = 2 ** 31 - 1;
/** What stands in `day` of a cell that is not drawn on its assembly's day. */
export const NO_DAY: Day = OPEN_START;

/** The phases as cells number them: 0 is a phase that no source states. */
export const cellPhases = [null, ...phases] as const;
export const cellBases = bases;
export const cellMeasures: readonly MeasureId[] = measureIds;

/**
 * The records of a snapshot, grouped: one row for each distinct place × measure × phase × basis × interval × day, in
 * columns of equal length. A store's engine makes them once, the cube answers from them. `measures` are those that
 * were counted: a snapshot published before a measure existed has no cells of it, which is not the same as none.
 *
 * `place` indexes `places`, `measure` indexes `cellMeasures`, `phase` `cellPhases`, `basis` `cellBases`.
 * `from` and `to` are the days that the sources leave possible, both included; `day` is the assembly's day on which
 * the records are drawn where no source states theirs, else `NO_DAY`. Sums are of whole numbers (EUR in cents), so
 * they are exact in any order: `low`; `high`, over the records that have one; `open`, how many have none;
 * `approximate`, how many are; `unnumbered`, the reports without a number; `numbered`, the records that state a
 * number; `records`, all of them.
 */
export interface Cells {
  places: readonly string[];
  measures: readonly MeasureId[];
  place: Uint32Array;
  measure: Uint8Array;
  phase: Uint8Array;
  basis: Uint8Array;
  from: Int32Array;
  to: Int32Array;
  day: Int32Array;
  low: Float64Array;
  high: Float64Array;
  open: Uint32Array;
  approximate: Uint32Array;
  unnumbered: Uint32Array;
  numbered: Uint32Array;
  records: Uint32Array;
}

const columns = {
  place: Uint32Array,
  measure: Uint8Array,
  phase: Uint8Array,
  basis: Uint8Array,
  from: Int32Array,
  to: Int32Array,
  day: Int32Array,
  low: Float64Array,
  high: Float64Array,
  open: Uint32Array,
  approximate: Uint32Array,
  unnumbered: Uint32Array,
  numbered: Uint32Array,
  records: Uint32Array,
} as const;
export type CellColumn = keyof typeof columns;
export const cellColumns = Object.keys(columns) as readonly CellColumn[];
/** Columns that cells did not have at first. A file that names no columns has all but these. */
const LATER: readonly CellColumn[] = ['day', 'numbered'];

type Columns = Pick<Cells, CellColumn>;

/** Columns for a number of rows: zeros, and drawn on no assembly's day. */
export function createCells(places: readonly string[], rows: number): Cells {
  const empty = cellColumns.map((name) => [name, new columns[name](rows)]);
  const cells = { places, measures: cellMeasures, ...(Object.fromEntries(empty) as Columns) };
  cells.day.fill(NO_DAY);
  return cells;
}

const MAGIC = 'A21CELLS';

/**
 * Cells as bytes: eight letters, the length of a JSON header (u32), the header (`places`, `measures`, `columns`,
 * `rows`), then the columns in the header's order, little-endian, each on a multiple of eight bytes. Read by Node and
 * by browsers.
 */
export function encodeCells(cells: Cells): Uint8Array {
  const rows = cells.place.length;
  const { places } = cells;
  const measures = cellMeasures.map((id) => (cells.measures.includes(id) ? id : null));
  const header = new TextEncoder().encode(JSON.stringify({ places, measures, columns: cellColumns, rows }));
  const start = align(MAGIC.length + 4 + header.length);
  const bytes = new Uint8Array(cellColumns.reduce((end, name) => align(end + width(name) * rows), start));
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, header.length, true);
  bytes.set(header, MAGIC.length + 4);
  let offset = start;
  for (const name of cellColumns) {
    const column = cells[name];
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset);
    offset = align(offset + column.byteLength);
  }
  return bytes;
}

interface Header {
  places: string[];
  /** In the order by which the file numbers them; null for one that was not counted. */
  measures: (MeasureId | null)[];
  columns?: CellColumn[];
  rows: number;
}

/** Reads what `encodeCells` wrote, also before. Throws when the bytes are something else or were cut short. */
export function decodeCells(bytes: Uint8Array): Cells {
  // A copy of its own, because typed columns need a buffer that begins on a multiple of eight.
  const aligned = bytes.slice();
  if (new TextDecoder().decode(aligned.subarray(0, MAGIC.length)) !== MAGIC)
    throw new Error('not a file of cells');
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength);
  const length = view.getUint32(MAGIC.length, true);
  const text = new TextDecoder().decode(aligned.subarray(MAGIC.length + 4, MAGIC.length + 4 + length));
  const header = JSON.parse(text) as Header;
  const written = header.columns ?? cellColumns.filter((name) => !LATER.includes(name));
  const unknown = written.filter((name) => !cellColumns.includes(name));
  if (unknown.length > 0) throw new Error(`unknown column in cells: ${unknown.join(', ')}`);
  const cells = createCells(header.places, header.rows);
  let offset = align(MAGIC.length + 4 + length);
  for (const name of written) {
    const end = offset + width(name) * header.rows;
    if (end > aligned.byteLength) throw new Error(`cells are cut short in column ${name}`);
    const column = new columns[name](aligned.buffer, aligned.byteOffset + offset, header.rows);
    Object.assign(cells, { [name]: column });
    offset = align(end);
  }
  if (!written.includes('numbered')) countNumbered(cells);
  return { ...cells, measures: renumberMeasures(cells, header.measures) };
}

/** What cells without the column tell of it: nothing but reports without a number, or at least one number. */
function countNumbered({ low, high, open, unnumbered, numbered }: Cells): void {
  for (let i = 0; i < numbered.length; i++) {
    const silent = low[i] === 0 && high[i] === 0 && open[i] === 0 && (unnumbered[i] as number) > 0;
    numbered[i] = silent ? 0 : 1;
  }
}

/** A snapshot published before a measure was added, or moved in the index, is still read. The measures it counts. */
function renumberMeasures(cells: Cells, written: Header['measures']): readonly MeasureId[] {
  const current = written.map((id) => (id === null ? -1 : cellMeasures.indexOf(id)));
  const unknown = written.filter((id, i) => id !== null && current[i] === -1);
  if (unknown.length > 0)
    throw new Error(`unknown measure in cells: ${unknown.join(', ')} (known: ${cellMeasures.join(', ')})`);
  if (current.some((index, i) => index !== i && index !== -1))
    cells.measure.set(cells.measure.map((index) => current[index] ?? 0));
  return cellMeasures.filter((id) => written.includes(id));
}

function width(name: CellColumn): number {
  return columns[name].BYTES_PER_ELEMENT;
}

function align(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}
