import type { Counts } from '@article21/model';
import { remarksOn } from '../annotations.ts';
import type { ChartContext } from '../chart.ts';
import { chartOf } from '../charts/index.ts';
import type { Silence } from '../coverage.ts';
import { legend, notesOf } from '../notes.ts';
import { type Plot, plotOf } from '../plot.ts';
import { estimateOf, type Row } from '../rows.ts';
import { silenceKey } from '../silence-key.ts';
import type { TimeAxis } from '../time.ts';
import { barPanels, stagePanels } from './bars.ts';
import { columnPanels, dayPanels } from './columns.ts';
import type { Native, NativePanel } from './panel.ts';
import { stackPanels } from './stacks.ts';
import { tablePanels } from './tables.ts';

interface Made {
  panels: readonly NativePanel[];
  hidden: number;
  /** How many places without a record are left out. */
  silent?: number;
  /** What the silence of places means that no panel has a row for. */
  told?: readonly string[];
  rows: readonly Row[];
  time?: TimeAxis | null;
  /** What no record means, as far as it is drawn. */
  silences?: ReadonlySet<Silence>;
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
export function native(chart: string, counts: Counts, context: ChartContext): Native {
  const plot = plotOf(context);
  const make = Object.hasOwn(makers, chart) ? makers[chart] : undefined;
  if (!make) throw new Error(`unknown chart: ${chart} (known: ${Object.keys(makers).join(', ')})`);
  const { panels, hidden, silent, told = [], rows, time, silences = new Set() } = make(counts, plot);
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
      ...told,
      ...notesOf(counts, { dated: time !== undefined, hidden, silent }, plot),
      [
        ...(isStack ? [drawing.legend.stack] : []),
        ...silenceKey(silences, plot),
        ...legend(estimates, { ringed: false }, plot),
        ...(standing ? [drawing.legend.assemblyDay] : []),
      ]
        .filter((text) => !absent.includes(text))
        .join(' · '),
    ].filter((note) => note !== ''),
    remarks: time ? remarksOn(time, plot).map((remark) => remark.dated) : [],
  };
}
