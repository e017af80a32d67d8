export { inlineColours, styleOfColours, type ThemeColour } from './inline/colours.ts';
export { drawInline, type InlinePicture, type InlineSubject, inlineWidths } from './inline/draw.ts';
export { styleOfLayouts } from './inline/layouts.ts';
export { drawPng, drawSvg, type Subject } from './picture/draw.ts';
export { type PictureQuery, readPictureQuery } from './picture/read.ts';
