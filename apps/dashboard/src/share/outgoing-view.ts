import { type ChartQuery, printQuery } from '@article21/model';

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
  svg: string;
  png: string;
  pdf: string;
  pptx: string;
  /** Pixels of the picture at its usual width. */
  width: number;
  height: number;
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
  sentences: readonly string[];
  /** "Source: KIBHR; IPHR" */
  source: string;
  /** "snapshot 2012-09-25-3f9c" */
  version: string;
  size: { width: number; height: number };
  frameHeight: number;
}

/** The addresses and texts of a view that is shared. */
export function outgoingView(sharing: Sharing): OutgoingView {
  const { absolute, query, snapshot, frozen, sentences, source, version, size, frameHeight } = sharing;
  const text = printQuery({ ...query, snapshot: frozen ? snapshot : null });
  const at = (path: string) => absolute(`/${path}?${text}`);
  const said = folded(sentences.join(' '));
  return {
    title: titleOf(sharing),
    caption: folded(`${said} ${source}. ${version}.`),
    permalink: absolute(`/?${printQuery({ ...query, title: null, theme: null, snapshot })}`),
    link: at(''),
    embed: at('embed'),
    embedScript: absolute('/embed.js'),
    svg: at('chart.svg'),
    png: at('chart.png'),
    pdf: at('chart.pdf'),
    pptx: at('chart.pptx'),
    ...size,
    frameHeight,
  };
}

function titleOf({ query, measures, sentences }: Sharing): string {
  const [sentence = ''] = sentences;
  const own = sentences.length === 1 ? sentence : measures.join(', ');
  return (folded(query.title ?? '') || folded(own)).replace(/\.$/, '');
}

/** On one line, without what ends lines or is not seen. */
function folded(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
