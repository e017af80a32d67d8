import type { Counts } from '@article21/model';
import { chartOf } from '../charts/index.ts';
import { annotationsOn } from '../data/annotations.ts';
import type { CoverageGap } from '../data/coverage.ts';
import { estimateOf, type Row } from '../data/rows.ts';
import { gapKey, legend, notesOf } from '../layout/frame.ts';
import { type ChartContext, type Plot, plotOf } from '../plot.ts';
import type { TimeAxis } from '../scales/time-axis.ts';
import { barPanels, columnPanels, dayPanels, stagePanels } from './bars.ts';
import type { OfficeCharts, OfficePanel } from './panel.ts';
import { stackPanels } from './stacks.ts';
import { tablePanels } from './tables.ts';

interface Made {
  panels: readonly OfficePanel[];
  hidden: number;
  /** How many places without a record are left out. */
  hiddenEmpty?: number;
  /** What no record of places means that no panel has a row for. */
  captions?: readonly string[];
  rows: readonly Row[];
  time?: TimeAxis | null;
  /** What no record means, as far as it is drawn. */
  gaps?: ReadonlySet<CoverageGap>;
}

type Maker = (counts: Counts, plot: Plot) => Made;

/**
 * What an office program can draw of each chart. What it has no chart for is the nearest that says the same: a map its
 * list of places, a calendar its days in a row, a heat map a table in colour.
 */
const makers: Readonly<Record<string, Maker>> = {
  bar: barPanels,
  map: barPanels,
  line: columnPanels,
  multiples: columnPanels,
  calendar: dayPanels,
  stacked: stackPanels,
  heatmap: (counts, plot) => tablePanels(counts, plot) ?? stackPanels(counts, plot),
  funnel: (counts, plot) => stagePanels(counts, chartOf('funnel').needs.measures ?? [], plot),
};

/** Counts as charts that can be edited. Throws on a chart that no office program draws, and where `draw` does. */
export function officeCharts(chart: string, counts: Counts, context: ChartContext): OfficeCharts {
  const plot = plotOf(context);
  const make = Object.hasOwn(makers, chart) ? makers[chart] : undefined;
  if (!make) throw new Error(`unknown chart: ${chart} (known: ${Object.keys(makers).join(', ')})`);
  const { panels, hidden, hiddenEmpty, captions = [], rows, time, gaps = new Set() } = make(counts, plot);
  const { drawing } = plot.words;
  const estimates = time
    ? rows.flatMap((row) => row.counts.map(estimateOf))
    : rows.map((row) => row.estimate);
  const standing = time != null && rows.some((row) => row.counts.some((count) => count.assemblyDay > 0));
  const isTable = panels.some((panel) => panel.kind === 'table');
  // A table has no lengths to be hatched, and no edges either: its cells say the range themselves.
  const absent: readonly string[] = isTable ? [drawing.legend.hatch, drawing.legend.edge] : [];
  const isStack = panels.some((panel) => panel.kind === 'stacked');
  return {
    panels,
    notes: [
      ...(chart === 'funnel' ? [drawing.stages] : []),
      ...captions,
      ...notesOf(counts, { dated: time !== undefined, hidden, hiddenEmpty }, plot),
      [
        ...(isStack ? [drawing.legend.stack] : []),
        ...gapKey(gaps, plot),
        ...legend(estimates, { ringed: false }, plot),
        ...(standing ? [drawing.legend.assemblyDay] : []),
      ]
        .filter((text) => !absent.includes(text))
        .join(' · '),
    ].filter((note) => note !== ''),
    annotations: time ? annotationsOn(time, plot).map((annotation) => annotation.dated) : [],
  };
}
