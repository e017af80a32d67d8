import { textWidth } from './width.ts';
import { wrap } from './wrap.ts';

const FONT = { size: 13 };
const MOST_LINES = 3;
const AIR = 10;
const WIDEST = 0.4;
const UNBROKEN = 0.48;
const LINE = 16;
const ONE_LINE = 26;
const BROKEN = 10;

/** The names left of bars: how wide they stand, how high a row must be, and how a name is broken. */
export interface NameColumn {
  width: number;
  rowHeight: number;
  lines(name: string): string[];
}

/**
 * A column as wide as its longest name, up to nearly half of the picture; where a name is longer still, it takes two
 * fifths, and names are broken.
 */
export function nameColumn(names: readonly string[], available: number): NameColumn {
  const longest = Math.max(0, ...names.map((name) => textWidth(name, FONT)));
  const fits = longest + AIR <= available * UNBROKEN;
  const text = Math.ceil(fits ? longest : Math.min(longest, Math.floor(available * WIDEST) - AIR));
  const lines = (name: string) => keepEnd(name, wrap(name, text, FONT, MOST_LINES), text);
  const most = Math.max(1, ...names.map((name) => lines(name).length));
  return { width: text + AIR, rowHeight: most === 1 ? ONE_LINE : most * LINE + BROKEN, lines };
}

/** A name that is cut keeps its end, because long names often differ only there: "…way, Block 2". */
function keepEnd(name: string, lines: string[], width: number): string[] {
  const whole = name.trim().replace(/\s+/g, ' ');
  const letters = (text: string) => text.replace(/\s/g, '');
  if (letters(lines.join('')) === letters(whole)) return lines;
  const characters = [...whole];
  let start = characters.length - 1;
  const tail = (from: number) => `…${characters.slice(from).join('').trimStart()}`;
  while (start > 0 && textWidth(tail(start - 1), FONT) <= width) start--;
  return [...lines.slice(0, -1), tail(start)];
}
