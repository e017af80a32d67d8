import { CustomChart } from 'echarts/charts';
import { type EChartsCoreOption, init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { elementsOf, guardTextCaches, useOutlines } from './echarts-private.ts';
import type { Sources } from './fonts.ts';
import { createIds } from './ids.ts';
import { printNode } from './markup.ts';
import type { SvgNode } from './node.ts';
import { createPdfDocument, type PdfAbout } from './pdf/document.ts';
import type { Box, PdfPage, PdfPicture, PdfText } from './pdf/page.ts';
import { createSubset } from './pdf/subset.ts';
import type { Deck, Slide } from './slides/deck.ts';
import { pptx } from './slides/pptx.ts';
import { slideRoom } from './slides/slide.ts';
import { createTypesetter, type Typesetter } from './typesetter.ts';
import { createWords } from './words.ts';
import { escapeXml } from './xml.ts';

/** What stands around a picture, and says what it is to those who do not see it. */
export interface Frame {
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
  /** Pixels that it takes where it is shown, if these are others: it is then larger or smaller as a whole. */
  shown?: { width: number; height: number } | undefined;
  /** Plain text. */
  title: string;
  /** Plain text: what the picture shows, with its numbers. */
  description: string;
  /** BCP 47, as `en`, `ru`, `kk`. */
  language: string;
  /** A colour; the option's own unless given. */
  background?: string | undefined;
  /** False where not all that was asked is in it, in letters that can be read: the picture then says so, for programs. */
  isWhole?: boolean | undefined;
  /** What its ids start with; `chart` unless given. Two pictures in one page need two. */
  id?: string | undefined;
}

/** What draws without a machine's own libraries: in Node and in a browser. */
export interface VectorRenderer {
  /**
   * An ECharts option as an SVG file: still, without scripts, fonts or anything from elsewhere. The same option gives
   * the same bytes, in every process. Throws on what cannot be drawn.
   */
  svg(option: EChartsCoreOption, frame: Frame): string;
  /**
   * The same picture as a PDF of one page: lines and areas stay such, letters are text in embedded parts of the fonts. The
   * same bytes in every process. Throws on what cannot be drawn, shadows and gradients among it.
   */
  pdf(option: EChartsCoreOption, frame: Frame): Uint8Array;
  /**
   * A PDF of several pages with pictures and texts, whose pages are drawn when they are added; whoever waits between two of
   * them lets others work.
   */
  document(about: PdfAbout): { add(page: DocumentPage): void; bytes(): Uint8Array };
  /** Slides as a PowerPoint file, with charts that can be edited. The same deck is the same bytes, in every process. */
  pptx(deck: Deck): Uint8Array;
  /** The points that the words of a slide leave to what is shown on it. */
  slideRoom(slide: Omit<Slide, 'panels'>): { width: number; height: number };
}

/** A page of a document and what stands on it, in the order in which it is read: pixels of 1/96 inch. */
export interface DocumentPage extends Pick<PdfPage, 'width' | 'height'> {
  parts: readonly (DocumentPicture | PdfText)[];
}

/** A picture on a page. */
interface DocumentPicture {
  kind: 'picture';
  option: EChartsCoreOption;
  frame: Pick<Frame, 'width' | 'height' | 'description' | 'background'>;
  box: Box;
}

let measuring: { id: string; typesetter: Typesetter } | null = null;

/** Throws when fonts are missing, or other than those of an earlier renderer in the same process. */
export function createVectorRenderer(sources: Sources): VectorRenderer {
  const typesetter = measureWith(sources);
  const subset = createSubset(sources.subsetter);
  guardTextCaches();
  useModules();
  return {
    svg: (option, frame) => draw(option, frame, typesetter),
    pdf: (option, frame) => {
      const { width, height, shown = { width, height } } = frame;
      const document = createPdfDocument(frame, { typesetter, subset });
      document.add({ ...shown, parts: [pictureOf({ option, frame, box: { x: 0, y: 0, ...shown } })] });
      return document.bytes();
    },
    document: (about) => {
      const { add, bytes } = createPdfDocument(about, { typesetter, subset });
      const drawn = (part: DocumentPicture | PdfText) => (part.kind === 'picture' ? pictureOf(part) : part);
      return { add: ({ parts, ...page }) => add({ ...page, parts: parts.map(drawn) }), bytes };
    },
    pptx: (deck) => pptx(deck, typesetter),
    slideRoom: (slide) => slideRoom(slide, typesetter),
  };
}

/** ECharts has one measure of text for the whole process, and keeps what it measured. */
function measureWith(sources: Sources): Typesetter {
  if (measuring && measuring.id !== sources.id) {
    throw new Error(`unknown fonts: ${sources.id} (known in this process: ${measuring.id})`);
  }
  const { typesetter } = measuring ?? { typesetter: createTypesetter(sources) };
  measuring = { id: sources.id, typesetter };
  setPlatformAPI({ measureText: (text, font) => ({ width: typesetter.width(text ?? '', font ?? '') }) });
  return typesetter;
}

function draw(option: EChartsCoreOption, frame: Frame, typesetter: Typesetter): string {
  const { title, description, id = 'chart' } = frame;
  if (!/^[a-z][\w-]*$/.test(id)) throw new Error(`unknown id: ${id} (known: letters, digits, - and _)`);
  const root = painted(option, frame);
  const picture = { ids: createIds(id), words: createWords(typesetter) };
  const names = `aria-labelledby="${id}-title ${id}-desc"`;
  const language = escapeXml(frame.language);
  const body = (root.children ?? []).map((node) => (node ? printNode(node, picture) : '')).join('\n');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${sizes(frame)} ` +
      `role="img" ${names} lang="${language}" xml:lang="${language}"${frame.isWhole === false ? ' data-whole="false"' : ''}>`,
    `<title id="${id}-title">${escapeXml(title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(description)}</desc>`,
    body,
    `${picture.words.layer()}</svg>`,
  ].join('\n');
}

function pictureOf({ option, frame, box }: Omit<DocumentPicture, 'kind'>): PdfPicture {
  const { width, height, description } = frame;
  return {
    kind: 'picture',
    root: painted(option, { ...frame, shown: box }),
    width,
    height,
    description,
    box,
  };
}

function painted(
  option: EChartsCoreOption,
  { width, height, shown, background }: Pick<Frame, 'width' | 'height' | 'shown' | 'background'>,
): SvgNode {
  for (const size of [{ width, height }, shown])
    if (size && !(size.width >= 1 && size.height >= 1))
      throw new Error(`unknown size: ${size.width} × ${size.height} (known: 1 pixel or more)`);
  return paint(background === undefined ? option : { ...option, backgroundColor: background }, width, height);
}

function sizes({ width, height, shown = { width, height } }: Frame): string {
  const box = `width="${shown.width}" height="${shown.height}" viewBox="0 0 ${width} ${height}"`;
  // Whole pixels are seldom of quite the same proportions.
  const same = shown.width * height === shown.height * width;
  return same ? box : `${box} preserveAspectRatio="none"`;
}

/** Registers the parts of ECharts that our charts are made of. Doing it twice changes nothing. */
export function useModules(): void {
  use([CustomChart, SVGRenderer]);
  useOutlines();
}

/** Draws an option as elements, without anything that moves. What it throws is thrown after tidying up. */
function paint(option: EChartsCoreOption, width: number, height: number): SvgNode {
  return guardPrototype(() => {
    const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
    try {
      chart.setOption({ ...option, animation: false });
      return elementsOf(chart);
    } finally {
      // A chart that stays keeps a timer, and the process with it.
      chart.dispose();
    }
  });
}

/**
 * Runs something that may write to Object.prototype, which every object of the process would then inherit. What it adds
 * there is taken away again, and the run throws: a bad name breaks one picture, not all that follow.
 */
function guardPrototype<Result>(run: () => Result): Result {
  const before = Reflect.ownKeys(Object.prototype).length;
  let result: Result;
  try {
    result = run();
  } finally {
    const added = Reflect.ownKeys(Object.prototype).slice(before);
    for (const key of added) Reflect.deleteProperty(Object.prototype, key);
    if (added.length > 0) {
      // biome-ignore lint/correctness/noUnsafeFinally: what else was thrown is a consequence of this
      throw new Error(`unknown name in an option: it writes ${added.map(String).join(', ')} to every object`);
    }
  }
  return result;
}
