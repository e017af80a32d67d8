import { textWidth } from './width.ts';
import { wrap } from './wrap.ts';

const FONT = { size: 13 };
const MOST_LINES = 2;
const AIR = 10;
const WIDEST = 0.4;
const ONE_LINE = 26;
const TWO_LINES = 40;

/** The names left of bars: how wide they stand, how high a row must be, and how a name is broken. */
export interface NameColumn {
  width: number;
  rowHeight: number;
  lines(name: string): string[];
}

/** A column as wide as its longest name, but at most two fifths of the picture; longer names are broken. */
export function nameColumn(names: readonly string[], available: number): NameColumn {
  const longest = Math.max(0, ...names.map((name) => textWidth(name, FONT.size)));
  const text = Math.min(Math.ceil(longest), Math.floor(available * WIDEST) - AIR);
  const lines = (name: string) => wrap(name, text, FONT, MOST_LINES);
  const broken = names.some((name) => lines(name).length > 1);
  return { width: text + AIR, rowHeight: broken ? TWO_LINES : ONE_LINE, lines };
}
