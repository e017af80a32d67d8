import { closest, distance } from 'fastest-levenshtein';

/** More names than this are not compared one by one: a hint must not cost more than the reading. */
export const MOST_COMPARED = 2_000;

/** What was probably meant: the known name that differs in few letters; null when none is near. */
export function nearest(text: string, known: readonly string[]): string | null {
  if (known.length === 0 || known.length > MOST_COMPARED || text.length > 100) return null;
  const lower = known.map((it) => it.toLowerCase());
  const best = known[lower.indexOf(closest(text.toLowerCase(), lower))];
  if (best === undefined) return null;
  return distance(text.toLowerCase(), best.toLowerCase()) <= Math.max(1, Math.floor(text.length / 4))
    ? best
    : null;
}

/** A hint that names what was probably meant, or else the known names, as many as one reads. */
export function didYouMean(text: string, known: readonly string[], otherwise: string): string {
  const near = nearest(text, known);
  return near === null ? otherwise : `did you mean ${near}? Otherwise ${otherwise}`;
}
