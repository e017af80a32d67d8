/** The pictures and slides of a query, wherever they are drawn: nothing here needs Node. */
export { drawPdf, drawPng, drawSvg, type Subject } from './picture/draw.ts';
export { named } from './picture/named.ts';
export { readPictureQuery } from './picture/read.ts';
export { type DeckSubject, drawPptx } from './slides/deck.ts';
export { readDeck, readViews } from './slides/read.ts';
