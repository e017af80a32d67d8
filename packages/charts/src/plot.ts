import type { ChartContext } from './chart.ts';
import { chartThemes, type Theme } from './theme.ts';

/** What every part of one picture needs: the words, the colours, and how much room there is. */
export interface Plot extends Omit<ChartContext, 'theme' | 'width' | 'padding'> {
  theme: Theme;
  /** The empty space around the picture in pixels, and so the left edge of everything in it. */
  left: number;
  /** The pixels between the empty spaces. */
  width: number;
  /** The pixels from edge to edge. */
  pictureWidth: number;
}

const PADDING = 16;
/** A picture is laid out for at least so many pixels, so that text has room to wrap. */
const NARROWEST = 200;

/** The plot of a picture in its context. */
export function plotOf({ theme, width, padding = PADDING, ...context }: ChartContext): Plot {
  return {
    ...context,
    theme: chartThemes[theme],
    left: padding,
    width: Math.max(NARROWEST, width - 2 * padding),
    pictureWidth: width,
  };
}
