import { type Counts, type Estimate, isUnnumbered } from '@article21/model';
import type { ChartContext } from '../chart.ts';
import { groupsOf, type MeasureRows } from '../groups.ts';
import { colourOf } from '../mark.ts';
import { estimateOf } from '../rows.ts';
import { shadeOf, wholeOf } from '../stack.ts';
import { chartThemes } from '../theme.ts';
import type { TimeAxis } from '../time.ts';
import { altOf } from './alt.ts';
import { axisOf, pointsOf } from './columns.ts';
import { labelOf, sheetColumns } from './over.ts';
import type { NativePanel, NativeSeries } from './panel.ts';

/** Places that can be told apart in a legend; how many more there are is said beside it. */
const MOST_PARTS = 60;
const MOST_LABELS = 60;

/** Columns over time, stacked from the least of each place; what is open stands on top, hatched, for all together. */
export function stackPanels(counts: Counts, context: ChartContext) {
  const { groups, hidden } = groupsOf(counts, MOST_PARTS, context);
  const rows = groups.flatMap((group) => group.rows);
  const time = axisOf(rows, context);
  return { panels: groups.map((group) => stackPanel(group, time, context)), hidden, rows, time };
}

function stackPanel(group: MeasureRows, time: TimeAxis | null, context: ChartContext): NativePanel {
  const { measure } = group;
  const { words } = context;
  const title = words.measure[measure].panel;
  const whole = pointsOf(wholeOf(group)[0]?.counts ?? [], time, context);
  const names = time?.names ?? [];
  const colour = colourOf(measure, chartThemes[context.theme]);
  const parts = group.rows.map((row, i): NativeSeries => {
    const known = new Map(row.counts.map((count) => [count.period, estimateOf(count)]));
    const values = names.map((name) => leastOf(known.get(name) ?? null));
    return { name: row.name, values, colour: shadeOf(i, measure, context), hatched: false };
  });
  const open = whole.map(({ estimate }) =>
    estimate?.high != null && estimate.high > estimate.low ? estimate.high - estimate.low : null,
  );
  const isOpen = open.some((it) => it !== null);
  const top = isOpen ? [{ name: words.drawing.sheet.open, values: open, colour, hatched: true }] : [];
  const crowded = whole.filter(({ estimate }) => estimate).length > MOST_LABELS;
  return {
    kind: 'stacked',
    title,
    description: altOf(title, measure, whole, context),
    categories: whole.map(({ name }) => name),
    series: [...parts, ...top],
    labels: {
      name: words.drawing.sheet.labels,
      at: whole.map(({ estimate }, i) => (estimate?.low ?? 0) + (open[i] ?? 0)),
      texts: whole.map(({ estimate }) => estimate && labelOf(estimate, crowded, context)),
    },
    columns: sheetColumns(measure, whole, context),
    legend: group.rows.length > 0,
  };
}

function leastOf(estimate: Estimate | null): number | null {
  return estimate && !isUnnumbered(estimate) ? estimate.low : null;
}
