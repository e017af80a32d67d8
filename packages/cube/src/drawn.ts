import type { Cells, DaySpan } from '@article21/model';
import type { Arena } from './arena.ts';
import { createIntervals, type Intervals } from './intervals.ts';
import { addRun, createPrefixSums, fill, type PrefixSums, seek } from './prefix-sums.ts';
import { addCell, clear, createSums, type Sums } from './sums.ts';

/**
 * What is drawn on the day of its assembly, because no source states its own. What the sources leave possible, the
 * `intervals`, decides whether it lies in a period; the day only in which bucket it stands. Entries are ordered by
 * day, the key of `prefix`; `from` and `to` are what is possible of each.
 */
export interface Drawn {
  readonly intervals: Intervals;
  readonly prefix: PrefixSums;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Builds what is drawn of some cells, given by their indices. */
export function createDrawn(cells: Cells, indices: readonly number[], arena: Arena): Drawn {
  const { day, from, to } = cells;
  const differs = (i: number, j: number) =>
    (day[i] as number) - (day[j] as number) ||
    (from[i] as number) - (from[j] as number) ||
    (to[i] as number) - (to[j] as number);
  const order = [...indices].sort(differs);
  const distinct = order.filter((cell, i) => i === 0 || differs(cell, order[i - 1] as number) !== 0);
  const prefix = createPrefixSums(
    arena,
    distinct.length,
    distinct.map((cell) => day[cell] as number),
  );
  const sums = createSums();
  let next = 0;
  distinct.forEach((first, entry) => {
    clear(sums);
    while (next < order.length && differs(order[next] as number, first) === 0)
      addCell(sums, 0, cells, order[next++] as number);
    fill(prefix, entry, sums, 0);
  });
  return {
    intervals: createIntervals(cells, indices, arena),
    prefix,
    from: Int32Array.from(distinct, (cell) => from[cell] as number),
    to: Int32Array.from(distinct, (cell) => to[cell] as number),
  };
}

/** Calls `found` with each entry that is drawn on a day of `shown` and possible within `requested` only. */
export function eachDrawn(
  { prefix, from, to }: Drawn,
  shown: DaySpan,
  requested: DaySpan,
  found: (entry: number) => void,
): void {
  const end = seek(prefix, shown.to + 1);
  for (let i = seek(prefix, shown.from); i < end; i++)
    if ((from[i] as number) >= requested.from && (to[i] as number) <= requested.to) found(i);
}

/** Adds the same to `into`. */
export function addDrawn(into: Sums, drawn: Drawn, shown: DaySpan, requested: DaySpan): void {
  eachDrawn(drawn, shown, requested, (entry) => addRun(into, drawn.prefix, entry, entry + 1));
}
