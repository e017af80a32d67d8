import type { Outline } from '@article21/model';
import type { OutlineShape } from '../shape.ts';
import type { Theme } from '../theme.ts';
import { mix } from '../tints.ts';
import { clip, isCut, type Point, type Rectangle } from './clip.ts';
import type { Position, Projection } from './projection.ts';

/**
 * The land of countries behind the points of a map: one area, and their borders over it. What lies outside of the map
 * is cut off, and no border is drawn where it is cut.
 */
export function landOf(outlines: readonly Outline[], projection: Projection, theme: Theme): OutlineShape[] {
  const all = outlines.flatMap(({ rings }) => rings as readonly (readonly Position[])[]);
  const { rings, box, ...placed } = projection.outline(all);
  const cut = rings
    .map((ring) => (isWithin(ring, box) ? ring : clip(ring, box)))
    .filter((it) => it.length > 2);
  const area = cut.map((ring) => `${line(ring)}Z`).join('');
  if (area === '') return [];
  const place = { x: placed.x, y: placed.y, scaleX: placed.scale, scaleY: placed.scale, silent: true };
  const border = { stroke: mix(theme.ground, theme.ink, 0.35), lineWidth: 1 / placed.scale };
  const fill = mix(theme.ground, theme.ink, 0.05);
  const borders = cut.map((ring) => bordersOf(ring, box)).join('');
  // Where nothing is cut, area and borders are the same line.
  return borders === area
    ? [{ type: 'outline', ...place, shape: { pathData: area }, style: { fill, ...border } }]
    : [
        { type: 'outline', ...place, shape: { pathData: area }, style: { fill } },
        { type: 'outline', ...place, shape: { pathData: borders }, style: { fill: 'none', ...border } },
      ];
}

function isWithin(ring: readonly Point[], { left, right, top, bottom }: Rectangle): boolean {
  return ring.every(([x, y]) => x >= left && x <= right && y >= top && y <= bottom);
}

/** A closed line without the parts along which it was cut. */
function bordersOf(ring: readonly Point[], box: Rectangle): string {
  const cuts = ring.flatMap((point, i) =>
    isCut(point, ring[(i + 1) % ring.length] ?? point, box) ? [i] : [],
  );
  const [first] = cuts;
  if (first === undefined) return `${line(ring)}Z`;
  // From behind the first cut once around: each further cut ends a piece.
  const from = [...ring.slice(first + 1), ...ring.slice(0, first + 1)];
  const ends = cuts.map((i) => (i - first - 1 + ring.length) % ring.length).sort((a, b) => a - b);
  const starts = [0, ...ends.map((end) => end + 1)];
  return ends.map((end, i) => line(from.slice(starts[i], end + 1))).join('');
}

/** Points in whole units as path data; fewer than two make no line. */
function line(points: readonly Point[]): string {
  if (points.length < 2) return '';
  let [lastX, lastY] = [0, 0];
  return points
    .map((point, i) => {
      const [x, y] = point.map(Math.round) as Point;
      const [dx, dy] = [x - lastX, y - lastY];
      [lastX, lastY] = [x, y];
      return `${i === 0 ? 'M' : i === 1 ? 'l' : dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`;
    })
    .join('');
}
