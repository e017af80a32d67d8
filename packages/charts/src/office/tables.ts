import type { Count, Counts, MeasureId } from '@article21/model';
import { type CoverageGap, gapsOfRow } from '../data/coverage.ts';
import { coveredRows, groupsOf } from '../data/measure-rows.ts';
import { panelName } from '../data/place-pages.ts';
import { estimateOf, type Row } from '../data/rows.ts';
import type { Plot } from '../plot.ts';
import { shadesOf } from '../scales/colour-steps.ts';
import { inkOn } from '../theme.ts';
import { axisOf, pieces } from './bars.ts';
import { altOf, labelOf, type OfficeCell, type OfficePanel, type Point } from './panel.ts';

const MOST_ROWS = 60;
/** What can be read from the back of a room. */
const IN_PANEL = { rows: 11, columns: 8 };
/** With more there would be more slides than anybody wants; a stack has room for any number. */
const MOST_COLUMNS = 24;

/** A table of places and periods in colour, in as many panels as it takes; null where it has too many periods. */
export function tablePanels(counts: Counts, given: Plot) {
  const { groups, hidden, plot } = groupsOf(counts, MOST_ROWS, given);
  const covered = groups.map((group) => ({ measure: group.measure, ...coveredRows(group, MOST_ROWS) }));
  const rows = covered.flatMap((group) => group.rows);
  const time = axisOf(rows, plot);
  const names = time?.names ?? [];
  if (names.length > MOST_COLUMNS) return null;
  const gaps = new Map(rows.map((row) => [row, gapsOfRow(row, names, counts, plot)]));
  const gapAt = (row: Row, period: string) => gaps.get(row)?.at(period) ?? null;
  const panels = covered.flatMap((group) =>
    pieces(group.rows, IN_PANEL.rows).flatMap((some) =>
      pieces(names, IN_PANEL.columns).map((periods) =>
        tableOf(group.measure, { all: group.rows, rows: some, periods, gapAt }, plot),
      ),
    ),
  );
  const kinds = new Set([...gaps.values()].flatMap((it) => [...it.kinds]));
  const hiddenEmpty = Math.max(0, ...covered.map((it) => it.hidden));
  return { panels, hidden, hiddenEmpty, rows, time, gaps: kinds };
}

interface Part {
  all: readonly Row[];
  rows: readonly Row[];
  periods: readonly string[];
  gapAt(row: Row, period: string): CoverageGap | null;
}

function tableOf(measure: MeasureId, { all, rows, periods, gapAt }: Part, plot: Plot): OfficePanel {
  const { words } = plot;
  const { theme } = plot;
  const shades = shadesOf(
    all.flatMap((row) => row.counts.map(estimateOf)),
    measure,
    plot,
  );
  const head = (text: string): OfficeCell => ({ text, fill: null, ink: theme.ink, hatched: false });
  const gapCell = (gap: CoverageGap | null): OfficeCell => ({
    ...{ text: gap === 'zero' ? '0' : '', fill: null },
    ...{ ink: theme.muted, hatched: gap === 'unmonitored' },
  });
  const cell = (count: Count): OfficeCell => {
    const { signs = '', reports = '' } = labelOf(estimateOf(count), false, plot, count) ?? {};
    const fill = count.low > 0 ? shades.fill(count) : null;
    const text = [signs, reports].filter(Boolean).join(' ');
    return { text, fill, ink: fill === null ? theme.ink : inkOn(fill, theme), hatched: false };
  };
  const title = panelName(measure, plot);
  const points = pointsOf(rows, periods, plot);
  return {
    kind: 'table',
    measure,
    title,
    description: altOf(title, measure, points, plot),
    rows: [
      [head(''), ...periods.map((period) => head(words.bucket(period, plot.query)))],
      ...rows.map((row) => [
        head(row.name),
        ...periods.map((period) => {
          const count = row.counts.find((it) => it.period === period);
          return count ? cell(count) : gapCell(gapAt(row, period));
        }),
      ]),
    ],
  };
}

function pointsOf(rows: readonly Row[], periods: readonly string[], { words, query }: Plot): Point[] {
  return rows.flatMap((row) =>
    row.counts
      .filter((it) => periods.includes(it.period ?? ''))
      .map((count) => ({
        name: `${row.name}, ${words.bucket(count.period ?? '', query)}`,
        estimate: estimateOf(count),
        records: count.records,
        dating: count,
      })),
  );
}
