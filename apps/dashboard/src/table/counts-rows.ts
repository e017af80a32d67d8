import type { CountsAnswer } from '@article21/contract/client';
import type { Words } from '@article21/messages';
import { type Estimate, type MeasureId, type PlaceTree, parseDay } from '@article21/model';
import type { Opened } from '../url/opened.ts';

/** One line of the table, in words, and what it opens. */
export interface TableRow {
  key: string;
  part: 'row' | 'undated' | 'outside' | 'total';
  measure: MeasureId;
  place: string | null;
  period: string | null;
  estimate: Estimate;
  records: number;
  opened: Opened;
}

/** The lines of a table: the rows, what they could not place, and the totals, in the order of the answer. */
export function countsRows(counts: CountsAnswer, words: Words, places: PlaceTree): TableRow[] {
  const nameOf = (id: string | undefined) => (id === undefined ? null : words.rowName(id, places));
  const { from, to } = counts.query;
  const asked = { from: from === null ? null : parseDay(from), to: to === null ? null : parseDay(to) };
  // The words are made when they are read: of a hundred thousand rows few are shown.
  const rows = counts.rows.map((row) => ({
    ...line('row', row),
    get place() {
      return nameOf(row.place);
    },
    get period() {
      return row.period === undefined ? null : words.bucket(row.period, asked);
    },
  }));
  const undated = counts.undated.map((row) => ({
    ...line(row.within ? 'undated' : 'outside', row),
    place: nameOf(row.place),
    period: null,
  }));
  const totals = counts.totals.map((total) => ({ ...line('total', total), place: null, period: null }));
  return [...rows, ...undated, ...totals];
}

interface Group extends Estimate {
  measure: MeasureId;
  place?: string | undefined;
  period?: string | undefined;
  records: number;
}

function line(part: TableRow['part'], group: Group) {
  const { measure, place, period, low, high, approximate, unnumbered, records } = group;
  const beside = part === 'undated' || part === 'outside' ? part : null;
  return {
    key: [part, measure, place, period].join(' '),
    part,
    measure,
    estimate: { low, high, approximate, unnumbered },
    records,
    opened: { measure: [measure], at: place ?? null, bucket: period ?? null, beside },
  };
}
