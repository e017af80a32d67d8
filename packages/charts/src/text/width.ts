import { type Cut, runs, widths } from './advances.ts';

const places = new Map(
  runs
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
    .map((code, place) => [code, place]),
);

/** Other letters are taken as wide as wide Latin ones, Chinese, Japanese and Korean ones and emoji as a full em. */
const OTHER = 660;
const FULL = 1000;
const FIRST_FULL = 0x2e80;
/** Fonts that stand in where ours are missing are wider; a little air keeps their words apart, too. */
const AIR = 1.04;

/** In which cut of which font a text is set, at how many pixels. */
export interface Font {
  size: number;
  bold?: boolean;
  serif?: boolean;
}

/** How wide a text is in pixels, estimated from the font's metrics: it needs no fonts and no canvas. */
export function textWidth(text: string, { size, bold = false, serif = false }: Font): number {
  const advances = widths[cutOf(bold, serif)];
  let units = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    units += advances[places.get(code) ?? -1] ?? (code >= FIRST_FULL ? FULL : OTHER);
  }
  return (units / 1000) * size * AIR;
}

function cutOf(bold: boolean, serif: boolean): Cut {
  if (serif) return bold ? 'serifSemiBold' : 'serif';
  return bold ? 'sansSemiBold' : 'sans';
}
