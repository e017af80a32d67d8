import { type Font, textWidth } from '@article21/charts';
import type { Said } from '../picture/said.ts';
import { widths } from './chart.ts';

interface Content {
  /** The height of the plots when they are laid out for a width. */
  chart(width: number): number;
  controls: boolean;
  synthetic: boolean;
}

const PADDING = 24;
/** Letters of the reader's machine may be wider than those that are measured. */
const WIDER = 1.2;

/**
 * About how high an embed is in a frame of that width, for those who cannot be told it by the frame itself: rather a
 * little too high than cut off.
 */
export function heightOf({ title, sentences, source, below }: Said, width: number, content: Content): number {
  const inner = Math.max(1, width - PADDING);
  const room = width - PADDING + 16;
  const [laidOut, most] = room < 480 ? [widths[0], 480] : room < 720 ? [widths[1], 720] : [widths[2], 1040];
  const chart = Math.ceil((content.chart(laidOut) * Math.min(room, most)) / laidOut);
  const lines = (text: string, font: Font) => Math.max(1, Math.ceil((textWidth(text, font) * WIDER) / inner));
  const heading = title === undefined ? 0 : lines(title, { size: 24, bold: true, serif: true }) * 30 + 8;
  const said = sentences.reduce(
    (height, text) => height + lines(text, { size: 18, serif: true }) * 24 + 4,
    0,
  );
  const foot = [source, below[0] ?? ''].reduce(
    (height, text) => height + lines(text, { size: 14 }) * 21 + 2,
    0,
  );
  const controls = content.controls ? 72 * Math.ceil(640 / inner) : 0;
  return (
    PADDING + heading + said + controls + (content.synthetic ? 32 : 0) + 16 + chart + 36 + 17 + foot + 36
  );
}
