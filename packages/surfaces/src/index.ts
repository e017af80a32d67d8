export { writeEmbedFailure } from './embed/failure.ts';
export type { EmbedAddresses } from './embed/layout.ts';
export { describeEmbed } from './embed/oembed.ts';
export { type EmbedSubject, writeEmbed } from './embed/page.ts';
export { readEmbedQuery } from './embed/read.ts';
export { style as embedStyle } from './embed/style.ts';
export { robotsOf, sitemapOf } from './head/sitemap.ts';
export { inlineColours, styleOfColours, type ThemeColour } from './inline/colours.ts';
export { drawInline, type InlineSubject, inlineWidths, pageWidths } from './inline/draw.ts';
export type { InlinePicture } from './inline/lay-out.ts';
export { styleOfLayouts } from './inline/layouts.ts';
export { drawInlineNotation } from './inline/notation.ts';
export { type Addresses, type PageRoute, pageAddress, serverAddresses, sitePath } from './page/addresses.ts';
export { type FailureSubject, writeFailure } from './page/failure.ts';
export type { PageSubject } from './page/subject.ts';
export { createTemplate, type Template } from './page/template.ts';
export { writePage } from './page/write.ts';
export { drawPdf, drawPng, drawSvg, type Subject } from './picture/draw.ts';
export { named } from './picture/named.ts';
export { type PictureQuery, readPictureQuery } from './picture/read.ts';
export { type DeckSubject, type DeckView, deckOf, drawPptx } from './slides/deck.ts';
export {
  type AskedView,
  readDeck,
  readViews,
  type ViewQuery,
} from './slides/read.ts';
