import { chartTexts } from '@article21/messages';
import type { Count, Counts } from '@article21/model';
import type { Drawing } from '../chart.ts';
import { annotationsOn, concerning } from '../data/annotations.ts';
import { gapsOfRow } from '../data/coverage.ts';
import { gapNotes, groupsOf, type MeasureRows } from '../data/measure-rows.ts';
import { rowId } from '../data/rows.ts';
import { type AnnotationsOver, annotationsOver } from '../layout/annotations.ts';
import { inColumns } from '../layout/columns.ts';
import { endLabelsHeight, endLabelsWidth } from '../layout/end-labels.ts';
import { heading, notesOf } from '../layout/frame.ts';
import { MANY } from '../layout/panel.ts';
import { type Content, picture } from '../layout/picture.ts';
import { type DrawnSteps, type StepSigns, stepPlot } from '../layout/step-plot.ts';
import { areCrowded, stepTiles, tilesOf } from '../layout/step-tiles.ts';
import { axisWidth, HEADROOM, withHeadroom } from '../layout/strips.ts';
import { lookOf, MOST_SERIES } from '../marks/series-look.ts';
import type { Box, Shape } from '../marks/shape.ts';
import type { Series } from '../marks/steps.ts';
import { columnPanels } from '../office/bars.ts';
import { heightIn, type Plot } from '../plot.ts';
import { TICKS, type TimeAxis, timeAxis } from '../scales/time-axis.ts';
import { type Scale, scaleFor, uprightIn } from '../scales/value-axis.ts';
import type { Chart } from './chart.ts';

const HEIGHT = { alone: 300, several: 190 };
/** The same where there is little room. */
const LEAST = 90;
const BETWEEN = 22;

/**
 * Places over time in one plot: a line of steps for each, with its name at the end; a plot for each, the others grey behind
 * it, where so many lines could not be followed. Steps, because a number belongs to a
 * whole period and nothing is known between two. Where no record is, a line breaks off; it is at zero only where somebody
 * watched and nothing can lie.
 */
export const compare: Chart = {
  needs: { by: [['place', 'period']], every: null, places: 2, most: MOST_SERIES },
  draw: drawCompare,
  office: (counts, plot) => columnPanels(counts, MOST_SERIES, plot),
};

function drawCompare(counts: Counts, plot: Plot): Drawing {
  const { groups } = groupsOf(counts, Number.POSITIVE_INFINITY, plot);
  const places = placesOf(groups);
  const shown = places.slice(0, MOST_SERIES);
  const notes = [
    ...gapNotes(groups, counts, plot),
    ...notesOf(counts, { dated: true, hidden: places.length - shown.length }, plot),
  ];
  const { name } = chartTexts('compare', plot.query, plot.words);
  return picture(name, notes, plot, (top) =>
    inColumns(groups, { top, plot }, (own, ...at) => contentOf({ groups: own, shown, counts }, ...at)),
  );
}

/** The places of all measures: those that are the largest of a measure first, so that a picture has the same in each plot. */
function placesOf(groups: readonly MeasureRows[]): (string | undefined)[] {
  const most = Math.max(0, ...groups.map(({ rows }) => rows.length));
  const inTurn = Array.from({ length: most }, (_, i) =>
    groups.flatMap(({ rows }) => (rows[i] ? [rowId(rows[i])] : [])),
  );
  return [...new Set(inTurn.flat())];
}

interface Compared {
  groups: readonly MeasureRows[];
  shown: readonly (string | undefined)[];
  counts: Counts;
}

function contentOf(compared: Compared, top: number, plot: Plot): Content {
  const { shown } = compared;
  const groups = compared.groups.map((group) => ({
    ...group,
    rows: group.rows.filter((it) => shown.includes(rowId(it))),
  }));
  const rows = groups.flatMap((group) => group.rows);
  const dated = rows.flatMap((row) => row.counts);
  const usual = heightIn(plot, groups.length === 1 ? HEIGHT.alone : HEIGHT.several, LEAST);
  const height = Math.max(usual, endLabelsHeight(shown.length));
  const scales = groups.map((group) =>
    scaleFor(
      group.rows.flatMap((row) => row.counts),
      height,
    ),
  );
  const left = plot.left + axisWidth(scales, plot);
  const names = endLabelsWidth([...new Set(rows.map((row) => row.name))], plot);
  const width = plot.left + plot.width - left - names;
  const time = dated.length > 0 ? timeAxis(dated, width, plot) : null;
  const drawing = { ...compared, groups, scales, many: dated.length > MANY };
  if (time && areCrowded(shown.length, width, time)) return apart(drawing, dated, top, plot);
  return together(drawing, { time, box: { left, top, width, height } }, plot);
}

interface Drawn extends Compared {
  /** Of each group its scale, with the same index. */
  scales: readonly Scale[];
  many: boolean;
}

/** All places of a measure in one plot. */
function together(
  { groups, shown, counts, scales, many }: Drawn,
  { time, box: { left, top, width, height } }: { time: TimeAxis | null; box: Box },
  plot: Plot,
): Content {
  const rows = groups.flatMap((group) => group.rows);
  const annotations = time ? concerning(annotationsOn(time, plot), rows, plot) : [];
  const over: AnnotationsOver[] = [];
  const [shapes, drawn]: [Shape[], DrawnSteps[]] = [[], []];
  let bottom = top;
  groups.forEach((group, g) => {
    const title = heading(group.measure, !group.any, bottom, plot);
    shapes.push(...title.shapes);
    bottom += title.height;
    if (!time || group.rows.length === 0) return;
    if (drawn.length === 0) {
      const band = annotationsOver(annotations, time, { left, top: bottom, width, height }, plot);
      shapes.push(...band.shapes);
      over.push(band);
      bottom += band.height;
    }
    const box = { left, top: bottom + HEADROOM, width, height };
    const scale = scales[g] ?? { end: 1, step: 1 };
    const frame = { box, buckets: time.names.length, y: uprightIn(box, scale) };
    const series = group.rows.map((row, position) => ({
      ...seriesOf(row, { shown, counts, time }, plot),
      ...{ position, of: group.rows.length },
    }));
    const behind = (labels: readonly Box[]) => over[0]?.linesIn(annotations, withHeadroom(box), labels) ?? [];
    const position = { panel: drawn.length, mark: marksIn(drawn), many };
    drawn.push(stepPlot({ rows: group.rows, series, frame, scale, time }, position, behind, plot));
    bottom = box.top + height + TICKS + BETWEEN;
  });
  const { named = [], captions = [] } = over[0] ?? {};
  return { ...contentFrom(drawn, [], plot), shapes, bottom, named, captions };
}

/** A plot for each place, where lines in one could not be followed. */
function apart(
  { groups, shown, counts, scales, many }: Drawn,
  dated: readonly Count[],
  top: number,
  plot: Plot,
): Content {
  const tiles = tilesOf(scales, plot);
  const time = timeAxis(dated, tiles.width, plot);
  const rows = groups.flatMap((group) => group.rows);
  const annotations = concerning(annotationsOn(time, plot), rows, plot);
  const [shapes, drawn]: [Shape[], DrawnSteps[]] = [[], []];
  let bottom = top;
  groups.forEach((group, g) => {
    const title = heading(group.measure, !group.any, bottom, plot);
    shapes.push(...title.shapes);
    bottom += title.height;
    const series = group.rows.map((row) => ({
      ...seriesOf(row, { shown, counts, time }, plot),
      ...{ position: 0, of: 1 },
    }));
    const scale = scales[g] ?? { end: 1, step: 1 };
    const position = { top: bottom, panel: drawn.length, mark: marksIn(drawn), many };
    const own = stepTiles({ rows: group.rows, series, scale, time, annotations }, tiles, position, plot);
    shapes.push(...own.shapes);
    drawn.push(...own.drawn);
    bottom = own.bottom + BETWEEN;
  });
  const captions = annotations.map(({ dated }, i) => `${i + 1}. ${dated}`);
  const key = [plot.words.drawing.legend.others];
  return { ...contentFrom(drawn, key, plot), shapes, bottom, named: captions, captions };
}

function marksIn(drawn: readonly DrawnSteps[]): number {
  return drawn.reduce((n, { marks }) => n + marks.length, 0);
}

/** What plots of steps add to a picture, but for where they stand. */
function contentFrom(drawn: readonly DrawnSteps[], key: readonly string[], plot: Plot) {
  const signs = drawn.map((it) => it.signs);
  return {
    panels: drawn.map(({ panel }) => panel),
    marks: drawn.flatMap(({ marks }) => marks),
    ringed: signs.some((it) => it.ringed),
    untold: signs.reduce((n, it) => n + it.untold, 0),
    banded: true,
    key: [...key, ...keyOf(signs, plot)],
  };
}

function seriesOf(
  row: MeasureRows['rows'][number],
  { shown, counts, time }: Omit<Compared, 'groups'> & { time: TimeAxis },
  plot: Plot,
): Omit<Series, 'position' | 'of'> {
  const gaps = gapsOfRow(row, time.names, counts, plot);
  return {
    look: lookOf(shown.indexOf(rowId(row)), plot.theme),
    counts: new Map(row.counts.map((count) => [time.indexOf(count.period ?? ''), count])),
    gapAt: (bucket) => gaps.at(time.names[bucket] ?? ''),
  };
}

/** How to read the lines, as far as any is so. */
function keyOf(signs: readonly StepSigns[], { words }: Plot): string[] {
  const { brokenLine, zeroLine, dashed } = words.drawing.legend;
  return [
    ...(signs.some((it) => it.broken) ? [brokenLine] : []),
    ...(signs.some((it) => it.zero) ? [zeroLine] : []),
    ...(signs.some((it) => it.about) ? [dashed] : []),
  ];
}
