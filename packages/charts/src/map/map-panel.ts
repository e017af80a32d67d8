import type { Mark } from '../chart.ts';
import { colourOf } from '../mark.ts';
import { type Box, type Panel, series, target } from '../panel.ts';
import type { Plot } from '../plot.ts';
import { estimateOf, type Row } from '../rows.ts';
import { type Shape, textShape } from '../shape.ts';
import { textWidth } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { type Discs, disc, discReach, discsFor } from '../uncertainty/disc.ts';
import { drawLabel, valueLabel } from '../uncertainty/label.ts';
import { ring } from '../uncertainty/ring.ts';
import { type LabelPlace, placeMapLabels, type Spot } from './labels.ts';
import type { Listed } from './listed.ts';

const NAME = { size: 13, widest: 180 };
const GAP = 6;
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

/** The plot of a map: circles first, the largest at the bottom, then the places that are listed beside it. */
export function mapPanel(
  { places, listed, box }: MapPlot,
  marks: readonly Mark[],
  plot: Plot,
): { panel: Panel; ringed: boolean } {
  const { theme } = plot;
  const discs = discsFor(
    places.map(({ row }) => row.estimate),
    Math.max(10, Math.min(30, box.width / 22)),
  );
  const names = places.map(({ row }) => wrap(row.name, NAME.widest, NAME, 1)[0] ?? '');
  const spots = spotsOf(places, names, discs, plot);
  const area = { left: box.left, right: box.left + box.width, top: box.top, bottom: box.top + box.height };
  const labels = placeMapLabels(spots, area);
  const ringed = spots.some(({ value }, i) => value.reports !== '' && !labels[i]);
  const drawn = series(marks, (mark, i) => {
    const spot = spots[i];
    if (!spot) return listed.items[i - spots.length] ?? [];
    const reach = Math.max(REACH, spot.radius);
    const around = { left: spot.x - reach, top: spot.y - reach, width: 2 * reach, height: 2 * reach };
    return [
      ...disc(mark.estimate, spot, discs, { colour: colourOf(mark.measure, theme), theme }),
      target(around, theme),
      ...words(names[i] ?? '', spot, labels[i] ?? null, plot),
    ];
  });
  return { panel: { box, series: drawn }, ringed };
}

/** Circles with the words that they want, in the order of their rows. */
function spotsOf(places: readonly PlacedRow[], names: readonly string[], discs: Discs, plot: Plot): Spot[] {
  return places.map(({ row, x, y }, i) => {
    const value = valueLabel(estimateOf(row.estimate), plot.words);
    const width = nameWidth(names[i]) + GAP + value.width;
    return { x, y, radius: discReach(row.estimate, discs), width, value };
  });
}

function nameWidth(name = ''): number {
  return Math.ceil(textWidth(name, NAME));
}

function words(name: string, { value, x, y, radius }: Spot, at: LabelPlace, plot: Plot): Shape[] {
  const { theme } = plot;
  if (!at) return value.reports === '' ? [] : [ring(x + radius * 0.7, y - radius * 0.7, theme)];
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
    ...drawLabel(value, at.x + nameWidth(name) + GAP, at.y, theme),
  ];
}
