import type { MeasureId } from '@article21/model';
import type { Plot } from '../plot.ts';
import type { Point } from './over.ts';

/** Counts that are read out in full before the rest is only counted. */
const READ = 12;

/** The text alternative of one panel. */
export function altOf(title: string, measure: MeasureId, points: readonly Point[], { words }: Plot): string {
  const said = points.flatMap(({ name, estimate, instead }) => {
    const number = estimate ? words.count(estimate, measure) : instead;
    return number === undefined ? [] : [`${name}: ${number}`];
  });
  if (said.length === 0) return `${title}. ${words.drawing.noNumber}`;
  const rest = said.length - READ;
  const more = rest > 0 ? [words.plural(words.drawing.moreMarks, rest)] : [];
  return `${title}. ${[...said.slice(0, READ), ...more].join('; ')}.`;
}
