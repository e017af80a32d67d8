import { type Count, type Estimate, type MeasureId, measureIds } from '@article21/model';
import type { ChartContext, Mark } from './chart.ts';
import { estimateOf, type Row } from './rows.ts';
import type { Theme } from './theme.ts';

/** The colour of a measure is the same in every chart. */
export function colourOf(measure: MeasureId, theme: Theme): string {
  const i = measureIds.indexOf(measure) % theme.series.length;
  return theme.series[i] ?? theme.ink;
}

type Position = Pick<Mark, 'index' | 'seriesIndex' | 'dataIndex'>;

/** The mark of a row: all of a place's periods together. */
export function markOfRow(row: Row, position: Position, context: ChartContext): Mark {
  return markOf({ ...row.estimate, records: row.records }, row, position, sayerOf(row, context));
}

/** The marks of a row, one for each period, the first of them with the given index. */
export function marksOfPeriods(row: Row, index: number, seriesIndex: number, context: ChartContext): Mark[] {
  const sayer = sayerOf(row, context);
  return row.counts.map((count, i) => {
    const position = { index: index + i, seriesIndex, dataIndex: i };
    return markOf(count, row, position, sayer);
  });
}

/** The mark of one count of a row. */
export function markOfCount(row: Row, count: Count, position: Position, context: ChartContext): Mark {
  return markOf(count, row, position, sayerOf(row, context));
}

/** What the marks of a row have in common. Their labels are written when read: of thousands, few ever are. */
type Sayer = Pick<Mark, 'label'>;

function sayerOf({ name, place, measure }: Row, { words }: ChartContext): Sayer {
  return {
    get label() {
      const { period, estimate } = this as Mark;
      const bucket = period === undefined ? [] : [words.bucket(period)];
      const names = place === undefined && period !== undefined ? bucket : [name, ...bucket];
      return `${names.join(', ')}: ${words.count(estimate, measure)}`;
    },
  };
}

/** What is counted in a mark. */
type Counted = Estimate & Pick<Mark, 'period' | 'records'>;

function markOf(count: Counted, { measure, place }: Row, position: Position, sayer: Sayer): Mark {
  const { period, records } = count;
  const { index, seriesIndex, dataIndex } = position;
  const estimate = estimateOf(count);
  const mark = { __proto__: sayer, index, seriesIndex, dataIndex, measure, place, period, estimate, records };
  return mark as unknown as Mark;
}
