import type { ChartId } from '@article21/messages';
import type { Counts } from '@article21/model';
import type { Drawing } from '../chart.ts';
import { onPage } from '../data/place-pages.ts';
import { type ChartContext, plotOf } from '../plot.ts';
import { bar } from './bar.ts';
import { calendar } from './calendar.ts';
import type { Chart } from './chart.ts';
import { compare } from './compare.ts';
import { heatmap } from './heatmap.ts';
import { map } from './map.ts';
import { multiples } from './multiples.ts';
import { overTime } from './over-time.ts';
import { stacked } from './stacked.ts';
import { stages } from './stages.ts';

/** Every chart type, by the id that a query's `chart` names, in the order in which they are offered. */
const charts: Readonly<Record<ChartId, Chart>> = {
  bar,
  line: overTime,
  stacked,
  heatmap,
  calendar,
  multiples,
  compare,
  map,
  funnel: stages,
};

/** The ids of the charts that exist. */
export const chartIds = Object.keys(charts).filter(isChartId);

/** The id itself, where a chart has it. Throws where none has. */
export function chartIdOf(id: string): ChartId {
  if (!isChartId(id)) throw new Error(`unknown chart: ${id} (known: ${Object.keys(charts).join(', ')})`);
  return id;
}

function isChartId(id: string): id is ChartId {
  return Object.hasOwn(charts, id);
}

/** The chart of an id. Throws on one that no chart has. */
export function chartOf(id: string): Chart {
  return charts[chartIdOf(id)];
}

/** Draws counts as the chart of an id. Throws on an id that no chart has, and on a place that is not known. */
export function draw(chart: string, counts: Counts, context: ChartContext): Drawing {
  const { needs, draw } = chartOf(chart);
  return draw(counts, onPage(needs, counts, plotOf(context)));
}
