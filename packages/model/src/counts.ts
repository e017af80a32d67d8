import type { Day } from './day.ts';
import type { Estimate } from './estimate.ts';
import type { MeasureId } from './measures/index.ts';
import type { PhaseFilter } from './query/query.ts';

/**
 * What is counted of some records: `low` and `high` as the sources state them, in the measure's unit (people,
 * applications, EUR, days, reports); `records` is how many records stand behind them. The cube says of all how many
 * of these state a number (`numbered`).
 */
export interface Counted extends Estimate {
  measure: MeasureId;
  records: number;
}

/**
 * One counted group. `place` and `period` are there when the query groups by them: the place that the sources name
 * (not those above it), or what it is counted as by region (`regionOf` of a place tree), and the bucket's name; by phase,
 * `phase` is in the place of `place`.
 * `assemblyDay` is how many of the records stand on the day of their assembly, because no source states theirs;
 * `approximateDates`, how many have a date that a source calls approximate or uncertain.
 */
export interface Count extends Counted {
  place?: string | undefined;
  phase?: PhaseFilter | undefined;
  period?: string | undefined;
  assemblyDay: number;
  approximateDates: number;
}

/** Days from the first to the last. */
export interface DaySpan {
  from: Day;
  to: Day;
}

/**
 * All that a measure counts in the asked period. `dated` is the span from the first to the last day of the counted
 * records that have both a first and a last day; null when none has. `open` is what of the total has an open end or
 * no date at all, with the first or the last day that all of it has; null when there is none. `approximateDates` is how
 * many of the records have a date that a source calls approximate or uncertain; `notQuoted`, of how many there is an
 * address alone, absent where there are none.
 */
export interface Total extends Counted {
  dated: DaySpan | null;
  open: OpenPart | null;
  approximateDates: number;
  notQuoted?: number | undefined;
}

export interface OpenPart extends Counted {
  from: Day | null;
  to: Day | null;
}

/**
 * What lies in no bucket. `within`: what the sources leave possible lies in the asked period, so that the total has
 * it; else it reaches over an edge of the period and may lie in it: it is in no total.
 */
export interface Undated extends Counted {
  place?: string | undefined;
  phase?: PhaseFilter | undefined;
  within: boolean;
}

/** What the other basis has, where the asked one has no total: `within` the asked period, or it may lie in it. */
export interface OtherBasis extends Counted {
  within: boolean;
}

/**
 * The watched days on which anything recorded of a measure may lie, whatever its phase and basis: in a place, or where
 * counts are of no places in all that is asked for. By period, the days are those of whole buckets.
 */
export interface Possible {
  measure: MeasureId;
  place?: string | undefined;
  spans: DaySpan[];
}

/**
 * The answer to a query. `rows` are ordered by measure, place (or phase) and period, and a group without any record is absent:
 * no record is not the number zero. `totals` cover the rows and what is undated within the asked period. `undated`
 * is what overlaps the asked period and lies in no single bucket of it.
 *
 * What stands beside the totals and is in none of them, one of each asked measure, under the same filters and
 * wherever the asked period may hold it: `unplaced`, what the sources place no nearer than a place that the asked
 * ones lie in; `otherBasis`, for a measure without a total, what the other basis has (summaries or incidents), first what lies in
 * the asked period; `unattributed`, what the sources do not state an asked attribute of, and which may be meant,
 * too.
 * `uncounted` are the asked measures that the snapshot does not count, because it was published before they existed.
 *
 * `sources` are the ids of those who state what is counted or stands beside it; null where that is not known, as in a
 * snapshot published before it was told.
 *
 * `possible` says where nothing may be called zero although no row is there; null where that was not worked out, and
 * then nothing may be called zero.
 */
export interface Counts {
  rows: Count[];
  totals: Total[];
  undated: Undated[];
  unplaced: Counted[];
  unattributed: Counted[];
  otherBasis: OtherBasis[];
  uncounted: MeasureId[];
  sources: string[] | null;
  possible: Possible[] | null;
}

/** Counts of nothing. */
export function noCounts(): Counts {
  return {
    rows: [],
    totals: [],
    undated: [],
    unplaced: [],
    unattributed: [],
    otherBasis: [],
    uncounted: [],
    sources: null,
    possible: null,
  };
}
