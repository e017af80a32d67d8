export { inlineColours, styleOfColours, type ThemeColour } from './inline/colours.ts';
export { drawInline, type InlinePicture, type InlineSubject, inlineWidths } from './inline/draw.ts';
export { styleOfLayouts } from './inline/layouts.ts';
export { drawPdf, drawPng, drawSvg, type Subject } from './picture/draw.ts';
export { type PictureQuery, readPictureQuery } from './picture/read.ts';
export { type DeckSubject, type DeckView, deckOf, drawPptx } from './slides/deck.ts';
export { type AskedView, readViews, type ViewQuery } from './slides/read.ts';
