import { type Estimate, isUnnumbered, type MeasureId } from '@article21/model';
import type { BigNumber } from '../data/big-numbers.ts';
import type { CoverageGap } from '../data/coverage.ts';
import type { Row } from '../data/rows.ts';
import { endOf } from '../marks/bar.ts';
import { certain, type Dating, datingTexts, daySignsOf } from '../marks/day-signs.ts';
import { colourOf } from '../marks/mark.ts';
import type { Plot } from '../plot.ts';
import type { TimeAxis } from '../scales/time-axis.ts';

/**
 * A chart as any office program has it: categories, series and a sheet. `bar` and `column` draw their series over each
 * other, the first at the back, so that each number in the sheet is one that sources state; `stacked` puts them on top of
 * each other.
 */
export interface OfficeChart extends Named {
  kind: 'bar' | 'column' | 'stacked';
  categories: readonly string[];
  series: readonly OfficeSeries[];
  labels: { name: string; at: readonly number[]; texts: readonly (OfficeLabel | null)[] };
  columns: readonly { name: string; values: readonly (string | number | null)[] }[];
  /** What the axis must reach: the same for all panels of a measure. */
  highest: number;
  legend: boolean;
}

interface Named {
  /** What is counted in it. */
  measure: MeasureId;
  title: string;
  /** Its text alternative. */
  description: string;
}

export interface OfficeSeries {
  name: string;
  values: readonly (number | null)[];
  colour: string;
  /** The edge of an area so light that it would not stand out; its own colour unless given. */
  edge?: string | undefined;
  hatched: boolean;
}

/** The number in signs, and beside it, lighter, the reports without one, as `+2`, or what stands in its place. */
interface OfficeLabel {
  signs: string;
  reports: string;
}

/** A table whose cells may have a colour; the first row and the first column are its head. */
interface OfficeTable extends Named {
  kind: 'table';
  rows: readonly (readonly OfficeCell[])[];
}

export interface OfficeCell {
  text: string;
  fill: string | null;
  ink: string;
  /** Hatched in its ink: nobody is known to have watched. */
  hatched: boolean;
}

export type OfficePanel = OfficeChart | OfficeTable | BigNumber;

/** Counts as charts that can be edited. Units never share an axis: each measure has panels of its own. */
export interface OfficeCharts {
  panels: readonly OfficePanel[];
  /** How to read the signs, and what is not drawn. */
  notes: readonly string[];
  /** Annotations with their dates, which no such chart can hold. */
  annotations: readonly string[];
}

/** What a chart type makes of counts for an office program: its panels, and what the words beside them are made of. */
export interface OfficeParts {
  panels: readonly OfficePanel[];
  hidden: number;
  /** How many places without a record are left out. */
  hiddenEmpty?: number;
  /** What stands under the panels before all that stands under any chart. */
  captions?: readonly string[];
  rows: readonly Row[];
  time?: TimeAxis | null;
  /** What no record means, as far as it is drawn. */
  gaps?: ReadonlySet<CoverageGap>;
}

/** What stands at one category of a chart: nothing, or a count. */
export interface Point {
  name: string;
  estimate: Estimate | null;
  records: number;
  /** What is not certain of their days; nothing where no days are drawn. */
  dating?: Dating;
  /** What the sheet says where there is no count. */
  note?: string | null;
  /** What stands in the place of a number that is not there, in the chart and in the sheet. */
  instead?: string | undefined;
}

/** Labels that have room beside each other; of more, only those stay that say what no length says. */
const MOST_LABELS = 40;

interface OverChart extends Pick<OfficeChart, 'title' | 'highest'> {
  kind: 'bar' | 'column';
  measure: MeasureId;
  points: readonly Point[];
}

/** Bars or columns of one measure: hatched up to the most, over it solid to the least, at its end the number as stated. */
export function overChart({ kind, title, measure, points, highest }: OverChart, plot: Plot): OfficeChart {
  const { words } = plot;
  const { table } = words.ui;
  const { sheet } = words.drawing;
  const colour = colourOf(measure, plot);
  const numbered = points.map(({ estimate }) => (estimate && !isUnnumbered(estimate) ? estimate : null));
  const most = numbered.map((it) => (it?.high != null && it.high > it.low ? it.high : null));
  const isRanged = most.some((it) => it !== null);
  const crowded = points.filter(({ estimate }) => estimate).length > MOST_LABELS;
  return {
    kind,
    measure,
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
        return estimate && labelOf(estimate, crowded, plot, point.dating);
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

/** The number in signs; where labels are crowded, null for one that its length says as well. */
export function labelOf(
  estimate: Estimate,
  crowded: boolean,
  { words }: Plot,
  dating: Dating = certain,
): OfficeLabel | null {
  const isPlain = estimate.high === estimate.low && !estimate.approximate && estimate.unnumbered === 0;
  const days = daySignsOf(dating).map((sign) => words.drawing.daySigns[sign]);
  if (crowded && isPlain && days.length === 0) return null;
  const reports = estimate.unnumbered > 0 ? [`+${words.number(estimate.unnumbered)}`] : [];
  return { signs: words.signs(estimate), reports: [...reports, ...days].join(' ') };
}

/** What the sheet says beside the lengths, so that nothing is lost with them. */
export function sheetColumns(
  measure: MeasureId,
  points: readonly Point[],
  { words }: Plot,
): OfficeChart['columns'] {
  const { table } = words.ui;
  return [
    {
      name: words.drawing.sheet.inWords,
      values: points.map(({ estimate, note, instead, dating = certain }) => {
        if (!estimate) return instead ?? note ?? null;
        return [words.count(estimate, measure), ...datingTexts(dating, words)].join('; ');
      }),
    },
    { name: table.unnumbered, values: points.map(({ estimate }) => estimate?.unnumbered ?? null) },
    { name: table.records, values: points.map(({ estimate, records }) => estimate && records) },
  ];
}

/** Counts that are read out in full before the rest is only counted. */
const READ = 12;

/** The text alternative of one panel. */
export function altOf(title: string, measure: MeasureId, points: readonly Point[], { words }: Plot): string {
  const captions = points.flatMap(({ name, estimate, instead }) => {
    const number = estimate ? words.count(estimate, measure) : instead;
    return number === undefined ? [] : [`${name}: ${number}`];
  });
  if (captions.length === 0) return `${title}. ${words.drawing.noNumber}`;
  const rest = captions.length - READ;
  const more = rest > 0 ? [words.plural(words.drawing.moreMarks, rest)] : [];
  return `${title}. ${[...captions.slice(0, READ), ...more].join('; ')}.`;
}
