import { fileName } from '@article21/contract/client';
import { type ChartQuery, printQuery } from '@article21/model';

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
  size: Size | null;
  narrow: Size | null;
  frameHeight: number;
  /** Whether pictures are drawn by this browser and have no address, as in a mirror. */
  mirrored: boolean;
}

/** The addresses and texts of a view that is shared. */
export function outgoingView(sharing: Sharing): OutgoingView {
  const { absolute, query, snapshot, frozen, headlines, source, version, mirrored } = sharing;
  const { size, narrow, frameHeight } = sharing;
  const text = printQuery({ ...query, snapshot: frozen ? snapshot : null });
  const still = printQuery({ ...query, snapshot });
  const at = (path: string, of = text) => absolute(`/${path}?${of}`);
  const file = (path: string) => (mirrored ? `/${path}?${text}` : at(path));
  const saved = {
    svg: fileName(query, 'svg'),
    png: fileName(query, 'png'),
    pdf: fileName(query, 'pdf'),
  };
  const addressed = {
    svg: at('chart.svg', still),
    png: at('chart.png', still),
    pdf: at('chart.pdf', still),
  };
  const image = mirrored ? saved : addressed;
  const said = folded(headlines.flatMap(({ text, remarks }) => [text, ...remarks]).join(' '));
  return {
    title: titleOf(sharing),
    caption: folded(`${said} ${source}. ${version}.`),
    permalink: absolute(`/?${printQuery({ ...query, title: null, theme: null, snapshot })}`),
    link: at(''),
    embed: at('embed'),
    embedScript: absolute('/embed.js'),
    svg: file('chart.svg'),
    png: file('chart.png'),
    pdf: file('chart.pdf'),
    pptx: file('chart.pptx'),
    saved,
    image,
    size,
    narrow: narrow && !mirrored ? { svg: `${image.svg}&width=${narrow.width}`, size: narrow } : null,
    frameHeight,
  };
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
