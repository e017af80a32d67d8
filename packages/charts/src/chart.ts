import type { Words } from '@article21/messages';
import type {
  Annotation,
  ChartQuery,
  Counts,
  Coverage,
  Estimate,
  Grouping,
  MeasureId,
  Outline,
  PlaceTree,
  Step,
  Theme,
} from '@article21/model';
import type { EChartsOption } from 'echarts';
import type { Box } from './panel.ts';
import type { Plot } from './plot.ts';

/** What a chart needs to know beside its counts. */
export interface ChartContext {
  words: Words;
  /** All of them are needed only to know what "everywhere" takes in, where there is coverage. */
  places: Pick<PlaceTree, 'get' | 'severalCountries'> & Partial<Pick<PlaceTree, 'places'>>;
  /** What was asked: a panel for each measure, the axis of time, and where, for what coverage says of it. */
  query: Pick<ChartQuery, 'measure' | 'every' | 'from' | 'to'> & Partial<Pick<ChartQuery, 'place' | 'by'>>;
  /** Where and when somebody watched. Without it, no chart draws a zero that no source states. */
  coverage?: readonly Coverage[] | undefined;
  /** Dated remarks for charts over time. */
  annotations?: readonly Annotation[] | undefined;
  /** The land of the dataset's countries for a map; loaded by the caller, because most charts need none. */
  outlines?: readonly Outline[] | undefined;
  /** In pixels; the height follows from it. */
  width: number;
  theme: Theme;
  /** Written over the chart. */
  title?: string | undefined;
  /** Whether a reader gave the title, which the picture then says: it may claim anything. */
  addedTitle?: boolean | undefined;
  /** Sentences under the title, where nothing beside the picture says them. */
  sentences?: readonly string[] | undefined;
  /** Generated data, which the picture itself must name as such. */
  synthetic: boolean;
  /** Who says so: `KIBHR, IPHR, NHC · snapshot 2012-09-25-3f9c…`. */
  source?: string | undefined;
  /** Under the source, each on lines of its own and never shortened: the way back to the data. */
  below?: readonly string[] | undefined;
  /** Empty space around the chart in pixels; 16 unless given. */
  padding?: number | undefined;
}

/**
 * One thing drawn that stands for a count. `label` says it in full, for a live region or a tooltip. `seriesIndex` and
 * `dataIndex` are where ECharts keeps it: a click's `params.data.mark` is this mark's `index`. Marks of a picture that
 * has many are drawn together, and ECharts knows nothing of them: `Drawing` has `markAt` and `boxOf` instead.
 */
export interface Mark {
  index: number;
  measure: MeasureId;
  place?: string | undefined;
  period?: string | undefined;
  label: string;
  estimate: Estimate;
  records: number;
  /** How many of the records stand on the day of their assembly, where days are drawn. */
  assemblyDay: number;
  seriesIndex: number;
  dataIndex: number;
}

/** A chart ready for ECharts. `marks` are in reading order; `description` is its text alternative. */
export interface Drawing {
  option: EChartsOption;
  description: string;
  height: number;
  marks: readonly Mark[];
  /** The index of the mark at a point, of those that are drawn together; null where none of them is. */
  markAt(x: number, y: number): number | null;
  /** Where one of those is drawn, in pixels; null for a mark that ECharts keeps. */
  boxOf(mark: Pick<Mark, 'seriesIndex' | 'dataIndex'>): Box | null;
}

/** What a chart needs of a query: its counts grouped in one of these ways, the best first. */
export interface Needs {
  by: readonly (readonly Grouping[])[];
  /** The only step that it can draw; null for every one. */
  every: Step | null;
  /** How many places it takes to be worth drawing. */
  places: number;
  /** The measures that it shows where the query names none. */
  measures?: readonly MeasureId[];
}

/** A chart type: what it needs, and how counts become a drawing, nothing else touched. */
export interface Chart {
  needs: Needs;
  draw(counts: Counts, plot: Plot): Drawing;
}
