import type { Mark } from '../chart.ts';
import { estimateOf, type Row } from '../data/rows.ts';
import { type Panel, series, target } from '../layout/panel.ts';
import { drawLabel, ring, valueLabel } from '../marks/label.ts';
import { colourOf } from '../marks/mark.ts';
import { type Box, type Shape, textShape } from '../marks/shape.ts';
import type { Plot } from '../plot.ts';
import { textWidth } from '../text/measure.ts';
import { wrap } from '../text/wrap.ts';
import { isShared, type MapCircle, type MapCircles } from './clusters.ts';
import { disc, discReach } from './discs.ts';
import { type LabelPlace, placeMapLabels, type Spot } from './labels.ts';
import { numberedList, numbersOf } from './numbered.ts';

const NAME = { size: 13, widest: 180 };
const NAME_GAP = 6;
/** The least that a finger hits. */
const REACH = 12;
/** Between a map and what is listed under it. */
const UNDER_MAP = 8;
const LABEL_HALF = 9;

/** A map: the circles on it, the places that have no point on it and what is said over them, and where it stands. */
interface MapPlot extends MapCircles {
  unmapped: readonly Row[];
  title: string;
  box: Box;
  /** The lowest pixel of the land behind it. */
  land: number;
}

/** A map as it is drawn. `unnamed` are the places of which no room is found for a name, which are listed under it where its height is not given. */
interface MapPanel {
  panel: Panel;
  shapes: Shape[];
  ringed: boolean;
  unnamed: Row[];
  bottom: number;
}

/**
 * The plot of a map. Its marks are the places of its circles, circle by circle, then those that are `unmapped` because they
 * have no point on it, then the circles of several places. A place that shares its circle has its mark in the list under the map.
 */
export function mapPanel(
  { circles, discs, unmapped, title, box, land }: MapPlot,
  marks: readonly Mark[],
  plot: Plot,
): MapPanel {
  const { theme } = plot;
  const area = { left: box.left, right: box.left + box.width, top: box.top, bottom: box.top + box.height };
  const names = circles.map((it) => nameOf(it, plot));
  const spots = circles.map(({ estimate, x, y }, i): Spot => {
    const value = valueLabel(estimateOf(estimate), plot.words);
    const width = nameWidth(names[i]) + NAME_GAP + value.width;
    return { x, y, radius: discReach(estimate, discs), width, value };
  });
  const labels = placeMapLabels(spots, area);
  const numbered = plot.compact
    ? []
    : circles.filter((it, i) => isShared(it) || !labels[i]).sort((a, b) => +isShared(b) - +isShared(a));
  const colour = marks[0] ? colourOf(marks[0].measure, plot) : theme.ink;
  const numbers = numbersOf(
    numbered.map((circle, n) => {
      const spot = spots[circles.indexOf(circle)] as Spot;
      return { spot, solid: discs.radius(circle.estimate.low), number: n + 1 };
    }),
    { spots, labels, area },
    colour,
    plot,
  );
  const drawn = circles.map((circle, i): Shape[] => {
    const { estimate } = circle;
    const spot = spots[i] as Spot;
    const reach = Math.max(REACH, spot.radius);
    const around = { left: spot.x - reach, top: spot.y - reach, width: 2 * reach, height: 2 * reach };
    const shown = disc(estimate, spot, discs, { colour, theme });
    return [
      ...shown,
      target(around, theme),
      ...(numbers[numbered.indexOf(circle)] ?? []),
      ...words(names[i] ?? '', spot, labels[i] ?? null, plot),
    ];
  });
  const lowest = Math.max(
    land,
    ...spots.map(({ y, radius }) => y + radius),
    ...labels.map((it) => (it?.y ?? 0) + LABEL_HALF),
  );
  const top = Math.ceil(lowest) + UNDER_MAP;
  const listed = listOf(unmapped, title, top, plot);
  const under = top + listed.height;
  const list = numberedList(
    numbered.map(({ rows }) => rows),
    under,
    plot,
  );
  const items = circles.flatMap((circle, i) =>
    isShared(circle)
      ? circle.rows.map((row) => list.items.get(row) ?? [pointOf(spots[i])])
      : [drawn[i] ?? []],
  );
  const shared = drawn.filter((_, i) => circles[i] && isShared(circles[i]));
  const all = [...items, ...listed.items, ...shared];
  const unnamed = circles.flatMap(({ rows }, i) => (labels[i] ? [] : rows));
  return {
    panel: { box, series: series(marks, (_, i) => all[i] ?? []) },
    shapes: [...listed.shapes, ...list.shapes],
    // A circle with a number says under the map what it has of them.
    ringed: plot.compact === true && spots.some(({ value }, i) => value.reports !== '' && !labels[i]),
    unnamed,
    bottom: under + list.height,
  };
}

/** What stands beside a circle: its place, or the largest of its places and how many more there are. */
function nameOf({ rows: [largest, ...others] }: MapCircle, { words }: Plot): string {
  const [name = ''] = wrap(largest?.name ?? '', NAME.widest, NAME, 1);
  if (others.length === 0) return name;
  return words.list([name, words.plural(words.drawing.moreMarks, others.length)]);
}

/** Where a place is that shares a circle and is in no list; no pointer finds it, who walks by keys sees where he is. */
function pointOf(spot: Spot | undefined): Shape {
  const { x: cx, y: cy, radius: r } = spot ?? { x: 0, y: 0, radius: 0 };
  return { type: 'circle', shape: { cx, cy, r }, style: { opacity: 0 }, silent: true };
}

const LIST_FONT = { size: 13 };
const LIST_LINE = 26;
const LIST_GAP = 8;
const LIST_BETWEEN = 28;

/** The places that a map has no point for, in words: what stands over them, and how each is drawn. */
interface Listed {
  shapes: Shape[];
  items: readonly Shape[][];
  height: number;
}

/** Lists rows from left to right with their numbers, in as many lines as they need, after what they are. */
function listOf(rows: readonly Row[], title: string, top: number, plot: Plot): Listed {
  if (rows.length === 0) return { shapes: [], items: [], height: 0 };
  const { theme, left } = plot;
  const width = plot.width;
  let x = title === '' ? 0 : Math.ceil(textWidth(title, LIST_FONT)) + 12;
  let y = top + LIST_LINE / 2;
  const items = rows.map((row) => {
    const label = valueLabel(estimateOf(row.estimate), plot.words);
    const [name = ''] = wrap(row.name, width - label.width - LIST_GAP, LIST_FONT, 1);
    const named = Math.ceil(textWidth(name, LIST_FONT)) + LIST_GAP;
    if (x > 0 && x + named + label.width > width) {
      x = 0;
      y += LIST_LINE;
    }
    const box: Box = {
      left: left + x - 4,
      top: y - LIST_LINE / 2 + 1,
      width: named + label.width + 8,
      height: LIST_LINE - 2,
    };
    const shapes = [
      target(box, theme),
      textShape(name, { x: left + x, y }, theme),
      ...drawLabel(label, left + x + named, y, theme),
    ];
    x += named + label.width + LIST_BETWEEN;
    return shapes;
  });
  const heading = textShape(title, { x: left, y: top + LIST_LINE / 2 }, theme, { fill: theme.muted });
  return { shapes: title === '' ? [] : [heading], items, height: y - top + LIST_LINE / 2 };
}

function nameWidth(name = ''): number {
  return Math.ceil(textWidth(name, NAME));
}

function words(name: string, { value, x, y, radius }: Spot, at: LabelPlace, plot: Plot): Shape[] {
  const { theme } = plot;
  if (!at)
    return value.reports === '' || !plot.compact ? [] : [ring(x + radius * 0.7, y - radius * 0.7, theme)];
  const rim = { stroke: theme.ground, lineWidth: 3 };
  const leader: Shape[] = at.leader
    ? [
        {
          type: 'polyline',
          shape: { points: [at.leader.from, at.leader.to] },
          style: { stroke: theme.muted, lineWidth: 1 },
          silent: true,
        },
      ]
    : [];
  return [
    ...leader,
    textShape(name, { x: at.x, y: at.y }, theme, rim),
    ...drawLabel(value, at.x + nameWidth(name) + NAME_GAP, at.y, theme),
  ];
}
