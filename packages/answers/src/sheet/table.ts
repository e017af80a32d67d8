import { rollUp } from '@article21/cube';
import type { Words } from '@article21/messages';
import {
  type ChartQuery,
  countedDays,
  type Estimate,
  type MeasureId,
  type PhaseFilter,
  printDay,
  publishedEnds,
  rowGrouping,
} from '@article21/model';
import type { LoadedSnapshot } from '../loaded-snapshot.ts';

/** A cell of a spreadsheet; null is empty. */
export type Cell = string | number | null;

/**
 * Counts as people read them: words in one language, numbers as numbers. Every row has a cell for each column; totals
 * come after the rows.
 */
export interface SheetTable {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
  totals: readonly (readonly Cell[])[];
}

/** The columns of numbers, which are right-aligned, and those of one short word. */
export const NUMBERS: readonly number[] = [6, 7, 8, 10, 11, 13];
export const SHORT_WORDS: readonly number[] = [4, 5, 9, 12];

interface Group extends Estimate {
  measure: MeasureId;
  place?: string | undefined;
  phase?: PhaseFilter | undefined;
  period?: string | undefined;
  records: number;
  approximateDates?: number;
}

/**
 * The counts of a query: rows, what has no bucket, totals. Periods keep their names, `2012-04`, so that they sort,
 * beside the days that they count. Nothing but reports without a number leaves `low` and `high` empty, because a zero
 * would be read as one; where there is no upper bound, `high` says so.
 */
export function sheetTable(
  query: ChartQuery,
  { cube, tree, snapshot }: LoadedSnapshot,
  words: Words,
): SheetTable {
  const { rows, undated, totals } = rollUp(cube, query);
  const { table, page, methods, synthetic } = words.ui;
  const isSynthetic = snapshot.catalogue.meta.synthetic;
  // Few datasets have any, and a column of zeros would waste width.
  const hasApproximateDates = totals.some(({ approximateDates }) => approximateDates > 0);
  const nameOf = ({ place, phase }: Pick<Group, 'place' | 'phase'>) => {
    const id = phase ?? place;
    return id === undefined ? null : words.rowName(id, tree, query.by);
  };
  const line = (group: Group, place: string | null, period: string | null): Cell[] => {
    const { label, unit } = words.measure(group.measure);
    const { low, high, statedHigh } = publishedEnds(group);
    const ends = low === null ? [null, null, null] : [low, high ?? table.open, statedHigh];
    const days = group.period === undefined ? null : countedDays(group.period, query);
    const dates = [days && printDay(days.from), days && printDay(days.to)];
    const approximate = group.approximate ? table.yes : table.no;
    const numbers = [...ends, approximate, group.unnumbered, group.records];
    return [
      ...[label, unit, place, period, ...dates, ...numbers],
      ...(isSynthetic ? [table.yes] : []),
      ...(hasApproximateDates ? [group.approximateDates ?? null] : []),
    ];
  };
  return {
    columns: [
      ...[
        table.measure,
        methods.unit,
        table[rowGrouping(query) ?? 'place'],
        table.period,
        table.firstDay,
        table.lastDay,
      ],
      ...[table.low, table.high, table.statedHigh, table.approximate],
      ...[table.unnumbered, table.records],
      ...(isSynthetic ? [synthetic] : []),
      ...(hasApproximateDates ? [table.approximateDates] : []),
    ],
    rows: [
      ...rows.map((it) => line(it, nameOf(it), it.period ?? null)),
      ...undated.map((it) => line(it, nameOf(it), it.within ? words.undatedTo(query.every) : page.outside)),
    ],
    totals: totals.map((it) => line(it, table.total, null)),
  };
}
