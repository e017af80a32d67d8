import { numberSigns } from '@article21/messages';
import { type Counts, type Estimate, type MeasureId, rowGrouping } from '@article21/model';
import type { CoverageGap } from '../data/coverage.ts';
import { panelName } from '../data/place-pages.ts';
import { othersOf } from '../data/rows.ts';
import { type TextShape, textShape } from '../marks/shape.ts';
import type { Plot } from '../plot.ts';
import { textWidth } from '../text/measure.ts';
import { flow, wrap } from '../text/wrap.ts';

const TITLE = { size: 20, bold: true, serif: true, line: 26 };
const SENTENCE = { size: 15, serif: true, line: 21 };
const NOTE = { size: 13, line: 18 };

/** More than any sentence or address needs that a query can ask for. */
const MOST_LINES = 120;

/** A part of the picture around the plots: what to draw, and the height it takes. */
interface FramePart {
  shapes: TextShape[];
  height: number;
}

/** The title and the sentences under it, which take `words` pixels, and above all that data are synthetic. */
export function head(plot: Plot): FramePart & { words: number } {
  const { theme, left } = plot;
  const lines = plot.title ? wrap(plot.title, plot.width, TITLE, MOST_LINES) : [];
  const shapes = lines.map((text, i) =>
    textShape(text, { x: left, y: left + i * TITLE.line }, theme, {
      fontSize: TITLE.size,
      fontWeight: 600,
      fontFamily: theme.serif,
      verticalAlign: 'top',
    }),
  );
  const added = plot.title && plot.addedTitle ? [plot.words.drawing.addedTitle] : [];
  const allSentences = [...added, ...(plot.sentences ?? [])];
  // On a card they are one paragraph: a line for each would leave the chart too little.
  const paragraphs = plot.compact ? [allSentences.join(' ')].filter((it) => it !== '') : allSentences;
  const sentences = paragraphs.flatMap((it) => wrap(it, plot.width, SENTENCE, MOST_LINES));
  const below = left + lines.length * TITLE.line + (lines.length > 0 && sentences.length > 0 ? 4 : 0);
  shapes.push(...sentences.map((text, i) => sentence(text, left, below + i * SENTENCE.line, plot)));
  let height = below + sentences.length * SENTENCE.line + (lines.length + sentences.length > 0 ? 12 : 0);
  if (plot.synthetic && !plot.syntheticStated) {
    const banner = wrap(plot.words.ui.synthetic, plot.width, { size: 13, bold: true }, 3);
    for (const text of banner) {
      const style = { fill: theme.warning, fontWeight: 700, verticalAlign: 'top' as const };
      shapes.push(textShape(text, { x: left, y: height }, theme, style));
      height += 18;
    }
    height += 6;
  }
  return { shapes, height, words: height - left };
}

/** Notes, groups of short texts such as the key of the signs, and the source line, under the plots. */
export function foot(
  notes: readonly string[],
  groups: readonly (readonly string[])[],
  top: number,
  plot: Plot,
): FramePart {
  const { theme } = plot;
  const source = plot.source ? [plot.source] : [];
  const { width } = plot;
  const whole = (texts: readonly string[]) => texts.flatMap((it) => wrap(it, width, NOTE, MOST_LINES));
  const flowing = groups.flatMap((group) => flow(group, width, NOTE));
  const lines = [
    ...whole(notes),
    ...flowing,
    ...source.flatMap((it) => wrap(it, width, NOTE, 4)),
    ...whole(plot.below ?? []),
  ];
  const shapes = lines.map((text, i) =>
    textShape(text, { x: plot.left, y: top + i * NOTE.line }, theme, {
      fontSize: NOTE.size,
      fill: theme.muted,
      verticalAlign: 'top',
    }),
  );
  return { shapes, height: lines.length * NOTE.line + plot.left };
}

/** The words across the picture, so that no cropped copy passes for evidence. */
export function watermark(plot: Plot, height: number): TextShape[] {
  if (!plot.synthetic) return [];
  const { theme } = plot;
  const text = plot.words.drawing.synthetic;
  const fontSize = Math.min(
    72,
    (plot.pictureWidth * 0.7 * 20) / Math.max(1, textWidth(text, { size: 20, bold: true })),
  );
  return [
    textShape(text, { x: plot.pictureWidth / 2, y: height / 2 }, theme, {
      align: 'center',
      fontSize: Math.round(fontSize),
      fontWeight: 700,
      opacity: 0.08,
    }),
  ];
}

const HEADING = { size: 14, bold: true };
const HEADING_LINE = 19;

/** The name and unit of a plot; where it has no number, the words that say so. Why that is stands in its headline. */
export function heading(measure: MeasureId, empty: boolean, top: number, plot: Plot): FramePart {
  if (plot.headless && !empty && !plot.placePages) return { shapes: [], height: 0 };
  const { theme } = plot;
  const left = plot.left;
  const { grouping } = plot.words.ui.choice;
  const rows = rowGrouping(plot.query);
  const panel = panelName(measure, plot);
  const name = rows === null || rows === 'place' ? panel : `${panel} · ${grouping[rows]}`;
  const lines = wrap(name, plot.width, HEADING, 3);
  const style = { verticalAlign: 'top' as const, fontSize: HEADING.size, fontWeight: 600 };
  const shapes = lines.map((text, i) =>
    textShape(text, { x: left, y: top + i * HEADING_LINE }, theme, style),
  );
  const height = lines.length * HEADING_LINE + 6;
  if (!empty) return { shapes, height };
  const none = { verticalAlign: 'top' as const, fill: theme.muted };
  shapes.push(textShape(plot.words.drawing.noNumber, { x: left, y: top + height }, theme, none));
  return { shapes, height: height + 20 };
}

/** What a chart does not draw. */
interface LeftOut {
  /** Whether it draws dated counts only. */
  dated?: boolean;
  /** How many places with a record have no room. */
  hidden?: number;
  /** How many places without a record have none. */
  hiddenEmpty?: number | undefined;
}

/** What stands under a chart in words: what it could not place in time, and what it could not draw. */
export function notesOf(
  counts: Counts,
  { dated = false, hidden = 0, hiddenEmpty = 0 }: LeftOut,
  plot: Plot,
): string[] {
  const { words } = plot;
  const [undrawn = [], exhausted = []] = [plot.undrawn, plot.exhausted].map((ids) =>
    ids?.map((id) => words.measure(id).panel),
  );
  return [
    dated ? words.undated(counts.undated, plot.query.every) : null,
    undrawn.length > 0 ? words.fill(words.drawing.undrawn, { measures: words.list(undrawn) }) : null,
    exhausted.length > 0 ? words.fill(words.drawing.exhausted, { measures: words.list(exhausted) }) : null,
    dated && plot.unannotated ? words.drawing.unannotated : null,
    hidden > 0 ? words.plural(othersOf(plot).undrawn, hidden) : null,
    hiddenEmpty > 0 ? words.plural(othersOf(plot).silent, hiddenEmpty) : null,
  ].filter((note) => note !== null);
}

/** What a picture has besides lengths. */
interface Signs {
  ringed: boolean;
  untold?: number;
  /** Where counts are cells instead of lengths: whether any has letters, and whether the edge of any is hatched. */
  cells?: { letters: boolean; edges: boolean };
  circles?: boolean;
  /** Whether a range is a band instead of a hatching. */
  banded?: boolean;
  /** Whether a cell has reports without a number alone, and no room to say so. */
  framed?: boolean;
}

/** How to read the signs that this chart really uses; empty where plain numbers need no explanation. */
export function legend(
  estimates: readonly Estimate[],
  { ringed, untold = 0, cells, circles = false, banded = false, framed = false }: Signs,
  plot: Plot,
): string[] {
  const { legend: texts, untold: more } = plot.words.drawing;
  const used = new Set(numberSigns(estimates));
  const written = cells?.letters ?? true;
  return [
    used.has('hatch') && !cells && (banded ? texts.band : texts.hatch),
    cells?.edges && texts.edge,
    written && used.has('atLeast') && (cells || circles ? texts.atLeast : texts.open),
    written && used.has('approximate') && texts.approximate,
    written && used.has('badge') && texts.badge,
    ringed && texts.ring,
    framed && texts.frame,
    untold > 0 && plot.words.plural(more, untold),
  ].filter((text) => typeof text === 'string');
}

/** How to read the cells without a record, which have other signs where cells are small. */
export function gapKey(gaps: ReadonlySet<CoverageGap>, plot: Plot, small = false): string[] {
  const { legend } = plot.words.drawing;
  const kinds = ['zero', 'unmonitored', 'unknown'] as const;
  const texts = small
    ? { zero: legend.zeroDot, unmonitored: legend.unmonitoredGrey, unknown: legend.unknown }
    : { zero: legend.zero, unmonitored: legend.unmonitored, unknown: legend.unknown };
  return kinds.filter((kind) => gaps.has(kind)).map((kind) => texts[kind]);
}

function sentence(text: string, x: number, y: number, plot: Plot): TextShape {
  const { theme } = plot;
  return textShape(text, { x, y }, theme, {
    fontSize: SENTENCE.size,
    fontFamily: theme.serif,
    verticalAlign: 'top',
  });
}
