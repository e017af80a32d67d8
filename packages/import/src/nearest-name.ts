import { closest, distance } from 'fastest-levenshtein';

/** The name that differs from a text in few letters; null where none does. */
export function nearestName(text: string, names: readonly string[]): string | null {
  const lower = names.map((it) => it.toLowerCase());
  const best = names.length === 0 ? undefined : names[lower.indexOf(closest(text.toLowerCase(), lower))];
  if (best === undefined) return null;
  return distance(text.toLowerCase(), best.toLowerCase()) <= Math.max(1, Math.floor(text.length / 4))
    ? best
    : null;
}
