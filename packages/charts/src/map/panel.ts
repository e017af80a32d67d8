import { type Estimate, isUnnumbered } from '@article21/model';
import type { Mark } from '../chart.ts';
import { estimateOf, type Row } from '../data/rows.ts';
import { type Panel, series, target } from '../layout/panel.ts';
import { endOf, OPEN_END } from '../marks/bar.ts';
import { circleCorners, hatched, uncertain } from '../marks/hatch.ts';
import { drawLabel, ring, valueLabel } from '../marks/label.ts';
import { colourOf } from '../marks/mark.ts';
import { type Box, type Shape, textShape } from '../marks/shape.ts';
import type { Plot } from '../plot.ts';
import { textWidth } from '../text/measure.ts';
import { wrap } from '../text/wrap.ts';
import type { Theme } from '../theme.ts';
import { type LabelPlace, placeMapLabels, type Spot } from './labels.ts';
import { numbersOf } from './numbered.ts';
import { spreadCircles } from './spread-circles.ts';

const NAME = { size: 13, widest: 180 };
const NAME_GAP = 6;
/** The least that a finger hits. */
const REACH = 12;

/** A place on the map, in pixels. */
interface PlacedRow {
  row: Row;
  x: number;
  y: number;
}

/** A map: the places on it, those that are listed under it, and where it stands. */
interface MapPlot {
  places: readonly PlacedRow[];
  listed: Listed;
  box: Box;
}

/**
 * The plot of a map: circles first, none over another, then the places that are listed beside it. `unnamed` are those of
 * which a circle has no room for the name, which it has a number for where the room is not given; `moved` is whether any stands beside its point, with a line to it.
 */
export function mapPanel(
  { places, listed, box }: MapPlot,
  marks: readonly Mark[],
  plot: Plot,
): { panel: Panel; ringed: boolean; unnamed: Row[]; moved: boolean } {
  const { theme } = plot;
  const discs = discsOf(
    places.map(({ row }) => row.estimate),
    box,
  );
  const names = places.map(({ row }) => wrap(row.name, NAME.widest, NAME, 1)[0] ?? '');
  const area = { left: box.left, right: box.left + box.width, top: box.top, bottom: box.top + box.height };
  const circles = places.map(({ row, x, y }) => ({ x, y, radius: discReach(row.estimate, discs) }));
  const standing = spreadCircles(circles, area);
  const spots = spotsOf(
    places.map(({ row }, i) => ({ row, ...(standing[i] ?? { x: 0, y: 0 }) })),
    names,
    discs,
    plot,
  );
  const labels = placeMapLabels(spots, area);
  // A circle with a number says under the map what it has of them.
  const ringed = plot.compact === true && spots.some(({ value }, i) => value.reports !== '' && !labels[i]);
  const lines = places.map((place, i) => pointLine(place, spots[i], theme));
  const without = plot.compact ? [] : places.flatMap((_, i) => (labels[i] ? [] : [i]));
  const numbered = without.flatMap((i, n) => {
    const [place, spot] = [places[i], spots[i]];
    return place && spot ? [{ spot, solid: discs.radius(place.row.estimate.low), number: n + 1 }] : [];
  });
  const colour = marks[0] ? colourOf(marks[0].measure, plot) : theme.ink;
  const numbers = numbersOf(numbered, { spots, labels, area }, colour, plot);
  const drawn = series(marks, (mark, i) => {
    const spot = spots[i];
    if (!spot) return listed.items[i - spots.length] ?? [];
    const reach = Math.max(REACH, spot.radius);
    const around = { left: spot.x - reach, top: spot.y - reach, width: 2 * reach, height: 2 * reach };
    return [
      ...(lines[i] ?? []),
      ...disc(mark.estimate, spot, discs, { colour: colourOf(mark.measure, plot), theme }),
      target(around, theme),
      ...(numbers[without.indexOf(i)] ?? []),
      ...words(names[i] ?? '', spot, labels[i] ?? null, plot),
    ];
  });
  const unnamed = places.flatMap(({ row }, i) => (labels[i] ? [] : [row]));
  const moved = lines.some((line) => line.length > 0);
  return { panel: { box, series: drawn }, ringed, unnamed, moved };
}

/** The line from a circle to the point where its place is, and that point; nothing where it covers it. */
function pointLine(place: PlacedRow, spot: Spot | undefined, theme: Theme): Shape[] {
  if (!spot || Math.hypot(place.x - spot.x, place.y - spot.y) <= spot.radius) return [];
  const style = { stroke: theme.ink, lineWidth: 1 };
  return [
    {
      type: 'polyline',
      shape: {
        points: [
          [spot.x, spot.y],
          [place.x, place.y],
        ],
      },
      style,
      silent: true,
    },
    { type: 'circle', shape: { cx: place.x, cy: place.y, r: 1.5 }, style: { fill: theme.ink }, silent: true },
  ];
}

const LIST_FONT = { size: 13 };
const LIST_LINE = 26;
const LIST_GAP = 8;
const LIST_BETWEEN = 28;

/** The places that a map has no point for, in words: what stands over them, and how each is drawn. */
export interface Listed {
  shapes: Shape[];
  items: readonly Shape[][];
  height: number;
}

/** Lists rows from left to right with their numbers, in as many lines as they need, after what they are. */
export function listOf(rows: readonly Row[], title: string, top: number, plot: Plot): Listed {
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

const SMALLEST = 2.5;
/** Below this, one is drawn as small as it is. */
const FEW = 6;

/** How large counts are drawn as circles: the area is as the number. */
interface Discs {
  radius(value: number): number;
}

/** The circles of a map of so many pixels: a low one has small circles, however wide it is. */
export function discsOf(
  estimates: readonly Estimate[],
  { width, height }: Pick<Box, 'width' | 'height'>,
): Discs {
  return discsFor(estimates, Math.max(8, Math.min(30, width / 22, height / 14)));
}

/** Circles of which the largest count has the radius `largest`. */
export function discsFor(estimates: readonly Estimate[], largest: number): Discs {
  const most = Math.max(FEW, ...estimates.map(endOf));
  return { radius: (value) => (value > 0 ? Math.max(SMALLEST, Math.sqrt(value / most) * largest) : 0) };
}

/** How far a count's circle reaches from its middle, with what is open of it. */
export function discReach(estimate: Estimate, discs: Discs): number {
  const least = Math.max(3, discs.radius(estimate.low));
  if (isUnnumbered(estimate)) return 3;
  return estimate.high === null ? least + OPEN_END : Math.max(least, discs.radius(estimate.high));
}

/** A count as a circle: solid for the least, a hatched ring up to the most, a broken ring where the top is open. */
function disc(
  estimate: Estimate,
  at: { x: number; y: number },
  discs: Discs,
  { colour, theme }: { colour: string; theme: Theme },
): Shape[] {
  const circle = (r: number) => ({ cx: at.x, cy: at.y, r });
  const { low, high } = estimate;
  const reach = discReach(estimate, discs);
  if (isUnnumbered(estimate) || (low === 0 && high === 0))
    return [
      { type: 'circle', shape: circle(3), style: { fill: theme.ground, stroke: theme.ink, lineWidth: 1 } },
    ];
  const ring: Shape[] =
    high === null
      ? [
          {
            type: 'circle',
            shape: circle(reach),
            style: { fill: 'none', stroke: colour, lineWidth: 1.5, lineDash: [3, 3] },
          },
        ]
      : high > low
        ? [
            {
              type: 'circle',
              shape: circle(reach),
              style: { fill: theme.ground, stroke: colour, lineWidth: 1 },
            },
            ...hatched([circleCorners(at.x, at.y, reach)], uncertain, colour),
          ]
        : [];
  const core: Shape = {
    type: 'circle',
    shape: circle(discs.radius(low)),
    style: { fill: colour, stroke: theme.ground, lineWidth: 1 },
  };
  return [...ring, ...(low > 0 ? [core] : [])];
}

/** Circles with the words that they want, in the order of their rows. */
function spotsOf(places: readonly PlacedRow[], names: readonly string[], discs: Discs, plot: Plot): Spot[] {
  return places.map(({ row, x, y }, i) => {
    const value = valueLabel(estimateOf(row.estimate), plot.words);
    const width = nameWidth(names[i]) + NAME_GAP + value.width;
    return { x, y, radius: discReach(row.estimate, discs), width, value };
  });
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
