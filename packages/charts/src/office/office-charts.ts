import type { Counts } from '@article21/model';
import { chartOf } from '../charts/index.ts';
import { annotationsOn } from '../data/annotations.ts';
import { onPage } from '../data/place-pages.ts';
import { estimateOf } from '../data/rows.ts';
import { gapKey, legend, notesOf } from '../layout/frame.ts';
import { datingKey } from '../marks/day-signs.ts';
import { type ChartContext, plotOf } from '../plot.ts';
import type { OfficeCharts } from './panel.ts';

/** Counts as charts that can be edited. Throws where `draw` does. */
export function officeCharts(chart: string, counts: Counts, context: ChartContext): OfficeCharts {
  const { needs, office } = chartOf(chart);
  const plot = onPage(needs, counts, plotOf(context));
  const made = office(counts, plot);
  const { panels, hidden, hiddenEmpty, captions = [], rows, time, gaps = new Set() } = made;
  const { drawing } = plot.words;
  const estimates = time
    ? rows.flatMap((row) => row.counts.map(estimateOf))
    : rows.map((row) => row.estimate);
  const dated = time == null ? [] : rows.flatMap((row) => row.counts);
  const isTable = panels.some((panel) => panel.kind === 'table');
  // A table has no lengths to be hatched, and no edges either: its cells say the range themselves.
  const absent: readonly string[] = isTable ? [drawing.legend.hatch, drawing.legend.edge] : [];
  const isStack = panels.some(
    (panel) => panel.kind === 'stacked' && panel.series.filter(({ hatched }) => !hatched).length > 1,
  );
  return {
    panels,
    notes: [
      ...captions,
      ...notesOf(counts, { dated: time !== undefined, hidden, hiddenEmpty }, plot),
      [
        ...(isStack ? [drawing.legend.stack] : []),
        ...gapKey(gaps, plot),
        ...legend(estimates, { ringed: false }, plot),
        ...datingKey(dated, plot.words),
      ]
        .filter((text) => !absent.includes(text))
        .join(' · '),
    ].filter((note) => note !== ''),
    annotations: time ? annotationsOn(time, plot).map((annotation) => annotation.dated) : [],
  };
}
