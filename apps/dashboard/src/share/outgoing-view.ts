import { fileName, paths } from '@article21/contract/client';
import { type ChartQuery, printQuery, undrawable } from '@article21/model';
import type { PictureSize } from './looks.ts';

/** Pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A view on its way to somewhere else, with all that must not be left behind. Texts are plain: nothing is escaped. */
export interface OutgoingView {
  /** The reader's own title, else the sentence; the names of the measures where there are several. No point at its end. */
  title: string;
  /** Sentences, source and version: what stands under a picture, but for the address. */
  caption: string;
  /** Where the same numbers stand for ever. */
  permalink: string;
  /** Each absolute. With a snapshot in them where the numbers are to stay as they are. */
  link: string;
  embed: string;
  embedScript: string;
  /** The files, as they can be had here; relative where this browser makes them. */
  svg: string;
  png: string;
  pdf: string;
  pptx: string;
  /** The names that the files have when they are saved, as a server gives them. */
  saved: { svg: string; png: string; pdf: string };
  /**
   * What a text shows, over a sentence that stays as it is: the picture of that very snapshot, also where all else follows
   * the data. An address, or the name of the file that is to be saved beside the text.
   */
  image: { svg: string; png: string; pdf: string };
  /** Pixels of the picture at its usual width, where that is known. */
  size: Size | null;
  /** The same picture drawn for a phone, on which the letters of a wide one would be too small; null where there is none. */
  narrow: { svg: string; size: Size } | null;
  /** Pixels of a frame as wide as that, until it tells its own. */
  frameHeight: number;
}

/** What is shared, as the page knows it. */
export interface Sharing {
  /** An address of this site as somebody elsewhere has to type it, of whatever site and under whatever path it is. */
  absolute(address: string): string;
  /** What is drawn, with its language; the snapshot is the one that is shown. */
  query: ChartQuery;
  /** Of pictures, as it was chosen. */
  pictured: PictureSize;
  /** Whether readers of a frame may choose. */
  controls: boolean;
  snapshot: string;
  frozen: boolean;
  /** The names of the measures, and what is said of each. */
  measures: readonly string[];
  /** What the view says: a sentence of each measure, and what limits it. */
  headlines: readonly { text: string; remarks: readonly string[] }[];
  /** "Source: KIBHR; IPHR" */
  source: string;
  /** "snapshot 2012-09-25-3f9c" */
  version: string;
  /** Pixels of the picture, and of the one for a phone. */
  size: Size | null;
  narrow: Size | null;
  frameHeight: number;
  /** Whether pictures are drawn by this browser and have no address, as in a mirror. */
  mirrored: boolean;
}

/** The addresses and texts of a view that is shared. */
export function outgoingView(sharing: Sharing): OutgoingView {
  const { absolute, query, snapshot, frozen, headlines, source, version, mirrored } = sharing;
  const { pictured, controls, size, narrow, frameHeight } = sharing;
  const kept = { ...query, snapshot: frozen ? snapshot : null };
  const drawn = pictureQuery(kept, pictured);
  const still = { ...drawn, snapshot };
  const file = (address: string) => (mirrored ? address : absolute(address));
  const saved = {
    svg: fileName(query, 'svg'),
    png: fileName(query, 'png'),
    pdf: fileName(query, 'pdf'),
  };
  const addressed = {
    svg: absolute(paths.chartSvg(still)),
    png: absolute(paths.chartPng(still)),
    pdf: absolute(paths.chartPdf(still)),
  };
  const image = mirrored ? saved : addressed;
  const sentences = folded(headlines.flatMap(({ text, remarks }) => [text, ...remarks]).join(' '));
  return {
    title: titleOf(sharing),
    caption: folded(`${sentences} ${source}. ${version}.`),
    permalink: absolute(`/?${printQuery({ ...query, title: null, theme: null, snapshot })}`),
    link: absolute(`/?${printQuery(kept)}`),
    embed: absolute(paths.embed({ ...kept, controls })),
    embedScript: absolute('/embed.js'),
    svg: file(paths.chartSvg(drawn)),
    png: file(paths.chartPng(drawn)),
    pdf: file(paths.chartPdf(drawn)),
    pptx: file(paths.chartPptx({ ...kept, title: drawn.title })),
    saved,
    image,
    size,
    narrow:
      narrow && !mirrored
        ? { svg: absolute(paths.chartSvg({ ...still, width: narrow.width })), size: narrow }
        : null,
    frameHeight,
  };
}

/** What pictures are asked: a title with letters that they do not have stands on pages and in frames alone. */
export function pictureQuery(query: ChartQuery, { width, height }: PictureSize) {
  const title = query.title !== null && undrawable(query.title).length > 0 ? null : query.title;
  return { ...query, title, width, height };
}

function titleOf({ query, measures, headlines }: Sharing): string {
  const [headline] = headlines;
  const own = headline && headlines.length === 1 ? headline.text : measures.join(', ');
  return (folded(query.title ?? '') || folded(own)).replace(/\.$/, '');
}

/** On one line, without what ends lines or is not seen. */
function folded(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
