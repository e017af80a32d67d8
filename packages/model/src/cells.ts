import type { Day } from './day.ts';
import { isQuoted } from './evidence.ts';
import type { MeasureId } from './measures/index.ts';
import { bases, phases, type RestrictionRecord } from './record.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What stands in `from` of a cell without a first day, and in `to` of one without a last. */
export const OPEN_START: Day = -(2 ** 31);
export const OPEN_END: Day = 2 ** 31 - 1;
/** What stands in `day` of a cell that is not drawn on its assembly's day. */
export const NO_DAY: Day = OPEN_START;

/** The phases as cells number them: 0 is a phase that no source states. */
export const cellPhases = [null, ...phases] as const;
/** How much higher cells number the phase of records that nothing but addresses states: of these nothing is quoted. */
export const NOT_QUOTED = cellPhases.length;
export const cellBases = bases;

/**
 * The records of a snapshot, grouped: one row for each distinct place × measure × phase × basis × interval × day
 * × combination of attributes, in columns of equal length. A store's engine makes them once, the cube answers from them.
 * `measures` are those that were counted: a snapshot published before a measure existed has no cells of it, which is not the same as none.
 *
 * `place` indexes `places`, `measure` the measures of the `vocabulary`, `phase` `cellPhases`, `basis` `cellBases`. Where nothing is
 * quoted of the records, their phase is `NOT_QUOTED` higher. `combination` is that of `combinationOf`, 0 where there are no
 * attributes.
 * `from` and `to` are the days that the sources leave possible, both included; `day` is the assembly's day on which
 * the records are drawn where no source states theirs, else `NO_DAY`. Sums are of whole numbers (EUR in cents), so
 * they are exact in any order: `low`; `high`, over the records that have one; `open`, how many have none;
 * `approximate`, how many are; `unnumbered`, the reports without a number; `numbered`, the records that state a
 * number; `approximateDates`, the records whose date a source calls approximate or uncertain; `records`, all of them.
 * `sources` says who states them; null in a snapshot published before cells told it.
 */
export interface Cells {
  places: readonly string[];
  vocabulary: Vocabulary;
  measures: readonly MeasureId[];
  place: Uint32Array;
  measure: Uint8Array;
  phase: Uint8Array;
  basis: Uint8Array;
  combination: Float64Array;
  from: Int32Array;
  to: Int32Array;
  day: Int32Array;
  low: Float64Array;
  high: Float64Array;
  open: Uint32Array;
  approximate: Uint32Array;
  unnumbered: Uint32Array;
  numbered: Uint32Array;
  approximateDates: Uint32Array;
  records: Uint32Array;
  sources: CellSources | null;
}

/**
 * The sources of each cell's records, each once: those of row `i` are `ids[source[j]]` for `j` from `starts[i]` up to,
 * not including, `starts[i + 1]`, ascending.
 */
export interface CellSources {
  ids: readonly string[];
  starts: Uint32Array;
  source: Uint32Array;
}

/** The phase of a record as cells number it. */
export function cellPhase(record: Pick<RestrictionRecord, 'phase' | 'evidence'>): number {
  return cellPhases.indexOf(record.phase) + (isQuoted(record) ? 0 : NOT_QUOTED);
}

const types = {
  place: Uint32Array,
  measure: Uint8Array,
  phase: Uint8Array,
  basis: Uint8Array,
  combination: Float64Array,
  from: Int32Array,
  to: Int32Array,
  day: Int32Array,
  low: Float64Array,
  high: Float64Array,
  open: Uint32Array,
  approximate: Uint32Array,
  unnumbered: Uint32Array,
  numbered: Uint32Array,
  approximateDates: Uint32Array,
  records: Uint32Array,
} as const;
export type CellColumn = keyof typeof types;
export const cellColumns = Object.keys(types) as readonly CellColumn[];
/** Columns that cells did not have at first. A file that names no columns has all but these. */
const LATER: readonly CellColumn[] = ['day', 'numbered', 'approximateDates', 'combination'];

type Columns = Pick<Cells, CellColumn>;

/** Columns for a number of rows: zeros, drawn on no assembly's day, and of sources that nobody tells. */
export function createCells(places: readonly string[], rows: number, vocabulary: Vocabulary): Cells {
  const empty = cellColumns.map((name) => [name, new types[name](rows)]);
  const columns = Object.fromEntries(empty) as Columns;
  const cells = { places, vocabulary, measures: vocabulary.measureIds, ...columns, sources: null };
  cells.day.fill(NO_DAY);
  return cells;
}

const MAGIC = 'A21CELLS';

/**
 * Cells as bytes: eight letters, the length of a JSON header (u32), the header (`places`, `measures`, `columns`,
 * `rows`), then the columns in the header's order, little-endian, each on a multiple of eight bytes. Where sources are
 * told, the header has their ids (`sources`) and how many `entries` they have, and `starts` and `source` stand after the
 * columns. Read by Node and by browsers.
 */
export function encodeCells(cells: Cells): Uint8Array {
  const rows = cells.place.length;
  const { places } = cells;
  // Without attributes the bytes are those that were written before there were any.
  const columns = cellColumns.filter((it) => it !== 'combination' || cells.vocabulary.attributes.length > 0);
  const measures = cells.vocabulary.measureIds.map((id) => (cells.measures.includes(id) ? id : null));
  const sourceNames = cells.sources && { sources: cells.sources.ids, entries: cells.sources.source.length };
  const header = new TextEncoder().encode(
    JSON.stringify({ places, measures, columns, rows, ...sourceNames }),
  );
  const written = [
    ...columns.map((name) => cells[name]),
    ...(cells.sources ? [cells.sources.starts, cells.sources.source] : []),
  ];
  const start = align(MAGIC.length + 4 + header.length);
  const bytes = new Uint8Array(written.reduce((end, { byteLength }) => align(end + byteLength), start));
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, header.length, true);
  bytes.set(header, MAGIC.length + 4);
  let offset = start;
  for (const { buffer, byteOffset, byteLength } of written) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), offset);
    offset = align(offset + byteLength);
  }
  return bytes;
}

interface Header {
  places: string[];
  /** In the order by which the file numbers them; null for one that was not counted. */
  measures: (MeasureId | null)[];
  columns?: CellColumn[];
  rows: number;
  sources?: string[];
  entries?: number;
}

/**
 * Reads what `encodeCells` wrote, also before, of a snapshot with this vocabulary. Throws when the bytes are something else,
 * were cut short, or count what the vocabulary does not have.
 */
export function decodeCells(bytes: Uint8Array, vocabulary: Vocabulary): Cells {
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
  const cells = createCells(header.places, header.rows, vocabulary);
  let offset = align(MAGIC.length + 4 + length);
  const take = (name: string, type: (typeof types)[CellColumn], rows: number) => {
    const end = offset + type.BYTES_PER_ELEMENT * rows;
    if (end > aligned.byteLength) throw new Error(`cells are cut short in column ${name}`);
    const column = new type(aligned.buffer, aligned.byteOffset + offset, rows);
    offset = align(end);
    return column;
  };
  for (const name of written) Object.assign(cells, { [name]: take(name, types[name], header.rows) });
  if (header.sources)
    cells.sources = {
      ids: header.sources,
      starts: take('starts', Uint32Array, header.rows + 1) as Uint32Array,
      source: take('source', Uint32Array, header.entries ?? 0) as Uint32Array,
    };
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
  const { measureIds } = cells.vocabulary;
  const current = written.map((id) => (id === null ? -1 : measureIds.indexOf(id)));
  const unknown = written.filter((id, i) => id !== null && current[i] === -1);
  if (unknown.length > 0)
    throw new Error(`unknown measure in cells: ${unknown.join(', ')} (known: ${measureIds.join(', ')})`);
  if (current.some((index, i) => index !== i && index !== -1))
    cells.measure.set(cells.measure.map((index) => current[index] ?? 0));
  return measureIds.filter((id) => written.includes(id));
}

function align(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}
