import { countedDays } from './counted-days.ts';
import type { Count, Counted, Counts, DaySpan, OtherBasis, Total, Undated } from './counts.ts';
import { type Day, parseDay, printDay } from './day.ts';
import { type Estimate, isUnnumbered } from './estimate.ts';
import type { MeasureId } from './measures/index.ts';
import type { Period } from './period.ts';

/**
 * The ends of a number as they are published. `high` is there only where there is an upper bound: no source left it
 * open, and no report without a number stands beside it. `statedHigh` is the sum of the upper bounds that sources do
 * state, null where one left it open. Where nothing but reports without a number is known, all three are null.
 */
export interface PublishedEnds {
  low: number | null;
  high: number | null;
  statedHigh: number | null;
}

/** What is published of an estimate, on every surface: who reads `high` alone is not misled. */
export function publishedEnds(estimate: Estimate): PublishedEnds {
  if (isUnnumbered(estimate)) return { low: null, high: null, statedHigh: null };
  const { low, high, unnumbered } = estimate;
  return { low, high: unnumbered > 0 ? null : high, statedHigh: high };
}

/** `Counted` as it is published. */
type PublishedCounted = Omit<Counted, 'low' | 'high'> & PublishedEnds;

/**
 * `Counts` as JSON: its ends as published, its days as text. Rows of a period name the first and the last day that is
 * counted of it.
 */
export interface PublishedCounts {
  rows: (Omit<Count, 'low' | 'high'> &
    PublishedEnds & { from?: string | undefined; to?: string | undefined })[];
  totals: PublishedTotal[];
  undated: (Omit<Undated, 'low' | 'high'> & PublishedEnds)[];
  unplaced: PublishedCounted[];
  unattributed?: PublishedCounted[] | undefined;
  otherBasis: (PublishedCounted & Pick<OtherBasis, 'within'>)[];
  uncounted: MeasureId[];
  sources: string[] | null;
  possible: PublishedPossible[] | null;
}

interface PublishedPossible {
  measure: MeasureId;
  place?: string | undefined;
  spans: { from: string; to: string }[];
}

interface PublishedTotal extends PublishedCounted, Pick<Total, 'approximateDates' | 'notQuoted'> {
  dated: { from: string; to: string } | null;
  open: (PublishedCounted & { from: string | null; to: string | null }) | null;
}

/** Counts as they are published. `requested` is the period of the query. */
export function publishCounts(counts: Counts, requested: Period): PublishedCounts {
  return {
    rows: counts.rows.map((row) => ({ ...published(row), ...daysOf(row.period, requested) })),
    totals: counts.totals.map((total) => ({
      ...published(total),
      dated: total.dated && printed(total.dated),
      open: total.open && { ...published(total.open), from: text(total.open.from), to: text(total.open.to) },
    })),
    undated: counts.undated.map(published),
    unplaced: counts.unplaced.map(published),
    ...(counts.unattributed.length > 0 ? { unattributed: counts.unattributed.map(published) } : {}),
    otherBasis: counts.otherBasis.map(published),
    uncounted: counts.uncounted,
    sources: counts.sources,
    possible: counts.possible?.map((it) => ({ ...it, spans: it.spans.map((span) => printed(span)) })) ?? null,
  };
}

/** Reads what `publishCounts` made; nothing is lost between the two. */
export function readCounts(published: PublishedCounts): Counts {
  return {
    rows: published.rows.map(({ from: _from, to: _to, ...row }) => counting(row)),
    totals: published.totals.map(readTotal),
    undated: published.undated.map(counting),
    unplaced: published.unplaced.map(counting),
    unattributed: published.unattributed?.map(counting) ?? [],
    otherBasis: published.otherBasis.map(counting),
    uncounted: published.uncounted,
    sources: published.sources,
    possible:
      published.possible?.map((it) => ({ ...it, spans: it.spans.flatMap((span) => read(span) ?? []) })) ??
      null,
  };
}

function readTotal({ dated, open, ...total }: PublishedTotal): Total {
  return {
    ...counting(total),
    dated: dated && read(dated),
    open: open && { ...counting(open), from: day(open.from), to: day(open.to) },
  };
}

function published<T extends Counted>(it: T): T & PublishedEnds {
  return { ...it, ...publishedEnds(it) };
}

function counting<T extends PublishedCounted>(
  it: T,
): Omit<T, keyof PublishedEnds> & Pick<Counted, 'low' | 'high'> {
  const { low, high: _, statedHigh, ...rest } = it;
  return { ...rest, ...(low === null ? { low: 0, high: 0 } : { low, high: statedHigh }) };
}

function daysOf(period: string | undefined, requested: Period): { from?: string; to?: string } {
  if (period === undefined) return {};
  const { from, to } = countedDays(period, requested);
  return { from: printDay(from), to: printDay(to) };
}

function printed({ from, to }: DaySpan): { from: string; to: string } {
  return { from: printDay(from), to: printDay(to) };
}

function read({ from, to }: { from: string; to: string }): DaySpan | null {
  const [first, last] = [parseDay(from), parseDay(to)];
  return first === null || last === null ? null : { from: first, to: last };
}

function text(it: Day | null): string | null {
  return it === null ? null : printDay(it);
}

function day(it: string | null): Day | null {
  return it === null ? null : parseDay(it);
}
