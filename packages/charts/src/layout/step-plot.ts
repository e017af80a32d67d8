import type { Count } from '@article21/model';
import type { Mark } from '../chart.ts';
import type { Row } from '../data/rows.ts';
import { endOf } from '../marks/bar.ts';
import { drawLabel, type ValueLabel, valueLabel } from '../marks/label.ts';
import { markOfCount } from '../marks/mark.ts';
import type { Box, Shape } from '../marks/shape.ts';
import { type Series, type StepFrame, sharesOf, spanOf, stepShapes } from '../marks/steps.ts';
import type { Plot } from '../plot.ts';
import { type TimeAxis, tickTexts } from '../scales/time-axis.ts';
import { type Scale, valueAxis } from '../scales/value-axis.ts';
import { endLabels } from './end-labels.ts';
import { areaPanel, type Panel } from './panel.ts';
import { withHeadroom } from './strips.ts';

/** Some places together in one plot over time. */
interface StepPlot {
  /** Of each row its series, with the same index. */
  rows: readonly Row[];
  series: readonly Series[];
  frame: StepFrame;
  scale: Scale;
  time: TimeAxis;
  /** Whether the names of the places stand elsewhere than at the ends of their lines. */
  unnamed?: boolean;
}

/** A plot that was drawn. */
export interface DrawnSteps {
  panel: Panel;
  marks: Mark[];
  signs: StepSigns;
}

/** What the lines of a plot need explained. */
export interface StepSigns {
  ringed: boolean;
  untold: number;
  broken: boolean;
  zero: boolean;
  about: boolean;
}

interface Position {
  panel: number;
  mark: number;
  many: boolean;
}

/** The plot of some series: lines, the number at the highest level of each, names at their ends. Every count is a mark. */
export function stepPlot(
  { rows, series, frame, scale, time, unnamed = false }: StepPlot,
  position: Position,
  draw: (labels: readonly Box[]) => readonly Shape[],
  plot: Plot,
): DrawnSteps {
  const { theme } = plot;
  const labels = labelsOf(series, frame, plot);
  const shares = sharesOf(series, frame);
  const drawn = series.map((it, i) => {
    const badgeAt = labels.find(({ of }) => of === it)?.bucket ?? null;
    return stepShapes(it, frame, { badgeAt, shareAt: shares[i] ?? (() => [0, 1]) }, theme);
  });
  const ends = rows.map((row, i) => ({ name: row.name, look: series[i]?.look, y: drawn[i]?.end ?? null }));
  const named = ends.flatMap(({ look, ...end }) => (look ? [{ ...end, look }] : []));
  const points = series.flatMap((it, i) =>
    [...it.counts].map(([bucket, count]) => ({ row: rows[i], bucket, count, y: frame.y(count.low) })),
  );
  const marks = points.flatMap(({ row, count }, dataIndex) => {
    const at = { index: position.mark + dataIndex, seriesIndex: position.panel, dataIndex };
    return row ? [markOfCount(row, count, at, plot)] : [];
  });
  const behind = [
    ...valueAxis(scale, frame.box, plot),
    ...draw(labels.map(({ box }) => box)),
    ...tickTexts(time, frame.box, plot),
    ...drawn.flatMap(({ lines }) => lines),
    ...drawn.flatMap(({ over }) => over),
    ...(unnamed ? [] : endLabels(named, frame.box, plot)),
    ...labels.flatMap(({ label, box }) => drawLabel(label, box.left, box.top + box.height / 2, theme)),
  ];
  const areas = hitBoxes(points, frame).map((box) => ({ box, ground: [], signs: [] }));
  const box = withHeadroom(frame.box);
  const panel = areaPanel({ box, marks, areas, behind, many: position.many }, theme);
  const any = (of: (signs: StepSigns) => boolean) => drawn.some(of);
  const signs = {
    ringed: any((it) => it.ringed),
    untold: drawn.reduce((n, it) => n + it.untold, 0),
    broken: any((it) => it.broken),
    zero: any((it) => it.zero),
    about: any((it) => it.about),
  };
  return { panel, marks, signs };
}

interface PlacedLabel {
  of: Series;
  bucket: number;
  label: ValueLabel;
  box: Box;
}

const LABEL_HEIGHT = 16;
/** What of that is above and below the letters. */
const LETTER_AIR = 3;
/** From a level to the middle of the number above it. */
const ABOVE = 14;

/** The number at the highest level of each place, the largest first; one that would cover another, or the level of another place, is left out. */
function labelsOf(series: readonly Series[], frame: StepFrame, plot: Plot): PlacedLabel[] {
  const highest = series
    .map((it) => ({ it, top: highestOf(it) }))
    .sort((a, b) => (b.top?.[1].low ?? 0) - (a.top?.[1].low ?? 0));
  const placed: PlacedLabel[] = [];
  for (const { it, top } of highest) {
    if (!top) continue;
    const [bucket, count] = top;
    const label = valueLabel(count, plot.words);
    const { box } = frame;
    const wanted = spanOf(bucket, it, frame).middle - label.width / 2;
    const left = Math.max(box.left, Math.min(box.left + box.width - label.width, wanted));
    const middle = frame.y(endOf(count)) - ABOVE;
    const own = { left, top: middle - LABEL_HEIGHT / 2, width: label.width, height: LABEL_HEIGHT };
    const isFree =
      placed.length === 0 || !series.some((other) => other !== it && isCrossed(own, other, frame));
    if (isFree && !placed.some((other) => covers(other.box, own)))
      placed.push({ of: it, bucket, label, box: own });
  }
  return placed;
}

/** Whether a level of a place runs through a box. */
function isCrossed({ left, top, width, height }: Box, series: Series, frame: StepFrame): boolean {
  return [...series.counts].some(([bucket, { low }]) => {
    const span = spanOf(bucket, series, frame);
    const y = frame.y(low);
    return (
      y > top + LETTER_AIR && y < top + height - LETTER_AIR && span.left < left + width && span.right > left
    );
  });
}

function highestOf({ counts }: Series): readonly [number, Count] | null {
  const numbered = [...counts].filter(([, count]) => count.low > 0);
  return numbered.reduce<readonly [number, Count] | null>(
    (most, it) => (most === null || it[1].low > most[1].low ? it : most),
    null,
  );
}

function covers(a: Box, b: Box): boolean {
  const air = 2;
  const beside = a.left + a.width + air <= b.left || b.left + b.width + air <= a.left;
  return !beside && a.top < b.top + b.height && b.top < a.top + a.height;
}

/** How far above and below its level a count is pressed at most, in pixels, and how wide it is at least. */
const REACH = 12;
const NARROWEST = 6;

/** Where each count is pressed: around its level, up to the middle between it and the next one; those of one level share it. */
function hitBoxes(points: readonly { bucket: number; y: number }[], { box, buckets }: StepFrame): Box[] {
  const byBucket = new Map<number, { y: number; i: number }[]>();
  points.forEach(({ bucket, y }, i) => {
    byBucket.set(bucket, [...(byBucket.get(bucket) ?? []), { y, i }]);
  });
  const boxes: Box[] = points.map(() => box);
  const band = box.width / buckets;
  const width = Math.max(NARROWEST, band);
  for (const [bucket, own] of byBucket) {
    const levels = [...new Set(own.map(({ y }) => y))].sort((a, b) => a - b);
    const start = box.left + (bucket + 0.5) * band - width / 2;
    levels.forEach((y, n) => {
      const top = Math.max(y - REACH, ((levels[n - 1] ?? Number.NEGATIVE_INFINITY) + y) / 2);
      const bottom = Math.min(y + REACH, ((levels[n + 1] ?? Number.POSITIVE_INFINITY) + y) / 2);
      const level = own.filter((it) => it.y === y);
      level.forEach(({ i }, k) => {
        const share = width / level.length;
        boxes[i] = { left: start + k * share, top, width: share, height: bottom - top };
      });
    });
  }
  return boxes;
}
