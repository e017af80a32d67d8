import { Resvg, type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js';
import { withoutWords } from './words.ts';

/** How many pixels of the image make one of the picture. */
export type Scale = 1 | 2 | 3;

export interface PngOptions {
  scale: Scale;
}

/** A PNG of a picture of ours. Throws on an SVG whose text is not drawn, because no font is loaded for it. */
export function png(svg: string, { scale }: PngOptions): Uint8Array {
  return new Resvg(drawnOnly(svg), optionsFor(scale)).render().asPng();
}

/** The same bytes; but the pixels are made beside the event loop, which only packs them. */
export async function pngAsync(svg: string, { scale }: PngOptions): Promise<Uint8Array> {
  const image = await renderAsync(drawnOnly(svg), optionsFor(scale));
  return image.asPng();
}

function drawnOnly(svg: string): string {
  const drawn = withoutWords(svg);
  if (!drawn.includes('<text')) return drawn;
  throw new Error('unknown text in an SVG: only letters drawn as paths become pixels');
}

function optionsFor(scale: Scale): ResvgRenderOptions {
  return { font: { loadSystemFonts: false }, fitTo: { mode: 'zoom', value: scale }, logLevel: 'off' };
}
