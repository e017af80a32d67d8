import type { Count, Counts, Estimate } from '@article21/model';
import type { Silence } from '../coverage.ts';
import { groupsOf } from '../groups.ts';
import type { Plot } from '../plot.ts';
import { estimateOf, type Row } from '../rows.ts';
import { silencesOf } from '../silences.ts';
import { silentNotes } from '../silent-rows.ts';
import { type TimeAxis, timeAxis } from '../time.ts';
import { highestOf, overChart, type Point } from './over.ts';
import type { NativePanel } from './panel.ts';

/** Places that have a panel of their own; how many more there are is said beside them. */
const MOST_STRIPS = 12;
/** Any: how wide an axis is decides only which of its buckets are named, and a native chart decides that itself. */
const WIDTH = 900;

/** Columns over time: a panel for each place, those of a measure on one scale. What has no record has no panel. */
export function columnPanels(counts: Counts, plot: Plot) {
  return panelsOf(counts, plot, () => () => null);
}

/** The days of a calendar in a row: those that somebody watched without recording anything are zero. */
export function dayPanels(counts: Counts, plot: Plot) {
  const kinds = new Set<Silence>();
  const made = panelsOf(counts, plot, (row, names) => {
    const silences = silencesOf(row, names, counts, plot);
    for (const kind of silences.kinds) kinds.add(kind);
    return silences.at;
  });
  // What nobody watched has no column; the sheet says which days those are.
  kinds.delete('unmonitored');
  return { ...made, silences: kinds };
}

type SilenceAt = (bucket: string) => Silence | null;

function panelsOf(counts: Counts, plot: Plot, silent: (row: Row, names: readonly string[]) => SilenceAt) {
  const { groups, hidden } = groupsOf(counts, MOST_STRIPS, plot);
  const rows = groups.flatMap((group) => group.rows);
  const time = axisOf(rows, plot);
  const panels = groups.flatMap((group) => {
    const highest = highestOf(group.rows.flatMap((row) => row.counts.map(estimateOf)));
    return group.rows.map((row) => {
      const points = pointsOf(row.counts, time, plot, silent(row, time?.names ?? []));
      return panelOf(row, points, highest, plot);
    });
  });
  return { panels, hidden, rows, time, told: silentNotes(groups, counts, plot) };
}

function panelOf(row: Row, points: readonly Point[], highest: number, plot: Plot): NativePanel {
  const { panel } = plot.words.measure[row.measure];
  const title = row.place === undefined ? panel : `${row.name}. ${panel}`;
  return overChart({ kind: 'column', title, measure: row.measure, points, highest }, plot);
}

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
  silenceAt: SilenceAt = () => null,
): Point[] {
  const known = new Map(counts.map((count) => [count.period, count]));
  return (time?.names ?? []).map((bucket) => {
    const count = known.get(bucket);
    const silence = silenceAt(bucket);
    const estimate = count ? estimateOf(count) : silence === 'zero' ? ZERO : null;
    const remark = silence === 'unmonitored' ? words.drawing.silence.unmonitored : null;
    return {
      name: words.bucket(bucket, query),
      estimate,
      records: count?.records ?? 0,
      assemblyDay: count?.assemblyDay ?? 0,
      remark,
    };
  });
}
