import { defaultFonts, type FontFiles, installed } from './installed.ts';
import { type PngOptions, png, pngAsync } from './png.ts';
import { createVectorRenderer, type VectorRenderer } from './vector.ts';

export interface Renderer extends VectorRenderer {
  /** The PNG of such an SVG. Throws when it is not one. */
  png(svg: string, options: PngOptions): Uint8Array;
  /** The same bytes, made on another thread: a server goes on answering meanwhile. */
  pngAsync(svg: string, options: PngOptions): Promise<Uint8Array>;
}

export interface RendererOptions {
  /** TrueType files; the installed Source fonts unless given. One process measures with one set of fonts. */
  fonts?: FontFiles;
}

/** Throws when fonts are missing, or other than those of an earlier renderer in the same process. */
export function createRenderer({ fonts = defaultFonts() }: RendererOptions = {}): Renderer {
  return { ...createVectorRenderer(installed(fonts)), png, pngAsync };
}
