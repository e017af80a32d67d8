import type { Mark } from '@article21/charts';

/** The mark at an index, and those of the same period, or else the same place, in the other panels. None for -1. */
export function linkedMarks(marks: readonly Mark[], index: number): Mark[] {
  const meant = marks[index];
  if (!meant) return [];
  const { period, place, seriesIndex } = meant;
  const key = period === undefined ? 'place' : 'period';
  if (period === undefined && place === undefined) return [meant];
  return [meant, ...marks.filter((it) => it.seriesIndex !== seriesIndex && it[key] === meant[key])];
}
