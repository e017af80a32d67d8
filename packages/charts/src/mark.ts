import { type MeasureId, measureIds } from '@article21/model';
import type { ChartContext, Mark } from './chart.ts';
import type { Row } from './rows.ts';
import type { Theme } from './theme.ts';

/** The colour of a measure is the same in every chart. */
export function colourOf(measure: MeasureId, theme: Theme): string {
  const i = measureIds.indexOf(measure) % theme.series.length;
  return theme.series[i] ?? theme.ink;
}

/** The mark of a row: all of a place's periods together. */
export function markOf(
  row: Row,
  index: number,
  seriesIndex: number,
  dataIndex: number,
  context: ChartContext,
): Mark {
  const { measure, place, estimate, records } = row;
  const label = `${row.name}: ${context.words.count(estimate, measure)}`;
  return {
    index,
    measure,
    ...(place === undefined ? {} : { place }),
    label,
    estimate,
    records,
    seriesIndex,
    dataIndex,
  };
}
