import { chartTexts } from '@article21/messages';
import type { Counts, MeasureId } from '@article21/model';
import type { Drawing, Mark } from '../chart.ts';
import { annotationsOn, bucketsOf, type DatedAnnotation } from '../data/annotations.ts';
import { gapNotes, groupsOf, type MeasureRows } from '../data/measure-rows.ts';
import type { Row } from '../data/rows.ts';
import { MOST_PARTS, stackNotes, stackRows, wholeOf } from '../data/stack-rows.ts';
import { type AnnotationsOver, annotationsOver } from '../layout/annotations.ts';
import { inColumns } from '../layout/columns.ts';
import { notesOf } from '../layout/frame.ts';
import { MANY } from '../layout/panel.ts';
import { type Content, picture } from '../layout/picture.ts';
import { stripsOf, withHeadroom } from '../layout/strips.ts';
import { columnWidth } from '../marks/column-labels.ts';
import { type PartLook, partLooks } from '../marks/part-looks.ts';
import { SEGMENT_NAME, type Segment, type Stack, stackPanel, WIDEST_STACK } from '../marks/segments.ts';
import type { Box } from '../marks/shape.ts';
import { stackPanels } from '../office/stacks.ts';
import type { Plot } from '../plot.ts';
import { type Swatch, swatches } from '../scales/colour-steps.ts';
import { type TimeAxis, timeAxis } from '../scales/time-axis.ts';
import type { Scale } from '../scales/value-axis.ts';
import { textWidth } from '../text/measure.ts';
import type { Chart } from './chart.ts';

const UNDER_KEY = 8;
/** The height of plots in pixels, by how many they are at most: a stack is read part by part, and needs more than a column. */
const HEIGHTS = [
  { most: 1, height: 340 },
  { most: 2, height: 240 },
  { most: Number.POSITIVE_INFINITY, height: 170 },
] as const;

/**
 * Columns over time, stacked from the five largest places and all others as one: solid is only the least that sources state of each, and what they leave open
 * stands on top for all together, because a range in the middle of a stack would shift all above it.
 */
export const stacked: Chart = {
  needs: { by: [['place', 'period']], every: null, places: 2, hatched: true, most: MOST_PARTS },
  draw: drawStacked,
  office: stackPanels,
};

/** The parts of a stack, the largest first, and their looks. */
interface Parts {
  rows: readonly Row[];
  looks: readonly PartLook[];
}

/** Where a stack stands, and on which axes. */
interface StackPlace {
  time: TimeAxis;
  box: Box;
  scale: Scale;
}

function lookOf({ looks }: Parts, part: number): PartLook {
  const look = looks[part];
  if (!look) throw new Error(`no look of part ${part} of a stack`);
  return look;
}

/** Stacks the parts of a measure, the largest at the bottom, and finds the segments that have room for a name. */
function stackOf(parts: Parts, place: StackPlace): Stack {
  const { time } = place;
  const tops = new Map<number, number>();
  const segments = parts.rows
    .flatMap((row, part) => row.counts.map((count) => ({ row, count, look: lookOf(parts, part) })))
    .map(({ row, count, look }): Segment => {
      const bucket = time.indexOf(count.period ?? '');
      const from = tops.get(bucket) ?? 0;
      tops.set(bucket, from + count.low);
      return { row, count, bucket, look, from, to: from + count.low };
    })
    .sort((a, b) => a.bucket - b.bucket || a.from - b.from);
  return { time, segments, key: keyOf(parts, segments, place) };
}

function drawStacked(counts: Counts, plot: Plot): Drawing {
  const { groups } = groupsOf(counts, Number.POSITIVE_INFINITY, plot);
  const notes = [
    ...stackNotes(groups, plot),
    ...gapNotes(groups, counts, plot),
    ...notesOf(counts, { dated: true }, plot),
  ];
  const { name } = chartTexts('stacked', plot.query, plot.words);
  const rows = groups.map((group) => stackRows(group.rows, plot).parts);
  // A place has one colour in all plots, in whatever column they stand.
  const looks = partLooks(rows, plot);
  const parts = new Map(
    groups.map(({ measure }, g) => [measure, { rows: rows[g] ?? [], looks: looks[g] ?? [] }]),
  );
  return picture(name, notes, plot, (top) =>
    inColumns(groups, { top, plot }, (own, ...at) => contentOf({ groups: own, parts }, ...at)),
  );
}

interface Stacks {
  groups: readonly MeasureRows[];
  parts: ReadonlyMap<MeasureId, Parts>;
}

function contentOf({ groups, parts }: Stacks, top: number, plot: Plot): Content {
  const wholes = groups.map((group) => ({
    ...{ ...group, rows: wholeOf(group) },
    height: group.rows.length > 1 ? heightAmong(groups) : undefined,
  }));
  const dated = wholes.flatMap((whole) => whole.rows.flatMap((row) => row.counts));
  const stacks: Stack[] = [];
  const annotations: DatedAnnotation[] = [];
  const over: AnnotationsOver[] = [];
  const { strips, shapes, bottom } = stripsOf(wholes, top, plot, (g, box, scale) => {
    const time = timeAxis(dated, box.width, plot);
    const own = parts.get(groups[g]?.measure ?? '') ?? { rows: [], looks: [] };
    const stack = stackOf(own, { time, box, scale });
    const key = swatches(stack.key, box.top, plot);
    if (stacks.push(stack) > 1) return key;
    annotations.push(...annotationsOn(time, plot));
    const under = box.top + key.height + (annotations.length > 0 ? UNDER_KEY : 0);
    const band = annotationsOver(annotations, time, { ...box, top: under }, plot);
    over.push(band);
    return { shapes: [...key.shapes, ...band.shapes], height: under - box.top + band.height };
  });
  const [band] = over;
  const many = stacks.reduce((n, stack) => n + stack.segments.length, 0) > MANY;
  const marks: Mark[] = [];
  let ringed = false;
  let untold = 0;
  const panels = strips.map((strip, index) => {
    const stack = stacks[index];
    if (!stack) throw new Error(`no stack of strip ${index}`);
    const behind = (labels: readonly Box[]) =>
      band?.linesIn(annotations, withHeadroom(strip.box), labels) ?? [];
    const drawn = stackPanel(
      { ...strip, ...stack, annotated: bucketsOf(annotations, plot) },
      { panel: index, mark: marks.length, many },
      behind,
      plot,
    );
    marks.push(...drawn.marks);
    ringed ||= drawn.ringed;
    untold += drawn.untold;
    return drawn.panel;
  });
  const key = stacks.some(isDivided) ? [plot.words.drawing.legend.stack] : [];
  const { named = [], captions = [] } = band ?? {};
  return { panels, shapes, marks, bottom, ringed, untold, key, named, captions };
}

/** Whether it has parts that stand on each other. */
function isDivided({ segments }: Stack): boolean {
  return segments.some((segment) => segment.row !== segments[0]?.row);
}

/** The height of a plot of several parts, by how many of these there are. */
function heightAmong(groups: readonly MeasureRows[]): number | undefined {
  const stacks = groups.filter(({ rows }) => rows.length > 1).length;
  return HEIGHTS.find(({ most }) => stacks <= most)?.height;
}

/** The colours with their places, unless each place's name has room in the stack. */
function keyOf(parts: Parts, segments: readonly Segment[], place: StackPlace): Swatch[] {
  // A place without a number has no colour anywhere; it is in the badge and in its mark.
  const solid = parts.rows.filter((row) => row.counts.some((count) => count.low > 0));
  const named = solid.filter((row) => nameSegment(row, segments, place));
  if (named.length === solid.length) return [];
  return solid.map((row) => {
    const { colour, edge } = lookOf(parts, parts.rows.indexOf(row));
    return { text: row.name, fill: colour, edged: edge !== undefined };
  });
}

/** Writes a place's name into its highest segment, if that has room for it. */
function nameSegment(row: Row, segments: readonly Segment[], { time, box, scale }: StackPlace): boolean {
  const [highest] = segments.filter((it) => it.row === row).sort((a, b) => b.count.low - a.count.low);
  if (!highest) return false;
  const height = (highest.count.low / scale.end) * box.height;
  const width = columnWidth(box.width / time.names.length, WIDEST_STACK);
  const fits = height >= SEGMENT_NAME.height && textWidth(row.name, SEGMENT_NAME) + SEGMENT_NAME.air <= width;
  if (fits) highest.name = row.name;
  return fits;
}
