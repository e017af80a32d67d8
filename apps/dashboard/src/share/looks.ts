import { sizeKeys } from '@article21/contract/client';
import type { Language, Theme } from '@article21/model';

/** How a view looks where it is taken to. Each is a key of its addresses; none changes a number. */
export interface Looks {
  /** Empty for the sentence of the chart. */
  title: string;
  lang: Language;
  /** Null for that of the reader's device in a frame, and a light picture. */
  theme: Theme | null;
  size: PictureSize;
  /** Whether readers of a frame may choose. */
  controls: boolean;
}

/** Pixels of a picture; without a height it is as high as it needs to be. */
export interface PictureSize {
  width: number;
  height: number | null;
}

/** As a picture is where its address says nothing of it. */
export const usualSize: PictureSize = { width: sizeKeys.width.absent, height: sizeKeys.height.absent };

/** Of what posts, papers and slides have room for. */
export const sizes = {
  usual: usualSize,
  card: { width: 1200, height: 630 },
  square: { width: 1080, height: 1080 },
  slide: { width: 1920, height: 1080 },
} as const satisfies Record<string, PictureSize>;

/** Reads what was typed as a width or a height; undefined where that is no size of a picture. */
export function readPixels(side: keyof PictureSize, text: string): number | null | undefined {
  if (text.trim() === '') return side === 'height' ? null : undefined;
  const read = sizeKeys[side].read(text.trim(), {});
  return 'value' in read ? read.value : undefined;
}
