import { drawnOrder } from '@article21/charts';
import type { CountsRead } from '@article21/contract/client';
import type { Words } from '@article21/messages';
import {
  countedDays,
  type Estimate,
  type MeasureId,
  type Period,
  type PhaseFilter,
  type PlaceTree,
  parseDay,
  printDay,
} from '@article21/model';
import type { Opened } from '../../address/index.ts';

/** One line of the table, in words, and what it opens. */
export interface TableRow {
  key: string;
  part: 'row' | 'undated' | 'outside' | 'total';
  /** Why it is in no row of a period, or no part of the total: in words; null for rows and totals. */
  extra: string | null;
  measure: MeasureId;
  /** The name of its place, or of its phase. */
  place: string | null;
  period: string | null;
  /** The days that a bucket counts, `2012-04-28`. */
  firstDay: string | null;
  lastDay: string | null;
  estimate: Estimate;
  /** How many of its records have an approximate date; null where it stands for no days. */
  approximateDates: number | null;
  records: number;
  opened: Opened;
}

/** The lines of a table: the rows, what they could not place, and the totals; the rows in the order of the chart. */
export function countsRows(counts: CountsRead, words: Words, places: PlaceTree): TableRow[] {
  const nameOf = ({ place, phase }: Pick<Group, 'place' | 'phase'>) => {
    const id = phase ?? place;
    return id === undefined ? null : words.rowName(id, places, counts.query.by);
  };
  const day = (text: string | null) => (text === null ? null : parseDay(text));
  const requested = { from: day(counts.query.from), to: day(counts.query.to) };
  // The words are made when they are read: of a hundred thousand rows few are shown.
  const rows = drawnOrder(counts, { words, places, query: counts.query }).map((row) => ({
    ...line('row', row, requested),
    get place() {
      return nameOf(row);
    },
    get period() {
      return row.period === undefined ? null : words.bucket(row.period, requested);
    },
  }));
  const undated = counts.undated.map((row) => ({
    ...line(row.within ? 'undated' : 'outside', row, requested),
    extra: row.within ? words.undatedTo(counts.query.every) : words.ui.page.outside,
    place: nameOf(row),
    period: null,
  }));
  const totals = counts.totals.map((total) => ({
    ...line('total', total, requested),
    place: null,
    period: null,
  }));
  return [...rows, ...undated, ...totals];
}

interface Group extends Estimate {
  measure: MeasureId;
  place?: string | undefined;
  phase?: PhaseFilter | undefined;
  period?: string | undefined;
  approximateDates?: number;
  records: number;
}

function line(part: TableRow['part'], group: Group, requested: Period) {
  const { measure, period, low, high, approximate, unnumbered, numbered, records } = group;
  const at = group.phase ?? group.place;
  const days = period === undefined ? null : countedDays(period, requested);
  const opens = part === 'undated' || part === 'outside' ? part : null;
  return {
    key: [part, measure, at, period].join(' '),
    part,
    extra: null,
    measure,
    firstDay: days && printDay(days.from),
    lastDay: days && printDay(days.to),
    estimate: { low, high, approximate, unnumbered, numbered },
    approximateDates: group.approximateDates ?? null,
    records,
    opened: { measure: [measure], at: at ?? null, bucket: period ?? null, extra: opens },
  };
}
