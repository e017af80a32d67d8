export type { FaceName } from './fonts.ts';
export { defaultFonts, type FontFiles } from './installed.ts';
export type { PdfText } from './pdf/page.ts';
export type { PngOptions, Scale } from './png.ts';
export { createRenderer, type Renderer, type RendererOptions } from './renderer.ts';
export type {
  Deck,
  Slide,
  SlideCell,
  SlideChart,
  SlideLabel,
  SlideNumber,
  SlidePanel,
  SlidePicture,
  SlideSeries,
  SlideTable,
} from './slides/deck.ts';
export { createUndrawable } from './undrawable.ts';
export type { DocumentPage, Frame, VectorRenderer } from './vector.ts';
