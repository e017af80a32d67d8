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
  const day = (text: string | null) => (text === null ? null : parseDay(text));
  const { query } = counts;
  const context = { words, places, query, requested: { from: day(query.from), to: day(query.to) } };
  return [
    ...drawnOrder(counts, context).map((row) => new CountsRow('row', row, context)),
    ...counts.undated.map((row) => new CountsRow(row.within ? 'undated' : 'outside', row, context)),
    ...counts.totals.map((total) => new CountsRow('total', total, context)),
  ];
}

interface Group extends Estimate {
  measure: MeasureId;
  place?: string | undefined;
  phase?: PhaseFilter | undefined;
  period?: string | undefined;
  approximateDates?: number;
  records: number;
}

interface Context {
  words: Words;
  places: PlaceTree;
  query: CountsRead['query'];
  requested: Period;
}

/** A class, because there can be a hundred thousand, of which few are shown: what they say is made when it is read. */
class CountsRow implements TableRow {
  readonly part: TableRow['part'];
  readonly #group: Group;
  readonly #context: Context;

  constructor(part: TableRow['part'], group: Group, context: Context) {
    this.part = part;
    this.#group = group;
    this.#context = context;
  }

  get key() {
    return [this.part, this.measure, this.#at, this.#period].join(' ');
  }

  get extra() {
    const { words, query } = this.#context;
    if (this.part === 'undated') return words.undatedTo(query.every);
    return this.part === 'outside' ? words.ui.page.outside : null;
  }

  get measure() {
    return this.#group.measure;
  }

  get place() {
    const { words, places, query } = this.#context;
    const id = this.#at;
    return id === undefined ? null : words.rowName(id, places, query.by);
  }

  get period() {
    const { words, requested } = this.#context;
    return this.#period === undefined ? null : words.bucket(this.#period, requested);
  }

  get firstDay() {
    return this.#days && printDay(this.#days.from);
  }

  get lastDay() {
    return this.#days && printDay(this.#days.to);
  }

  get estimate() {
    return this.#group;
  }

  get approximateDates() {
    return this.#group.approximateDates ?? null;
  }

  get records() {
    return this.#group.records;
  }

  get opened() {
    const extra = this.part === 'undated' || this.part === 'outside' ? this.part : null;
    return { measure: [this.measure], at: this.#at ?? null, bucket: this.#period ?? null, extra };
  }

  /** The id of its place or phase; a total is of all of them. */
  get #at() {
    return this.#group.phase ?? this.#group.place;
  }

  get #period() {
    return this.#group.period;
  }

  get #days() {
    return this.#period === undefined ? null : countedDays(this.#period, this.#context.requested);
  }
}
