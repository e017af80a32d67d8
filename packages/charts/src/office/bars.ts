import type { Count, Counts, Estimate, MeasureId } from '@article21/model';
import { barRows } from '../data/bar-rows.ts';
import { bigNumber } from '../data/big-numbers.ts';
import { type CoverageGap, gapsOfRow } from '../data/coverage.ts';
import { gapNotes, groupsOf, type RowGap } from '../data/measure-rows.ts';
import { panelName } from '../data/place-pages.ts';
import { estimateOf, measuresOf, type Row, rowId, rowsOf } from '../data/rows.ts';
import { certain } from '../marks/day-signs.ts';
import type { Plot } from '../plot.ts';
import { type TimeAxis, timeAxis } from '../scales/time-axis.ts';
import { haveOwnScales } from '../scales/value-axis.ts';
import { highestOf, type OfficePanel, overChart, type Point } from './panel.ts';

/** Bars that one panel can hold and still be read from the back of a room. */
const IN_PANEL = 13;

/**
 * Bars by place, the largest first, and last the places without a record; a long list in several panels. `rows` is what
 * is drawn, for the key.
 */
export function barPanels(counts: Counts, plot: Plot) {
  const { plots, hidden, hiddenEmpty } = barRows(counts, plot);
  const panels = plots.flatMap(({ measure, rows, rowGaps }) => {
    const highest = highestOf(rows.map((row) => row.estimate));
    const points = [...rows, ...rowGaps.map(pointOf)];
    return pieces(points, IN_PANEL).map((piece) => barPanel(measure, piece, highest, plot));
  });
  const kinds = new Set(plots.flatMap(({ rowGaps }) => rowGaps.map((it) => it.kind)));
  // The words stand beside the name; nothing is hatched and nothing is empty.
  kinds.delete('unmonitored');
  kinds.delete('unknown');
  return { panels, hidden, hiddenEmpty, gaps: kinds, rows: plots.flatMap(({ rows }) => rows) };
}

/** Stage by stage, each number alone, in the order in which they happen: bars of several units would all be full. */
export function stagePanels(counts: Counts, order: readonly MeasureId[], plot: Plot) {
  const ids = measuresOf(plot);
  const measures = [...order.filter((id) => ids.includes(id)), ...ids.filter((id) => !order.includes(id))];
  const stages = measures.map((measure) => ({ measure, rows: rowsOf(counts, measure, plot) }));
  const panels = stages.flatMap(({ measure, rows }) =>
    rows.map((row) => bigNumber(measure, row.estimate, plot.words.measure(measure).panel, plot.words)),
  );
  return {
    panels,
    hidden: 0,
    captions: [plot.words.drawing.stages],
    rows: stages.flatMap(({ rows }) => rows),
  };
}

/** A list in pieces of at most so many, as even as can be; none of an empty list. */
export function pieces<T>(list: readonly T[], most: number): T[][] {
  const count = Math.ceil(list.length / most);
  const size = Math.ceil(list.length / count);
  return Array.from({ length: count }, (_, i) => list.slice(i * size, (i + 1) * size));
}

/** Any: how wide an axis is decides only which of its buckets are named, and an office chart decides that itself. */
const WIDTH = 900;

/**
 * Columns over time: a panel for each place, at most `most`, those of a measure on one scale. What has no record has no panel.
 */
export function columnPanels(counts: Counts, most: number, plot: Plot) {
  return panelsOf(counts, { most }, plot);
}

/** The same for small charts, which have a scale each where most would be flat on one for all. */
export function smallPanels(counts: Counts, most: number, plot: Plot) {
  return panelsOf(counts, { most, isOwn: (plots) => haveOwnScales(plots, plot) }, plot);
}

/** The days of a calendar in a row: those that somebody watched without recording anything are zero. */
export function dayPanels(counts: Counts, most: number, plot: Plot) {
  const kinds = new Set<CoverageGap>();
  const gapsIn = (row: Row, names: readonly string[]) => {
    const gaps = gapsOfRow(row, names, counts, plot);
    for (const kind of gaps.kinds) kinds.add(kind);
    return gaps.at;
  };
  const made = panelsOf(counts, { most, gapsIn }, plot);
  // What nobody watched has no column; the sheet says which days those are.
  kinds.delete('unmonitored');
  return { ...made, gaps: kinds };
}

type GapAt = (bucket: string) => CoverageGap | null;

/** The axis of time of these rows; null where there is nothing on it. */
export function axisOf(rows: readonly Row[], plot: Plot): TimeAxis | null {
  const dated = rows.flatMap((row) => row.counts);
  return dated.length === 0 ? null : timeAxis(dated, WIDTH, plot);
}

const ZERO: Estimate = { low: 0, high: 0, approximate: false, unnumbered: 0 };

/**
 * Every bucket of the axis, with its count where there is one. Where none is, nothing is drawn, but zero where somebody
 * watched.
 */
export function pointsOf(
  counts: readonly Count[],
  time: TimeAxis | null,
  { words, query }: Plot,
  gapAt: GapAt = () => null,
): Point[] {
  const known = new Map(counts.map((count) => [count.period, count]));
  return (time?.names ?? []).map((bucket) => {
    const count = known.get(bucket);
    const gap = gapAt(bucket);
    const estimate = count ? estimateOf(count) : gap === 'zero' ? ZERO : null;
    const note = gap === 'unmonitored' ? words.drawing.coverageGap.unmonitored : null;
    return {
      name: words.bucket(bucket, query),
      estimate,
      records: count?.records ?? 0,
      dating: count ?? certain,
      note,
    };
  });
}

function pointOf({ row, kind, text }: RowGap): Point {
  if (kind === 'zero') return row;
  return { name: row.name, estimate: null, records: 0, instead: text };
}

function barPanel(measure: MeasureId, points: readonly Point[], highest: number, plot: Plot): OfficePanel {
  return overChart({ kind: 'bar', title: panelName(measure, plot), measure, points, highest }, plot);
}

/** How panels of columns are made. */
interface Columns {
  /** How many of a measure. */
  most: number;
  /** What no record means in a bucket; nothing is drawn for it, unless given. */
  gapsIn?: (row: Row, names: readonly string[]) => GapAt;
  /** Whether each has a scale of its own. */
  isOwn?: (plots: readonly (readonly Estimate[])[]) => boolean;
}

function panelsOf(
  counts: Counts,
  { most, gapsIn = () => () => null, isOwn = () => false }: Columns,
  given: Plot,
) {
  const { groups, hidden, plot } = groupsOf(counts, most, given);
  const rows = groups.flatMap((group) => group.rows);
  const time = axisOf(rows, plot);
  const panels = groups.flatMap((group) => {
    const all = group.rows.map((row) => row.counts.map(estimateOf));
    const own = isOwn(all);
    return group.rows.map((row, i) => {
      const highest = highestOf(own ? (all[i] ?? []) : all.flat());
      const points = pointsOf(row.counts, time, plot, gapsIn(row, time?.names ?? []));
      return columnPanel(row, points, highest, plot);
    });
  });
  // Over each of many panels it would be most of their titles.
  const named = plot.placePages ? groups.map(({ measure }) => panelName(measure, plot)) : [];
  return { panels, hidden, rows, time, captions: [...named, ...gapNotes(groups, counts, plot)] };
}

function columnPanel(row: Row, points: readonly Point[], highest: number, plot: Plot): OfficePanel {
  const { panel } = plot.words.measure(row.measure);
  const title = rowId(row) === undefined ? panel : `${row.name}. ${panel}`;
  return overChart({ kind: 'column', title, measure: row.measure, points, highest }, plot);
}
