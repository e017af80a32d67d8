import type { Words } from '@article21/messages';
import type { ChartQuery, Counts, Estimate, MeasureId, PlaceTree, Theme } from '@article21/model';
import type { EChartsOption } from 'echarts';

/** What a chart needs to know beside its counts. */
export interface ChartContext {
  words: Words;
  places: Pick<PlaceTree, 'get'>;
  /** What was asked: a panel for each measure, and the axis of time. */
  query: Pick<ChartQuery, 'measure' | 'every' | 'from' | 'to'>;
  /** In pixels; the height follows from it. */
  width: number;
  theme: Theme;
  /** Written over the chart. */
  title?: string | undefined;
  /** Generated data, which the picture itself must name as such. */
  synthetic: boolean;
  /** Who says so: `KIBHR, IPHR, NHC · snapshot 2012-09-25-3f9c…`. */
  source?: string | undefined;
  /** Empty space around the chart in pixels; 16 unless given. */
  padding?: number | undefined;
}

/**
 * One thing drawn that stands for a count. `label` says it in full, for a live region or a tooltip. `seriesIndex` and
 * `dataIndex` are where ECharts keeps it: a click's `params.data.mark` is this mark's `index`.
 */
export interface Mark {
  index: number;
  measure: MeasureId;
  place?: string;
  period?: string;
  label: string;
  estimate: Estimate;
  records: number;
  seriesIndex: number;
  dataIndex: number;
}

/** A chart ready for ECharts. `marks` are in reading order; `description` is its text alternative. */
export interface Drawing {
  option: EChartsOption;
  description: string;
  height: number;
  marks: readonly Mark[];
}

/** A chart type: counts in, drawing out, nothing else touched. */
export type Chart = (counts: Counts, context: ChartContext) => Drawing;
