import { type Counts, type Estimate, isUnnumbered } from '@article21/model';
import { gapNotes, groupsOf, type MeasureRows, wholeOf } from '../data/measure-rows.ts';
import { estimateOf } from '../data/rows.ts';
import { colourOf } from '../marks/mark.ts';
import { SHADES, shadeOf } from '../marks/segments.ts';
import type { Plot } from '../plot.ts';
import type { TimeAxis } from '../scales/time-axis.ts';
import { axisOf, pointsOf } from './bars.ts';
import {
  altOf,
  highestOf,
  isStanding,
  labelOf,
  type OfficePanel,
  type OfficeSeries,
  sheetColumns,
} from './panel.ts';

/** Places that the sheet has room for; how many more there are is said beside it. */
const MOST_PARTS = 60;
const MOST_LABELS = 60;

/** Columns over time, stacked from the least of each place; what is open stands on top, hatched, for all together. */
export function stackPanels(counts: Counts, plot: Plot) {
  const { groups, hidden } = groupsOf(counts, MOST_PARTS, plot);
  const rows = groups.flatMap((group) => group.rows);
  const time = axisOf(rows, plot);
  const drawn = groups.filter((group) => group.rows.length > 0);
  const panels = drawn.map((group) => stackPanel(group, time, plot));
  return { panels, hidden, rows, time, captions: gapNotes(groups, counts, plot) };
}

function stackPanel(group: MeasureRows, time: TimeAxis | null, plot: Plot): OfficePanel {
  const { measure } = group;
  const { words } = plot;
  const title = words.measure[measure].panel;
  const whole = pointsOf(wholeOf(group)[0]?.counts ?? [], time, plot);
  const names = time?.names ?? [];
  const colour = colourOf(measure, plot.theme);
  const parts = group.rows.map((row, i): OfficeSeries => {
    const known = new Map(row.counts.map((count) => [count.period, estimateOf(count)]));
    const values = names.map((name) => leastOf(known.get(name) ?? null));
    return { name: row.name, values, colour: shadeOf(i, measure, plot), hatched: false };
  });
  const { own, others } = apart(parts, plot);
  const open = whole.map(({ estimate }) =>
    estimate?.high != null && estimate.high > estimate.low ? estimate.high - estimate.low : null,
  );
  const isOpen = open.some((it) => it !== null);
  const top = isOpen ? [{ name: words.drawing.sheet.open, values: open, colour, hatched: true }] : [];
  const crowded = whole.filter(({ estimate }) => estimate).length > MOST_LABELS;
  return {
    kind: 'stacked',
    title,
    description: altOf(title, measure, whole, plot),
    categories: whole.map(({ name }) => name),
    series: [...own, ...top],
    labels: {
      name: words.drawing.sheet.labels,
      at: whole.map(({ estimate }, i) => (estimate?.low ?? 0) + (open[i] ?? 0)),
      texts: whole.map(
        (point) => point.estimate && labelOf(point.estimate, crowded, plot, isStanding(point)),
      ),
    },
    columns: [...sheetColumns(measure, whole, plot), ...others],
    highest: highestOf(whole.map(({ estimate }) => estimate)),
    legend: own.length + top.length > 1,
  };
}

/** The places that have a shade of their own; those after them are one part of the stack, and each a column of the sheet. */
function apart(parts: readonly OfficeSeries[], { words }: Plot) {
  if (parts.length <= SHADES.length) return { own: parts, others: [] };
  const own = parts.slice(0, SHADES.length - 1);
  const others = parts.slice(own.length);
  const sums = (others[0]?.values ?? []).map((_, i) => {
    const known = others.flatMap((it) => it.values[i] ?? []);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  });
  const name = words.plural(words.drawing.otherPlaces, others.length);
  const rest = { name, values: sums, colour: others[0]?.colour ?? '', hatched: false };
  return { own: [...own, rest], others: others.map((it) => ({ name: it.name, values: it.values })) };
}

function leastOf(estimate: Estimate | null): number | null {
  return estimate && !isUnnumbered(estimate) ? estimate.low : null;
}
