import type { Typesetter } from '../typesetter.ts';
import type { SlideChart, SlideLabel } from './deck.ts';
import { widthOf } from './measure.ts';
import { SMALL } from './text.ts';

/** Points between two labels. */
const BETWEEN = 6;
/** Points beside the numbers of the axis, and at the other end. */
const AXIS_GAP = 14;

/** A label that stands over its column, and how far it is moved sideways to stay in the chart, as a share of its width. */
export interface PlacedLabel extends SlideLabel {
  shift: number;
}

/** A chart whose labels are those that have room. */
export interface SetChart extends Omit<SlideChart, 'labels'> {
  labels: Omit<SlideChart['labels'], 'texts'> & { texts: readonly (PlacedLabel | null)[] };
}

/**
 * A chart as it stands on so many points of a slide: where all have no room beside each other those of the highest columns
 * stay, and none reaches over the axis or stands in a column. Those of bars stay as they are: each has a line of its own.
 */
export function withPlacedLabels(chart: SlideChart, width: number, typesetter: Typesetter): SetChart {
  const { kind, labels } = chart;
  const texts =
    kind === 'bar'
      ? labels.texts.map((label) => label && { ...label, shift: 0 })
      : placed(chart, width, typesetter);
  return { ...chart, labels: { ...labels, texts } };
}

function placed(
  { labels, highest }: SlideChart,
  width: number,
  typesetter: Typesetter,
): (PlacedLabel | null)[] {
  const axis = widthOf(highest.toLocaleString('en'), { size: SMALL }, typesetter) + AXIS_GAP;
  const step = Math.max(0, width - axis - AXIS_GAP) / Math.max(1, labels.texts.length);
  const half = step / (2 + gapOf(labels.texts.length) / 50);
  const kept: (PlacedLabel | null)[] = labels.texts.map(() => null);
  const taken: { start: number; end: number }[] = [];
  for (const { label, i } of byHeight(labels)) {
    const own = labelWidth(label, typesetter);
    const at = axis + (i + 0.5) * step;
    const start = Math.max(axis, Math.min(at - own / 2, width - own));
    const end = start + own;
    if (taken.some((it) => start < it.end + BETWEEN && end > it.start - BETWEEN)) continue;
    // A higher column beside it would run through its letters.
    const isCrossed = labels.at.some((height, j) => {
      const centre = axis + (j + 0.5) * step;
      return height > (labels.at[i] ?? 0) && centre + half > start && centre - half < end;
    });
    if (isCrossed) continue;
    taken.push({ start, end });
    kept[i] = { ...label, shift: (start + own / 2 - at) / width };
  }
  return kept;
}

/** The space between bars, in percent of one: few bars are no walls, many still have a width. */
export function gapOf(categories: number): number {
  if (categories > 40) return 25;
  return Math.max(55, Math.min(400, Math.round(700 / Math.max(1, categories)) - 60));
}

/** The highest first; of two that are as high, the first. */
function byHeight({ at, texts }: SlideChart['labels']): { label: SlideLabel; i: number }[] {
  return texts
    .flatMap((label, i) => (label ? [{ label, i }] : []))
    .sort((a, b) => (at[b.i] ?? 0) - (at[a.i] ?? 0) || a.i - b.i);
}

function labelWidth({ signs, reports }: SlideLabel, typesetter: Typesetter): number {
  const between = signs === '' || reports === '' ? '' : '  ';
  return (
    widthOf(signs, { size: SMALL, bold: true }, typesetter) +
    widthOf(between + reports, { size: SMALL }, typesetter)
  );
}
