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
  return create(row, row.estimate, row.records, [row.name], position, context);
}

/** The marks of a row, one for each period, the first of them with the given index. */
export function marksOfPeriods(row: Row, index: number, seriesIndex: number, context: ChartContext): Mark[] {
  return row.counts.map((count, i) =>
    markOfCount(row, count, { index: index + i, seriesIndex, dataIndex: i }, context),
  );
}

/** The mark of one count of a row. */
export function markOfCount(row: Row, count: Count, position: Position, context: ChartContext): Mark {
  const bucket = count.period === undefined ? [] : [context.words.bucket(count.period)];
  const name = row.place === undefined ? bucket : [row.name, ...bucket];
  const period = count.period === undefined ? {} : { period: count.period };
  return { ...create(row, estimateOf(count), count.records, name, position, context), ...period };
}

function create(
  { measure, place }: Row,
  estimate: Estimate,
  records: number,
  names: readonly string[],
  position: Position,
  context: ChartContext,
): Mark {
  return {
    ...position,
    measure,
    ...(place === undefined ? {} : { place }),
    label: `${names.join(', ')}: ${context.words.count(estimate, measure)}`,
    estimate,
    records,
  };
}
