import { type Drawing, draw } from '@article21/charts';
import type { Words } from '@article21/messages';
import { parseDay } from '@article21/model';
import type { Numbers } from './numbers.ts';

/** The same room around the plots as in the drawing that is replaced. */
const PADDING = 8;

/** The chart for a width in pixels. Its title stands over it already. */
export function drawAt(
  { query, counts, places, beside }: Numbers,
  words: Words,
  { width, dark }: { width: number; dark: boolean },
): Drawing {
  const { from, to, ...others } = counts.query;
  const asked = { ...others, from: dayOrNull(from), to: dayOrNull(to) };
  return draw(query.chart, counts, {
    ...beside,
    words,
    places,
    query: asked,
    theme: query.theme ?? (dark ? 'dark' : 'light'),
    synthetic: counts.synthetic,
    padding: PADDING,
    width,
  });
}

function dayOrNull(text: string | null): number | null {
  return text === null ? null : parseDay(text);
}
