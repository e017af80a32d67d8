export { createImageCache, type ImageCache } from './cache.ts';
export { defaultFonts, type FaceName, type FontFiles } from './fonts.ts';
export type { PngOptions, Scale } from './png.ts';
export { createRenderer, type Frame, type Renderer, type RendererOptions } from './renderer.ts';
export type {
  Deck,
  Slide,
  SlideCell,
  SlideChart,
  SlideLabel,
  SlidePanel,
  SlideSeries,
  SlideTable,
} from './slides/deck.ts';
