import { type Counts, type Estimate, isUnnumbered } from '@article21/model';
import { gapNotes, groupsOf, type MeasureRows } from '../data/measure-rows.ts';
import { panelName } from '../data/place-pages.ts';
import { estimateOf, type Row } from '../data/rows.ts';
import { stackNotes, stackRows, wholeOf } from '../data/stack-rows.ts';
import { type PartLook, partLooks } from '../marks/part-looks.ts';
import type { Plot } from '../plot.ts';
import type { TimeAxis } from '../scales/time-axis.ts';
import { axisOf, pointsOf } from './bars.ts';
import { altOf, highestOf, labelOf, type OfficePanel, type OfficeSeries, sheetColumns } from './panel.ts';

const MOST_LABELS = 40;
/** Columns of places that a sheet is still read with. */
const MOST_COLUMNS = 60;

/** Columns over time, stacked from the least of each place; what is open stands on top, hatched, for all together. */
export function stackPanels(counts: Counts, plot: Plot) {
  const { groups } = groupsOf(counts, Number.POSITIVE_INFINITY, plot);
  const rows = groups.flatMap((group) => group.rows);
  const time = axisOf(rows, plot);
  const drawn = groups.filter((group) => group.rows.length > 0);
  const looks = partLooks(
    drawn.map((group) => stackRows(group.rows, plot).parts),
    plot,
  );
  const panels = drawn.map((group, i) => stackPanel(group, { time, looks: looks[i] ?? [] }, plot));
  return {
    panels,
    hidden: 0,
    rows,
    time,
    captions: [...stackNotes(groups, plot), ...gapNotes(groups, counts, plot)],
  };
}

function stackPanel(
  group: MeasureRows,
  { time, looks }: { time: TimeAxis | null; looks: readonly PartLook[] },
  plot: Plot,
): OfficePanel {
  const { measure } = group;
  const { words } = plot;
  const title = panelName(measure, plot);
  const whole = pointsOf(wholeOf(group)[0]?.counts ?? [], time, plot);
  const names = time?.names ?? [];
  const valuesOf = (row: Row) => {
    const known = new Map(row.counts.map((count) => [count.period, estimateOf(count)]));
    return names.map((name) => leastOf(known.get(name) ?? null));
  };
  const { parts, others } = stackRows(group.rows, plot);
  const own = parts.map(
    (row, i): OfficeSeries => ({
      ...{ name: row.name, values: valuesOf(row) },
      ...{ colour: looks[i]?.colour ?? '', edge: looks[i]?.edge, hatched: false },
    }),
  );
  // In the sheet each place has a column.
  const apart = others.slice(0, MOST_COLUMNS).map((row) => ({ name: row.name, values: valuesOf(row) }));
  const open = whole.map(({ estimate }) =>
    estimate?.high != null && estimate.high > estimate.low ? estimate.high - estimate.low : null,
  );
  const isOpen = open.some((it) => it !== null);
  const top = isOpen
    ? [{ name: words.drawing.sheet.open, values: open, colour: plot.theme.muted, hatched: true }]
    : [];
  const crowded = whole.filter(({ estimate }) => estimate).length > MOST_LABELS;
  return {
    kind: 'stacked',
    measure,
    title,
    description: altOf(title, measure, whole, plot),
    categories: whole.map(({ name }) => name),
    series: [...own, ...top],
    labels: {
      name: words.drawing.sheet.labels,
      at: whole.map(({ estimate }, i) => (estimate?.low ?? 0) + (open[i] ?? 0)),
      texts: whole.map((point) => point.estimate && labelOf(point.estimate, crowded, plot, point.dating)),
    },
    columns: [...sheetColumns(measure, whole, plot), ...apart],
    highest: highestOf(whole.map(({ estimate }) => estimate)),
    legend: own.length + top.length > 1,
  };
}

function leastOf(estimate: Estimate | null): number | null {
  return estimate && !isUnnumbered(estimate) ? estimate.low : null;
}
