import type { Typesetter } from '../typesetter.ts';
import { printable } from '../xml.ts';

/** Arial is wider than Source Sans, in which texts are measured here. */
const WIDER = 1.14;

/** About how many points a text takes on a slide. */
export function widthOf(
  text: string,
  { size, bold = false }: { size: number; bold?: boolean | undefined },
  typesetter: Typesetter,
): number {
  return typesetter.width(printable(text), `${bold ? '600 ' : ''}${size}px sans-serif`) * WIDER;
}

/** As much of a name as there is room for: one that is too long would take the place of what it names. */
export function shortened(name: string, size: number, room: number, typesetter: Typesetter): string {
  if (widthOf(name, { size }, typesetter) <= room) return name;
  // Not in the midst of a letter that takes two.
  const letters = [...name];
  let [fits, over] = [0, letters.length];
  while (fits + 1 < over) {
    const half = (fits + over) >> 1;
    const text = `${letters.slice(0, half).join('').trimEnd()}…`;
    if (widthOf(text, { size }, typesetter) <= room) fits = half;
    else over = half;
  }
  return `${letters.slice(0, fits).join('').trimEnd()}…`;
}
