import type { ValueLabel } from '../uncertainty/label.ts';

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
export type LabelPlace = { x: number; y: number } | null;

/**
 * Places words beside circles: to the right, the left, below or above, so that none covers another or a circle and
 * none leaves the area. Whoever has the fewest places left chooses first, among equals who comes first.
 */
export function placeMapLabels(spots: readonly Spot[], area: Area): LabelPlace[] {
  const open = spots.map((spot, own) =>
    candidates(spot).filter((at) => {
      const words = areaOf(at, spot.width);
      const covers = spots.some((other, i) => i !== own && touches(words, other));
      return !covers && isWithin(words, area);
    }),
  );
  const places = spots.map((): LabelPlace => null);
  const waiting = new Set(spots.keys());
  while (waiting.size > 0) {
    const [next = 0] = [...waiting].sort((a, b) => (open[a]?.length ?? 0) - (open[b]?.length ?? 0) || a - b);
    waiting.delete(next);
    const [found] = open[next] ?? [];
    if (!found) continue;
    places[next] = found;
    const taken = areaOf(found, spots[next]?.width ?? 0);
    for (const other of waiting)
      open[other] = (open[other] ?? []).filter((at) => !meet(areaOf(at, spots[other]?.width ?? 0), taken));
  }
  return places;
}

function isWithin(words: Area, area: Area): boolean {
  return (
    words.left >= area.left &&
    words.right <= area.right &&
    words.top >= area.top &&
    words.bottom <= area.bottom
  );
}

function candidates({ x, y, radius, width }: Spot): { x: number; y: number }[] {
  const [beside, apart, half] = [radius + 5, radius + HEIGHT / 2 + 1, width / 2];
  const slant = radius * 0.7 + 4;
  return [
    { x: x + beside, y },
    { x: x - beside - width, y },
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
  ];
}

function areaOf({ x, y }: { x: number; y: number }, width: number): Area {
  return { left: x - AIR, right: x + width + AIR, top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 };
}

function meet(a: Area, b: Area): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function touches(area: Area, { x, y, radius }: Spot): boolean {
  const near = {
    x: Math.max(area.left, Math.min(x, area.right)),
    y: Math.max(area.top, Math.min(y, area.bottom)),
  };
  return Math.hypot(near.x - x, near.y - y) < radius;
}
