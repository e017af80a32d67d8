/** A part of the circle of longitudes, in degrees: from `west` eastwards. */
export interface Arc {
  west: number;
  width: number;
}

/** Wider than this, a country is not shown as a whole: its places would be a dot in it. */
const WHOLE = 60;

/** The smallest arc that holds all longitudes: what lies on both sides of the 180th meridian is near. Throws without any. */
export function smallestArc(longitudes: readonly number[]): Arc {
  const sorted = [...longitudes].sort((a, b) => a - b);
  const first = sorted[0];
  if (first === undefined) throw new Error('an arc of no longitude was asked for');
  let widest = { gap: -1, west: first };
  for (const [i, lon] of sorted.entries()) {
    const next = sorted[i + 1];
    const gap = (next ?? first + 360) - lon;
    if (gap > widest.gap) widest = { gap, west: next ?? first };
  }
  return { west: widest.west, width: Math.max(0, 360 - widest.gap) };
}

/**
 * The longitudes that a map shows: all of its countries where these are not too wide, else those of its places. Throws
 * without a place.
 */
export function shownArc(countries: readonly number[], places: readonly number[]): Arc & { whole: boolean } {
  const all = smallestArc([...countries, ...places]);
  return all.width <= WHOLE ? { ...all, whole: true } : { ...smallestArc(places), whole: false };
}
