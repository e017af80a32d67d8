import { type Estimate, isUnnumbered, type MeasureId } from '@article21/model';
import { colourOf, onAssemblyDay } from '../mark.ts';
import type { Plot } from '../plot.ts';
import { endOf } from '../uncertainty/extent.ts';
import { altOf } from './alt.ts';
import type { NativeChart, NativeLabel } from './panel.ts';

/** What stands at one category of a chart: nothing, or a count. */
export interface Point {
  name: string;
  estimate: Estimate | null;
  records: number;
  /** How many of them stand on the day of their assembly. */
  assemblyDay?: number;
  /** What the sheet says where there is no count. */
  remark?: string | null;
  /** What stands in the place of a number that is not there, in the chart and in the sheet. */
  instead?: string | undefined;
}

/** Labels that have room beside each other; of more, only those stay that say what no length says. */
const MOST_LABELS = 60;

interface OverChart extends Pick<NativeChart, 'title' | 'highest'> {
  kind: 'bar' | 'column';
  measure: MeasureId;
  points: readonly Point[];
}

/** Bars or columns of one measure: hatched up to the most, over it solid to the least, at its end the number as stated. */
export function overChart({ kind, title, measure, points, highest }: OverChart, plot: Plot): NativeChart {
  const { words } = plot;
  const { table } = words.ui;
  const { sheet } = words.drawing;
  const colour = colourOf(measure, plot.theme);
  const numbered = points.map(({ estimate }) => (estimate && !isUnnumbered(estimate) ? estimate : null));
  const most = numbered.map((it) => (it?.high != null && it.high > it.low ? it.high : null));
  const isRanged = most.some((it) => it !== null);
  const crowded = points.filter(({ estimate }) => estimate).length > MOST_LABELS;
  return {
    kind,
    title,
    description: altOf(title, measure, points, plot),
    categories: points.map(({ name }) => name),
    series: [
      ...(isRanged ? [{ name: table.high, values: most, colour, hatched: true }] : []),
      { name: table.low, values: numbered.map((it) => it?.low ?? null), colour, hatched: false },
    ],
    labels: {
      name: sheet.labels,
      at: numbered.map((it, i) => most[i] ?? it?.low ?? 0),
      texts: points.map((point) => {
        const { estimate, instead } = point;
        if (instead !== undefined) return { signs: '', reports: instead };
        return estimate && labelOf(estimate, crowded, plot, isStanding(point));
      }),
    },
    columns: sheetColumns(measure, points, plot),
    highest,
    legend: false,
  };
}

/** The most that any of these states, or the least where nobody states a most. */
export function highestOf(estimates: readonly (Estimate | null)[]): number {
  return Math.max(0, ...estimates.map((it) => (it ? endOf(it) : 0)));
}

/** Whether some of what a point counts stands on the day of an assembly. */
export function isStanding({ assemblyDay = 0 }: Pick<Point, 'assemblyDay'>): boolean {
  return assemblyDay > 0;
}

/** The number in signs; where labels are crowded, null for one that its length says as well. */
export function labelOf(
  estimate: Estimate,
  crowded: boolean,
  { words }: Plot,
  assemblyDay = false,
): NativeLabel | null {
  const isPlain = estimate.high === estimate.low && !estimate.approximate && estimate.unnumbered === 0;
  if (crowded && isPlain && !assemblyDay) return null;
  const reports = estimate.unnumbered > 0 ? [`+${words.number(estimate.unnumbered)}`] : [];
  const stands = assemblyDay ? [words.drawing.assemblyDaySign] : [];
  return { signs: words.signs(estimate), reports: [...reports, ...stands].join(' ') };
}

/** What the sheet says beside the lengths, so that nothing is lost with them. */
export function sheetColumns(
  measure: MeasureId,
  points: readonly Point[],
  { words }: Plot,
): NativeChart['columns'] {
  const { table } = words.ui;
  return [
    {
      name: words.drawing.sheet.inWords,
      values: points.map(({ estimate, remark, instead, assemblyDay = 0 }) => {
        if (!estimate) return instead ?? remark ?? null;
        const said = words.count(estimate, measure);
        return assemblyDay > 0 ? `${said}; ${onAssemblyDay(assemblyDay, words)}` : said;
      }),
    },
    { name: table.unnumbered, values: points.map(({ estimate }) => estimate?.unnumbered ?? null) },
    { name: table.records, values: points.map(({ estimate, records }) => estimate && records) },
  ];
}
