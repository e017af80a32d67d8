import type { ValueLabel } from '../marks/label.ts';

const AIR = 3;
const HEIGHT = 18;

/** A circle on a map, and the words that it wants beside it. */
export interface Spot {
  x: number;
  y: number;
  /** Its reach, with ring and arrows. */
  radius: number;
  /** The width of its words: the name, and the number. */
  width: number;
  value: ValueLabel;
}

interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where the words of a spot begin, and their middle; null where they have room nowhere. */
export type LabelPlace = { x: number; y: number; leader: Leader | null } | null;

/** A line from the edge of a circle to its words, where these do not stand right beside it. */
export interface Leader {
  from: Point;
  to: Point;
}

type Point = [x: number, y: number];

/** Words must be nearer to their own circle than to any other by so many pixels, or have a line to it. */
const NEARER = 2;
/** How far from its circle words may stand at the end of a line, the nearest first. */
const AWAY = [16, 24, 34] as const;
/** The same for the largest circles: a line so long for each of them all would be a net over the map. What finds no place has a number. */
const FAR = [...AWAY, 46, 58] as const;
const LARGEST = 20;
const DIRECTIONS = 32;

/**
 * Places words beside circles, so that none covers another or a circle, none leaves the area, and each is nearer to
 * its own circle than to any other, or has a line to it that meets nothing. Spots choose in the order in which they
 * come: the largest first. No smaller one takes the place of a larger.
 */
export function placeMapLabels(spots: readonly Spot[], area: Area): LabelPlace[] {
  const taken: Taken = { area, words: [], leaders: [] };
  return spots.map((spot, own) => {
    const others = spots.filter((_, i) => i !== own);
    const found = [...adjacent(spot), ...withLeader(spot, own < LARGEST ? FAR : AWAY)].find((at) =>
      isFree(at, spot, others, taken),
    );
    if (!found) return null;
    taken.words.push(areaOf(found, spot.width));
    if (found.leader) taken.leaders.push(found.leader);
    return found;
  });
}

/**
 * Places numbers right beside those circles that have neither words nor room in them, where that is free; null where it
 * is nowhere. `labels` are the places that the words of all spots have.
 */
export function placeNumbers(
  circles: readonly Spot[],
  { spots, labels }: { spots: readonly Spot[]; labels: readonly LabelPlace[] },
  area: Area,
  width: number,
): LabelPlace[] {
  const placed = labels.flatMap((at, i) => (at ? [{ at, width: spots[i]?.width ?? 0 }] : []));
  const taken: Taken = {
    area,
    words: placed.map((it) => areaOf(it.at, it.width)),
    leaders: placed.flatMap(({ at }) => at.leader ?? []),
  };
  return circles.map((circle) => {
    const found = around(circle, width).find((at) => {
      const digits = digitsAt(at, width);
      const own = gap(digits, circle);
      return (
        isWithin(digits, area) &&
        !taken.words.some((other) => meet(digits, other)) &&
        !taken.leaders.some((leader) => crosses(leader, digits)) &&
        spots.every((other) => other === circle || gap(digits, other) > Math.max(0, own))
      );
    });
    if (!found) return null;
    taken.words.push(digitsAt(found, width));
    return { ...found, leader: null };
  });
}

/** Digits take less height than words, which have letters that reach below their line. */
const DIGITS = 12;

function digitsAt({ x, y }: { x: number; y: number }, width: number): Area {
  return { left: x, right: x + width, top: y - DIGITS / 2, bottom: y + DIGITS / 2 };
}

/** Close to a circle, all around it. */
function around({ x, y, radius }: Spot, width: number): { x: number; y: number }[] {
  return Array.from({ length: DIRECTIONS }, (_, i) => {
    const angle = (i / DIRECTIONS) * 2 * Math.PI;
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    const middle = x + dx * (radius + width / 2 + 1);
    return { x: middle - width / 2, y: y + dy * (radius + DIGITS / 2 + 1) };
  });
}

interface Taken {
  /** What nothing may leave. */
  area: Area;
  words: Area[];
  leaders: Leader[];
}

type Candidate = NonNullable<LabelPlace>;

function isFree(at: Candidate, spot: Spot, others: readonly Spot[], taken: Taken): boolean {
  const words = areaOf(at, spot.width);
  if (!isWithin(words, taken.area) || taken.words.some((other) => meet(words, other))) return false;
  if (taken.leaders.some((leader) => crosses(leader, words))) return false;
  if (others.some((other) => gap(words, other) < 0)) return false;
  const { leader } = at;
  if (!leader) {
    const letters = areaOf(at, spot.width, 0);
    return others.every((other) => gap(letters, spot) + NEARER <= gap(letters, other));
  }
  return (
    !taken.words.some((other) => crosses(leader, other)) &&
    !taken.leaders.some((other) => meetEachOther(leader, other)) &&
    others.every((other) => fromLine(leader, other) > other.radius + NEARER)
  );
}

function isWithin(words: Area, area: Area): boolean {
  return (
    words.left >= area.left &&
    words.right <= area.right &&
    words.top >= area.top &&
    words.bottom <= area.bottom
  );
}

/** Right beside a circle: to the right, the left, below, above, and slantwise. */
function adjacent({ x, y, radius, width }: Spot): Candidate[] {
  const [side, apart, half] = [radius + 5, radius + HEIGHT / 2 + 1, width / 2];
  const slant = radius * 0.7 + 4;
  return [
    { x: x + side, y },
    { x: x - side - width, y },
    { x: x - half, y: y + apart },
    { x: x - half, y: y - apart },
    { x: x + slant, y: y - slant - 4 },
    { x: x + slant, y: y + slant + 4 },
    { x: x - slant - width, y: y - slant - 4 },
    { x: x - slant - width, y: y + slant + 4 },
    { x: x - width * 0.85, y: y + apart },
    { x: x - width * 0.15, y: y + apart },
    { x: x - width * 0.85, y: y - apart },
    { x: x - width * 0.15, y: y - apart },
  ].map((at) => ({ ...at, leader: null }));
}

/** At the end of a line, all around a circle. */
function withLeader({ x, y, radius, width }: Spot, distances: readonly number[]): Candidate[] {
  return distances.flatMap((distance) =>
    Array.from({ length: DIRECTIONS }, (_, i): Candidate => {
      const angle = (i / DIRECTIONS) * 2 * Math.PI;
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const from: Point = [x + dx * radius, y + dy * radius];
      const to: Point = [x + dx * (radius + distance), y + dy * (radius + distance)];
      // The line ends at the middle of the side of the words that it comes from.
      const isUpright = Math.abs(dx) < 0.5;
      const left = isUpright ? to[0] - width / 2 : dx > 0 ? to[0] + AIR : to[0] - AIR - width;
      const middle = isUpright ? to[1] + Math.sign(dy) * (HEIGHT / 2) : to[1];
      return { x: left, y: middle, leader: { from, to } };
    }),
  );
}

function areaOf({ x, y }: { x: number; y: number }, width: number, air = AIR): Area {
  return { left: x - air, right: x + width + air, top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 };
}

function meet(a: Area, b: Area): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The pixels between words and the edge of a circle; negative where they touch. */
function gap(area: Area, { x, y, radius }: Spot): number {
  const near = {
    x: Math.max(area.left, Math.min(x, area.right)),
    y: Math.max(area.top, Math.min(y, area.bottom)),
  };
  return Math.hypot(near.x - x, near.y - y) - radius;
}

/** The pixels from the middle of a circle to a line. */
function fromLine({ from, to }: Leader, { x, y }: Spot): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
  const at = Math.max(0, Math.min(1, along));
  return Math.hypot(from[0] + at * dx - x, from[1] + at * dy - y);
}

/** Whether a line runs through an area. */
function crosses(line: Leader, { left, right, top, bottom }: Area): boolean {
  const corners: Point[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
  const isIn = ([x, y]: Point) => x > left && x < right && y > top && y < bottom;
  if (isIn(line.from) || isIn(line.to)) return true;
  return corners.some((from, i) => meetEachOther(line, { from, to: corners[(i + 1) % 4] ?? from }));
}

function meetEachOther(a: Leader, b: Leader): boolean {
  const side = ({ from, to }: Leader, [x, y]: Point) =>
    Math.sign((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]));
  return side(a, b.from) !== side(a, b.to) && side(b, a.from) !== side(b, a.to);
}
