/** A chart with everything that must travel with it, as pictures, slides and parts of pages: nothing here needs Node. */
export { inlineColours, styleOfColours, type ThemeColour } from './inline/colours.ts';
export { drawInline, type InlineSubject, inlineWidths, pageWidths } from './inline/draw.ts';
export type { InlinePicture } from './inline/lay-out.ts';
export { styleOfLayouts } from './inline/layouts.ts';
export { drawInlineNotation, notationWidths } from './inline/notation.ts';
export { type Reserved, reserveLayouts } from './inline/reserve.ts';
export { contentDisposition } from './picture/content-disposition.ts';
export { contextOf } from './picture/context.ts';
export { drawPdf, drawPng, drawSvg, type Subject } from './picture/draw.ts';
export { drawableTitle } from './picture/drawable.ts';
export { type PictureTexts, pictureTexts } from './picture/picture-texts.ts';
export { type PictureQuery, readPictureQuery, refuseLarge, tooLarge } from './picture/read.ts';
export { type DeckSubject, type DeckView, deckOf, drawPptx } from './slides/deck.ts';
export { drawHandout } from './slides/handout.ts';
export {
  readDeck,
  readViews,
  type ViewQuery,
  type ViewRequest,
} from './slides/read.ts';
