import { chartTexts } from '@article21/messages';
import type { Counts } from '@article21/model';
import type { Drawing, Mark } from '../chart.ts';
import { annotationsOn, concerning, type DatedAnnotation } from '../data/annotations.ts';
import { gapsOfRow } from '../data/coverage.ts';
import { gapNotes, groupsOf, type MeasureRows } from '../data/measure-rows.ts';
import { rowId } from '../data/rows.ts';
import { annotationBand, annotationLines } from '../layout/annotations.ts';
import { endLabelsHeight, endLabelsWidth } from '../layout/end-labels.ts';
import { heading, notesOf } from '../layout/frame.ts';
import { MANY, type Panel } from '../layout/panel.ts';
import { type Content, picture } from '../layout/picture.ts';
import { type StepSigns, stepPlot } from '../layout/step-plot.ts';
import { axisWidth, HEADROOM, withHeadroom } from '../layout/strips.ts';
import { lookOf, MOST_SERIES } from '../marks/series-look.ts';
import type { Box, Shape } from '../marks/shape.ts';
import type { Series } from '../marks/steps.ts';
import { columnPanels } from '../office/bars.ts';
import type { Plot } from '../plot.ts';
import { TICKS, type TimeAxis, timeAxis } from '../scales/time-axis.ts';
import { scaleFor, uprightIn } from '../scales/value-axis.ts';
import type { Chart } from './chart.ts';

const HEIGHT = { alone: 300, several: 190 };
const BETWEEN = 22;

/**
 * Places over time in one plot: a line of steps for each, with its name at the end. Steps, because a number belongs to a
 * whole period and nothing is known between two. Where no record is, a line breaks off; it is at zero only where somebody
 * watched and nothing can lie.
 */
export const compare: Chart = {
  needs: { by: [['place', 'period']], every: null, places: 2 },
  draw: drawCompare,
  office: columnPanels,
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
  return picture(name, notes, plot, (top) => contentOf({ groups, shown, counts }, top, plot));
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

function contentOf({ groups: all, shown, counts }: Compared, top: number, plot: Plot): Content {
  const groups = all.map((group) => ({
    ...group,
    rows: group.rows.filter((it) => shown.includes(rowId(it))),
  }));
  const rows = groups.flatMap((group) => group.rows);
  const dated = rows.flatMap((row) => row.counts);
  const usual = groups.length === 1 ? HEIGHT.alone : HEIGHT.several;
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
  const annotations = time ? concerning(annotationsOn(time, plot), rows, plot) : [];
  const unplaced: DatedAnnotation[] = [];
  const [panels, shapes, marks, signs]: [Panel[], Shape[], Mark[], StepSigns[]] = [[], [], [], []];
  let bottom = top;
  groups.forEach((group, g) => {
    const title = heading(group.measure, !group.any, bottom, plot);
    shapes.push(...title.shapes);
    bottom += title.height;
    if (!time || group.rows.length === 0) return;
    if (panels.length === 0) {
      const band = annotationBand(annotations, time, { left, top: bottom, width, height }, plot);
      shapes.push(...band.shapes);
      unplaced.push(...band.unplaced);
      bottom += band.height;
    }
    const box = { left, top: bottom + HEADROOM, width, height };
    const scale = scales[g] ?? { end: 1, step: 1 };
    const frame = { box, buckets: time.names.length, y: uprightIn(box, scale) };
    const series = group.rows.map((row, position) => ({
      ...seriesOf(row, { shown, counts, time }, plot),
      ...{ position, of: group.rows.length },
    }));
    const behind = (labels: readonly Box[]) =>
      annotationLines(annotations, { time, box: withHeadroom(box) }, labels, plot);
    const position = { panel: panels.length, mark: marks.length, many: dated.length > MANY };
    const drawn = stepPlot({ rows: group.rows, series, frame, scale, time }, position, behind, plot);
    panels.push(drawn.panel);
    marks.push(...drawn.marks);
    signs.push(drawn.signs);
    bottom = box.top + height + TICKS + BETWEEN;
  });
  const captions = annotations.map((annotation) => annotation.dated);
  const named = unplaced.map((annotation) => annotation.dated);
  const ringed = signs.some((it) => it.ringed);
  const untold = signs.reduce((n, it) => n + it.untold, 0);
  return { panels, shapes, marks, bottom, ringed, untold, key: keyOf(signs, plot), named, captions };
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
