import type { MeasureId } from '@article21/model';

/** What a file is called when it is kept: the measure, where there is one, and the snapshot. */
export function named(
  way: 'inline' | 'attachment',
  measures: readonly MeasureId[],
  snapshot: string,
  ending: string,
): { 'Content-Disposition': string } {
  const [only, ...others] = measures;
  const subject = only && others.length === 0 ? only.replaceAll('_', '-') : 'chart';
  return { 'Content-Disposition': `${way}; filename="${subject}-${snapshot}.${ending}"` };
}
