import {
  type CellSources,
  type Cells,
  cellColumns,
  createCells,
  type Day,
  dayOf,
  NO_DAY,
  OPEN_END,
  OPEN_START,
} from '@article21/model';
import { createDays, type Days } from './calendar.ts';

export interface Extent {
  readonly from: Day;
  readonly to: Day;
}

/** Cells in the order of a store's engine: by measure, place and first day. Returned as they are when they have it. */
export function inOrder(cells: Cells): Cells {
  const rows = cells.place.length;
  let row = 1;
  while (row < rows && compare(cells, row - 1, row) <= 0) row++;
  if (row >= rows) return cells;
  const order = Uint32Array.from({ length: rows }, (_, i) => i).sort((i, j) => compare(cells, i, j));
  const sorted = createCells(cells.places, rows, cells.vocabulary);
  for (const name of cellColumns)
    for (let i = 0; i < rows; i++) sorted[name][i] = cells[name][order[i] as number] as number;
  return { ...sorted, measures: cells.measures, sources: cells.sources && reordered(cells.sources, order) };
}

function reordered({ ids, starts, source }: CellSources, order: Uint32Array): CellSources {
  const sorted = { ids, starts: new Uint32Array(starts.length), source: new Uint32Array(source.length) };
  order.forEach((from, row) => {
    const own = source.subarray(starts[from], starts[from + 1]);
    const start = sorted.starts[row] as number;
    sorted.source.set(own, start);
    sorted.starts[row + 1] = start + own.length;
  });
  return sorted;
}

/** The first and the last finite day, those of assemblies among them. Throws on one outside of the years 1 to 9999. */
export function extentOf({ from, to, day }: Cells): Extent | null {
  let first = Infinity;
  let last = -Infinity;
  for (let i = 0; i < from.length; i++) {
    const start = from[i] as number;
    const end = to[i] as number;
    const earliest = start === OPEN_START ? end : start;
    const latest = end === OPEN_END ? start : end;
    if (earliest !== OPEN_END && earliest < first) first = earliest;
    if (latest !== OPEN_START && latest > last) last = latest;
    const drawn = day[i] as number;
    if (drawn === NO_DAY) continue;
    if (drawn < first) first = drawn;
    if (drawn > last) last = drawn;
  }
  if (first > last) return null;
  if (first < dayOf(1, 1, 1) || last > dayOf(9999, 12, 31))
    throw new Error(`cells hold a day outside of the years 1 to 9999: between ${first} and ${last}`);
  return { from: first, to: last };
}

/** Every day on which a cell begins or is drawn. An interval's first day is among them, so that its bucket is. */
export function daysOf({ from, day: drawn }: Cells, extent: Extent | null): Days {
  if (!extent) return createDays(new Uint8Array(0), 0);
  const marks = new Uint8Array(extent.to - extent.from + 1);
  for (const day of from) if (day !== OPEN_START) marks[day - extent.from] = 1;
  for (const day of drawn) if (day !== NO_DAY) marks[day - extent.from] = 1;
  return createDays(marks, extent.from);
}

/** Where the cells of each measure and place begin, at measure × places + place; after the last, their number. */
export function slicesOf({ vocabulary, measure, place, places }: Cells): Uint32Array {
  const slices = new Uint32Array(vocabulary.measureIds.length * places.length + 1);
  for (let i = 0; i < place.length; i++) {
    const next = (measure[i] as number) * places.length + (place[i] as number) + 1;
    slices[next] = (slices[next] as number) + 1;
  }
  for (let i = 1; i < slices.length; i++) slices[i] = (slices[i] as number) + (slices[i - 1] as number);
  return slices;
}

function compare({ measure, place, from }: Cells, i: number, j: number): number {
  return (
    (measure[i] as number) - (measure[j] as number) ||
    (place[i] as number) - (place[j] as number) ||
    (from[i] as number) - (from[j] as number)
  );
}
