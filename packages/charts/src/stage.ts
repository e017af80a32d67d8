import { type Estimate, isUnnumbered, type MeasureId, type Total } from '@article21/model';
import type { Mark } from './chart.ts';
import { colourOf } from './mark.ts';
import { type Box, type Panel, series, target } from './panel.ts';
import type { Plot } from './plot.ts';
import { estimateOf } from './rows.ts';
import { endFor } from './scale.ts';
import { type Shape, textShape } from './shape.ts';
import { textWidth } from './text/width.ts';
import { wrap } from './text/wrap.ts';
import { ARROW } from './uncertainty/arrow.ts';
import { badge } from './uncertainty/badge.ts';
import { body } from './uncertainty/body.ts';
import { endOf } from './uncertainty/extent.ts';

const TITLE = { size: 14, bold: true, line: 19 };
const WORDS = { size: 13, line: 18 };
const NUMBER = { size: 30, bold: true, serif: true, height: 40 };
const BAR = 14;
const GAP = 18;

/** What one measure says of a stage; `peers` are all the counts in its unit. */
interface Stage {
  measure: MeasureId;
  total: Total | null;
  peers: readonly Estimate[];
}

/** What one measure adds to a stage. Nothing is drawn of a measure without a record but the words that say so. */
interface DrawnStage {
  shapes: Shape[];
  panels: Panel[];
  marks: Mark[];
  bottom: number;
}

/** A measure's name with its unit, its number, a bar on the scale that its unit has here, and the number in words. */
export function stagePanel(
  { measure, total, peers }: Stage,
  at: { left: number; top: number; width: number },
  position: { panel: number; mark: number },
  plot: Plot,
): DrawnStage {
  const { left, width } = at;
  const texts = plot.words.measure[measure];
  const title = textLines(wrap(texts.panel, width, TITLE, 3), at, TITLE, plot);
  const top = at.top + title.length * TITLE.line + 4;
  const said = total ? plot.words.count(estimateOf(total), measure) : plot.words.drawing.noNumber;
  const words = wrap(said, width, WORDS, 4);
  const height = words.length * WORDS.line;
  if (!total) {
    const shapes = [...title, ...textLines(words, { left, top }, WORDS, plot)];
    return { shapes, panels: [], marks: [], bottom: top + height + GAP };
  }
  const label = `${plot.words.drawing.allPlaces}: ${said}`;
  const { panel: seriesIndex, mark: index } = position;
  const estimate = estimateOf(total);
  const counted = { measure, label, estimate, records: total.records, assemblyDay: 0 };
  const mark: Mark = { index, seriesIndex, dataIndex: 0, ...counted };
  const end = endFor(peers, width, ({ high }) => (high === null ? ARROW : 0));
  const bar = { left, top: top + NUMBER.height, width, end };
  const below = bar.top + (hasBar(estimate) ? BAR + 8 : 0);
  const shapes = [...title, ...textLines(words, { left, top: below }, WORDS, plot)];
  const panel = numberPanel(mark, { left, top, width, height: below + height - top }, bar, plot);
  return { shapes, panels: [panel], marks: [mark], bottom: below + height + GAP };
}

function hasBar(estimate: Estimate): boolean {
  return !isUnnumbered(estimate) && (estimate.low > 0 || estimate.high !== 0);
}

/** Where a bar stands, and the value at the far end of its scale. */
type Bar = Pick<Box, 'left' | 'top' | 'width'> & { end: number };

function numberPanel(mark: Mark, box: Box, bar: Bar, plot: Plot): Panel {
  const middle = box.top + NUMBER.height / 2;
  const shapes = () => [
    target(box, plot.theme),
    ...bigNumber(mark.estimate, box.left, middle, plot),
    ...(hasBar(mark.estimate) ? barShapes(mark, bar, plot) : []),
  ];
  return { box, series: series([mark], shapes) };
}

function textLines(
  lines: readonly string[],
  { left, top }: { left: number; top: number },
  font: typeof TITLE | typeof WORDS,
  plot: Plot,
): Shape[] {
  const { theme } = plot;
  const style = 'bold' in font ? { fontWeight: 600 } : { fill: theme.muted };
  return lines.map((line, i) =>
    textShape(line, { x: left, y: top + i * font.line }, theme, {
      ...style,
      verticalAlign: 'top',
      fontSize: font.size,
    }),
  );
}

/** The number in signs, large, and the badge beside it. */
function bigNumber(estimate: Estimate, left: number, middle: number, plot: Plot): Shape[] {
  const { theme } = plot;
  const signs = plot.words.signs(estimate);
  const reports = estimate.unnumbered > 0 ? `+${plot.words.number(estimate.unnumbered)}` : '';
  const width = signs === '' ? 0 : Math.ceil(textWidth(signs, NUMBER)) + 8;
  const style = { fontSize: NUMBER.size, fontWeight: 600, fontFamily: theme.serif };
  return [
    ...(signs === '' ? [] : [textShape(signs, { x: left, y: middle }, theme, style)]),
    ...(reports === '' ? [] : badge(reports, left + width, middle, theme)),
  ];
}

/** A bar shows what is certain of the number, and how much it is of the most that is counted in its unit. */
function barShapes(mark: Mark, bar: Bar, plot: Plot): Shape[] {
  const { theme } = plot;
  const x = (value: number) => bar.left + (value / bar.end) * bar.width;
  const extent = {
    zero: bar.left,
    low: x(mark.estimate.low),
    high: x(endOf(mark.estimate)),
    start: bar.top,
    thickness: BAR,
    upright: false,
  };
  return body(mark.estimate, extent, colourOf(mark.measure, theme), theme);
}
