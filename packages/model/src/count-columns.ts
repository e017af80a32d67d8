import type { Count } from './counts.ts';
import type { MeasureId } from './measures/index.ts';
import { publishedEnds } from './published.ts';
import type { PhaseFilter } from './query/query.ts';

/**
 * Rows of counts in columns, a fraction of the bytes: a group for each measure and place or phase, in the order of the
 * rows. `periods` are the names that groups count their periods by, from 0.
 */
export interface CountColumns {
  periods: string[];
  groups: CountGroup[];
}

/** A value for each row of the group; a column that is not there has in each row what its comment says. */
interface CountGroup {
  measure: MeasureId;
  place?: string | undefined;
  phase?: PhaseFilter | undefined;
  /** Indices of `periods`; not there where rows are of no periods. */
  period?: number[] | undefined;
  records: number[];
  low: (number | null)[];
  /** The same as `low`. */
  statedHigh?: (number | null)[] | undefined;
  /** False. */
  approximate?: boolean[] | undefined;
  /** 0. */
  unnumbered?: number[] | undefined;
  /** The same as `records`. */
  numbered?: number[] | undefined;
  /** 0. */
  assemblyDay?: number[] | undefined;
  /** 0. */
  approximateDates?: number[] | undefined;
}

/** Rows in columns, their numbers as they are published. */
export function columnsOf(rows: readonly Count[]): CountColumns {
  const periods = new Map<string, number>();
  const groups: CountGroup[] = [];
  for (const rowsOfGroup of runsOf(rows)) groups.push(groupOf(rowsOfGroup, periods));
  return { periods: [...periods.keys()], groups };
}

/** The rows again; nothing is lost between the two. */
export function readColumns({ periods, groups }: CountColumns): Count[] {
  const rows: Count[] = [];
  for (const { measure, place, phase, period, ...columns } of groups) {
    columns.records.forEach((records, i) => {
      const stated = columns.low[i] ?? null;
      // `statedHigh` may be null of its own.
      const high = columns.statedHigh ? (columns.statedHigh[i] ?? null) : stated;
      // Written out: there may be a hundred thousand of them, and a spread of one is slow.
      rows.push({
        measure,
        place,
        phase,
        period: period && periods[period[i] ?? -1],
        low: stated ?? 0,
        high: stated === null ? 0 : high,
        approximate: columns.approximate?.[i] ?? false,
        unnumbered: columns.unnumbered?.[i] ?? 0,
        numbered: columns.numbered?.[i] ?? records,
        records,
        assemblyDay: columns.assemblyDay?.[i] ?? 0,
        approximateDates: columns.approximateDates?.[i] ?? 0,
      });
    });
  }
  return rows;
}

/** Rows that follow each other and differ in nothing but their period. */
function runsOf(rows: readonly Count[]): Count[][] {
  const runs: Count[][] = [];
  let last: Count | null = null;
  for (const row of rows) {
    const isSame =
      last !== null &&
      last.measure === row.measure &&
      last.place === row.place &&
      last.phase === row.phase &&
      last.period !== undefined &&
      row.period !== undefined;
    if (isSame) runs.at(-1)?.push(row);
    else runs.push([row]);
    last = row;
  }
  return runs;
}

function groupOf(rows: readonly Count[], periods: Map<string, number>): CountGroup {
  const { measure, place, phase, period } = rows[0] as Count;
  const ends = rows.map(publishedEnds);
  const low = ends.map((it) => it.low);
  const records = rows.map((row) => row.records);
  const none = rows.map(() => 0);
  return {
    measure,
    ...(place === undefined ? {} : { place }),
    ...(phase === undefined ? {} : { phase }),
    ...(period === undefined ? {} : { period: rows.map((row) => indexOf(row.period ?? '', periods)) }),
    records,
    low,
    ...column(
      'statedHigh',
      ends.map((it) => it.statedHigh),
      low,
    ),
    ...column(
      'approximate',
      rows.map((row) => row.approximate),
      rows.map(() => false),
    ),
    ...column(
      'unnumbered',
      rows.map((row) => row.unnumbered),
      none,
    ),
    ...column(
      'numbered',
      rows.map((row) => row.numbered ?? row.records),
      records,
    ),
    ...column(
      'assemblyDay',
      rows.map((row) => row.assemblyDay),
      none,
    ),
    ...column(
      'approximateDates',
      rows.map((row) => row.approximateDates),
      none,
    ),
  };
}

function indexOf(period: string, periods: Map<string, number>): number {
  const index = periods.get(period) ?? periods.size;
  periods.set(period, index);
  return index;
}

/** A column; nothing where it is as it is when it is left out. */
function column<Name extends string, T>(
  name: Name,
  values: T[],
  absent: readonly T[],
): { [K in Name]?: T[] } {
  const isAbsent = values.every((value, i) => value === absent[i]);
  return (isAbsent ? {} : { [name]: values }) as { [K in Name]?: T[] };
}
