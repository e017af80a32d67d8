import { countsFor, type LoadedSnapshot } from '@article21/answers';
import { type Drawing, draw, type Fitted, fit, type Letters, lessOf } from '@article21/charts';
import type { Words } from '@article21/messages';
import type { Counts } from '@article21/model';
import type { Frame, Renderer, VectorRenderer } from '@article21/render';
import { waitToDraw } from '../drawing-queue.ts';
import { contextOf } from './context.ts';
import { inDrawableNames } from './drawable.ts';
import { pictureTexts } from './picture-texts.ts';
import { type PictureQuery, tooMuch } from './read.ts';

/** What a picture is drawn from. */
export interface Subject {
  query: PictureQuery;
  loaded: LoadedSnapshot;
  words: Words;
  baseUrl: string;
}

/** Letters smaller than this share of their size cannot be read on paper. */
export const SMALLEST_SHARE = 0.55;

/** Of a PNG. Until they are packed, each takes four bytes. */
const MOST_PIXELS = 24e6;

/** The chart of a query as SVG. Throws a `HttpProblem` when its size cannot hold it. */
export async function drawSvg(subject: Subject, renderer: Pick<VectorRenderer, 'svg'>): Promise<string> {
  const { option, frame } = await layOut(subject);
  return renderer.svg(option, frame);
}

/** The same as a PDF of one page. */
export async function drawPdf(subject: Subject, renderer: Pick<VectorRenderer, 'pdf'>): Promise<Uint8Array> {
  const { option, frame } = await layOut(subject);
  return renderer.pdf(option, frame);
}

/** A chart laid out to its size, with all that is said of it. */
export interface LaidOut {
  option: Drawing['option'];
  frame: Frame & Pick<Fitted, 'shown'> & { isWhole: boolean };
}

async function layOut(subject: Subject): Promise<LaidOut> {
  const laidOut = await layOutIn(subject, subject.query.height !== null);
  if (laidOut) return laidOut;
  const hint = 'ask for a larger width or height, or fewer places';
  throw tooMuch('height', 'the chart does not fit this size', hint);
}

/**
 * Lays a chart out to its size, in letters for a card where no others are given; null when that cannot hold it. `compact` has the
 * largest of a long list and the rest.
 */
export async function layOutIn(
  { query, loaded, baseUrl, ...subject }: Subject,
  compact: boolean,
  letters?: Letters,
): Promise<LaidOut | null> {
  const words = subject.words.of(loaded.vocabulary);
  await waitToDraw();
  const counts = countsFor(query, loaded);
  const texts = pictureTexts(query, counts, { loaded, words, baseUrl });
  const drawn = inDrawableNames(loaded, words.language);
  const seen = drawn === loaded ? texts : pictureTexts(query, counts, { loaded: drawn, words, baseUrl });
  const context = { ...(await contextOf(query, drawn)), ...seen, words, compact };
  const fitted = fit(
    (width, less) => draw(query.chart, counts, lessOf({ ...context, width }, less)),
    query,
    letters,
  );
  if (!fitted) return null;
  const { drawing, width, height, shown, less } = fitted;
  const isWhole =
    (less.most === undefined || less.most >= longestList(counts)) &&
    less.measures === undefined &&
    less.unannotated !== true &&
    shown.width / width >= SMALLEST_SHARE;
  // Not the reader's: where a program shows it, nothing says whose it is.
  const title = texts.headline;
  // What is read aloud and searched has the names as they are.
  const described =
    drawn === loaded
      ? drawing
      : draw(query.chart, counts, lessOf({ ...context, ...texts, places: loaded.tree, width }, less));
  const description = [described.description, ...texts.sentences, `${texts.source}.`, ...texts.below].join(
    ' ',
  );
  return {
    option: drawing.option,
    frame: { width, height, shown, isWhole, title, description, language: words.language },
  };
}

/** The same as PNG. Throws a `HttpProblem` also when it would have too many pixels. */
export async function drawPng(
  subject: Subject,
  renderer: Pick<Renderer, 'svg' | 'pngAsync'>,
): Promise<Uint8Array> {
  const { scale } = subject.query;
  const { option, frame } = await layOut(subject);
  const pixels = frame.shown.width * frame.shown.height * scale ** 2;
  if (pixels > MOST_PIXELS)
    throw tooMuch(
      'scale',
      `the image would have ${pixels} pixels; at most ${MOST_PIXELS} are drawn`,
      'ask for less',
    );
  return renderer.pngAsync(renderer.svg(option, frame), { scale });
}

/** How many places, or phases, the measure has that has the most. */
function longestList({ rows, undated }: Counts): number {
  const lists = new Map<string, Set<string | undefined>>();
  for (const { measure, place, phase } of [...rows, ...undated]) {
    const list = lists.get(measure) ?? new Set();
    lists.set(measure, list.add(phase ?? place));
  }
  return Math.max(0, ...[...lists.values()].map((list) => list.size));
}
