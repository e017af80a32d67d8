import { type Font, textWidth } from '@article21/charts';
import type { PictureTexts } from '@article21/pictures';
import { widths } from './chart.tsx';
import { shownIn } from './rooms.ts';

interface Content {
  /** The height of the plots when they are laid out for a width. */
  chart(width: number): number;
  /** What stands under the chart, and what leads to its page. */
  hint: string;
  link: string;
  controls: boolean;
  /** Above the chart: that data are synthetic. */
  notice: string | null;
}

const PADDING = 24;
/** Around the chart, and above what stands under it, with a line. */
const MARGINS = 16 + 17;
/** The table, folded away. */
const TABLE = 36;
/**
 * Letters of the reader's machine may be wider than those that are measured: Georgia by a tenth, as the style sheet sees to
 * it that DejaVu Serif is no wider; the sans serif of the system by a quarter.
 */
const WIDER = { serif: 1.1, sans: 1.25 };

/**
 * About how high an embed is in a frame of that width, for those who cannot be told it by the frame itself: rather a
 * little too high than cut off.
 */
export function heightOf(
  { title, spoken, source, below }: PictureTexts,
  width: number,
  content: Content,
): number {
  const inner = Math.max(1, width - PADDING);
  const room = width - PADDING + 16;
  const chart = chartHeight(room, content);
  const size = (least: number, most: number, share: number) =>
    Math.min(most, Math.max(least, 14 + share * width));
  const [large, small] = [size(18, 24, 0.012), size(16, 18, 0.005)];
  const lines = (text: string, font: Font) => linesOf(text, font, inner);
  const heading =
    title === undefined
      ? 0
      : lines(title, { size: large, bold: true, serif: true }) * Math.ceil(large * 1.25) + 8;
  const sentenceHeight = spoken.reduce(
    (height, text) => height + lines(text, { size: small, serif: true }) * Math.ceil(small * 1.35) + 4,
    0,
  );
  const foot = [content.hint, source, below[0] ?? '', content.link].reduce(
    (height, text) => height + lines(text, { size: 14 }) * 21 + 2,
    0,
  );
  const controls = content.controls ? 72 * Math.ceil(640 / inner) : 0;
  const notice = content.notice === null ? 0 : lines(content.notice, { size: 15, bold: true }) * 22 + 8;
  return PADDING + heading + sentenceHeight + controls + notice + MARGINS + chart + TABLE + foot;
}

/** The height of what is drawn, in a room of that width. */
function chartHeight(room: number, { chart }: Content): number {
  const { layout, width } = shownIn(room);
  const laidOut = widths[layout] ?? widths[0];
  return Math.ceil((chart(laidOut) * width) / laidOut);
}

/** How many lines a text takes, broken between its words; a word that is too long is broken, too. */
function linesOf(text: string, font: Font, inner: number): number {
  const widthOf = (part: string) => textWidth(part, font) * (font.serif ? WIDER.serif : WIDER.sans);
  const space = widthOf(' ');
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const wide = widthOf(word);
    const joined = used === 0 ? wide : used + space + wide;
    if (joined <= inner) used = joined;
    else {
      const own = Math.ceil(wide / inner);
      lines += used === 0 ? own - 1 : own;
      used = wide - (own - 1) * inner;
    }
  }
  return lines;
}
