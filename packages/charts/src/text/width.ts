import { runs } from './advances.ts';

const advances = new Map(
  runs.flatMap(([first, widths]) => widths.map((width, i) => [first + i, width] as const)),
);

/** Other letters are taken as wide as wide Latin ones, Chinese, Japanese and Korean ones and emoji as a full em. */
const OTHER = 660;
const FULL = 1000;
const FIRST_FULL = 0x2e80;
/** Semi-bold letters are wider by 3 to 6 percent. */
const BOLD = 1.05;
/** Fonts that stand in where Source Sans is missing are wider; a little air keeps their words apart, too. */
const AIR = 1.04;

/** How wide a text is in pixels, estimated from the font's metrics: it needs no fonts and no canvas. */
export function textWidth(text: string, size: number, bold = false): number {
  let units = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    units += advances.get(code) ?? (code >= FIRST_FULL ? FULL : OTHER);
  }
  return (units / 1000) * size * (bold ? BOLD : 1) * AIR;
}
