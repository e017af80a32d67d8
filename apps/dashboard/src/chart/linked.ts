import type { Mark } from '@article21/charts';

/**
 * The mark at an index, and those of the same period, or else the same place, in the other panels; of several places together
 * also theirs. None for -1.
 */
export function linkedMarks(marks: readonly Mark[], index: number): Mark[] {
  const meant = marks[index];
  if (!meant) return [];
  const { period, place, places, seriesIndex } = meant;
  if (places)
    return [meant, ...marks.filter((it) => it.measure === meant.measure && isOneOf(places, it.place))];
  const key = period === undefined ? 'place' : 'period';
  if (period === undefined && place === undefined) return [meant];
  return [meant, ...marks.filter((it) => it.seriesIndex !== seriesIndex && it[key] === meant[key])];
}

function isOneOf(places: readonly string[], place: string | undefined): boolean {
  return place !== undefined && places.includes(place);
}
