import type { Words } from '@article21/messages';
import {
  type Count,
  type Estimate,
  type MeasureId,
  measure as measureOf,
  type Period,
  type PhaseFilter,
} from '@article21/model';
import type { Mark } from '../chart.ts';
import { estimateOf, type Row, rowId } from '../data/rows.ts';
import type { Plot } from '../plot.ts';
import { certain, type Dating, datingTexts } from './day-signs.ts';

/** The colour of a measure is the same in every chart. */
export function colourOf(measure: MeasureId, { theme, words }: Pick<Plot, 'theme' | 'words'>): string {
  return theme.colours[measureOf(measure, words.vocabulary).colour];
}

type Position = Pick<Mark, 'index' | 'seriesIndex' | 'dataIndex'>;

/** The mark of a row: all of a place's periods together. */
export function markOfRow(row: Row, position: Position, plot: Plot): Mark {
  return new CountMark({ ...row.estimate, records: row.records }, row, position, plot);
}

/** The marks of a row, one for each period, the first of them with the given index. */
export function marksOfPeriods(row: Row, index: number, seriesIndex: number, plot: Plot): Mark[] {
  return row.counts.map((count, i) => {
    const position = { index: index + i, seriesIndex, dataIndex: i };
    return new CountMark(count, row, position, plot);
  });
}

/** The mark of one count of a row. */
export function markOfCount(row: Row, count: Count, position: Position, plot: Plot): Mark {
  return new CountMark(count, row, position, plot);
}

/** What is counted in a mark. */
type Counted = Estimate & Pick<Mark, 'period' | 'records'> & Partial<Dating>;

/** A class, because a picture can have tens of thousands; and few of their labels are ever read. */
class CountMark implements Mark {
  readonly index: number;
  readonly seriesIndex: number;
  readonly dataIndex: number;
  readonly measure: MeasureId;
  readonly place: string | undefined;
  readonly places: readonly string[] | undefined;
  readonly phase: PhaseFilter | undefined;
  readonly period: string | undefined;
  readonly estimate: Estimate;
  readonly records: number;
  readonly dating: Dating;
  readonly #row: Row;
  readonly #words: Words;
  readonly #asked: Period;

  constructor(count: Counted, row: Row, { index, seriesIndex, dataIndex }: Position, { words, query }: Plot) {
    this.index = index;
    this.seriesIndex = seriesIndex;
    this.dataIndex = dataIndex;
    this.measure = row.measure;
    this.place = row.place;
    this.places = row.places;
    this.phase = row.phase;
    this.period = count.period;
    this.estimate = estimateOf(count);
    this.records = count.records;
    const { assemblyDay = 0, approximateDates = 0 } = count;
    const isCertain = count.period === undefined || (assemblyDay === 0 && approximateDates === 0);
    this.dating = isCertain ? certain : { assemblyDay, approximateDates };
    this.#row = row;
    this.#words = words;
    this.#asked = query;
  }

  get label(): string {
    const { period, estimate, measure } = this;
    const bucket = period === undefined ? [] : [this.#words.bucket(period, this.#asked)];
    const names =
      rowId(this) === undefined && period !== undefined && !this.#row.isRest
        ? bucket
        : [this.#row.name, ...bucket];
    const text = `${names.join(', ')}: ${this.#words.count(estimate, measure)}`;
    return [text, ...datingTexts(this.dating, this.#words)].join('; ');
  }
}
