import type { Estimate, MeasureId, PhaseFilter } from '@article21/model';
import type { EChartsOption } from 'echarts';
import type { Dating } from './marks/day-signs.ts';
import type { Box } from './marks/shape.ts';

/**
 * One thing drawn that stands for a count. `label` says it in full, for a live region or a tooltip. `seriesIndex` and
 * `dataIndex` are where ECharts keeps it: a click's `params.data.mark` is this mark's `index`. Marks of a picture that
 * has many are drawn together, and ECharts knows nothing of them: `Drawing` has `markAt` and `boxOf` instead.
 */
export interface Mark {
  index: number;
  measure: MeasureId;
  place?: string | undefined;
  /** The places that it stands for together, each of which has a mark of its own as well. */
  places?: readonly string[] | undefined;
  phase?: PhaseFilter | undefined;
  period?: string | undefined;
  label: string;
  estimate: Estimate;
  records: number;
  /** What is not certain of the days of its records, where days are drawn. */
  dating: Dating;
  seriesIndex: number;
  dataIndex: number;
}

/** A chart ready for ECharts. `marks` are in reading order; `description` is its text alternative. */
export interface Drawing {
  option: EChartsOption;
  description: string;
  /** In pixels, from edge to edge. */
  width: number;
  /** In pixels, from edge to edge. */
  height: number;
  /** The pixels that the title and the sentences under it take, without the empty space above them. */
  words: number;
  marks: readonly Mark[];
  /** What stands under the plots in words: notes, and how to read the signs. */
  foot: readonly string[];
  /** The index of the mark at a point, of those that are drawn together; null where none of them is. */
  markAt(x: number, y: number): number | null;
  /** Where one of those is drawn, in pixels; null for a mark that ECharts keeps. */
  boxOf(mark: Pick<Mark, 'seriesIndex' | 'dataIndex'>): Box | null;
}
