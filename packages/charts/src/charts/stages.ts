import {
  type Counts,
  type Estimate,
  isUnnumbered,
  type MeasureId,
  measure as measureOf,
  type Total,
} from '@article21/model';
import type { Drawing, Mark } from '../chart.ts';
import { estimateOf, measuresOf } from '../data/rows.ts';
import { notesOf } from '../layout/frame.ts';
import { type Panel, series, target } from '../layout/panel.ts';
import { type Content, picture } from '../layout/picture.ts';
import { body, endOf, OPEN_END } from '../marks/bar.ts';
import { certain } from '../marks/day-signs.ts';
import { badge } from '../marks/label.ts';
import { colourOf } from '../marks/mark.ts';
import { type Box, type Shape, textShape } from '../marks/shape.ts';
import { stagePanels } from '../office/bars.ts';
import { isTight, type Plot } from '../plot.ts';
import { endFor } from '../scales/value-axis.ts';
import { textWidth } from '../text/measure.ts';
import { wrap } from '../text/wrap.ts';
import type { Chart } from './chart.ts';

/** What happens to those who want to assemble, in the order in which it happens. */
const STAGES: readonly (readonly MeasureId[])[] = [
  ['rejected_applications'],
  ['detentions'],
  ['people_fined', 'fines'],
  ['people_arrested', 'arrest_days'],
];
const GAP = 32;
const LEAST = 260;
const BETWEEN = 18;

/**
 * Stage by stage, from rejected applications to arrests: a panel for each stage, in it a plot for each unit. Content of
 * one unit share a scale: bars of one length would say that as many people were arrested as detained. Nothing leads from
 * one to the next, because nobody knows whether they are the same people.
 */
export const stages: Chart = {
  needs: { by: [[]], every: null, places: 0, measures: STAGES.flat(), hatched: true },
  draw: drawStages,
  office: (counts, plot) => stagePanels(counts, STAGES.flat(), plot),
};

const TITLE = { size: 14, bold: true, line: 19 };
const WORDS = { size: 13, line: 18 };
const NUMBER = { size: 30, bold: true, serif: true, height: 40 };
const BAR = 14;
const STAGE_GAP = 18;

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
function stagePanel(
  { measure, total, peers }: Stage,
  at: { left: number; top: number; width: number },
  position: { panel: number; mark: number },
  plot: Plot,
): DrawnStage {
  const { left, width } = at;
  const texts = plot.words.measure(measure);
  const title = textLines(wrap(texts.panel, width, TITLE, 3), at, TITLE, plot);
  const top = at.top + title.length * TITLE.line + 4;
  const caption = total ? plot.words.count(estimateOf(total), measure) : plot.words.drawing.noNumber;
  // On a card with little room the sentences above say the same.
  const words = total && isTight(plot) ? [] : wrap(caption, width, WORDS, 4);
  const height = words.length * WORDS.line;
  if (!total) {
    const shapes = [...title, ...textLines(words, { left, top }, WORDS, plot)];
    return { shapes, panels: [], marks: [], bottom: top + height + STAGE_GAP };
  }
  const label = `${plot.words.drawing.allPlaces}: ${caption}`;
  const { panel: seriesIndex, mark: index } = position;
  const estimate = estimateOf(total);
  const counted = { measure, label, estimate, records: total.records, dating: certain };
  const mark: Mark = { index, seriesIndex, dataIndex: 0, ...counted };
  const end = endFor(peers, width, ({ high }) => (high === null ? OPEN_END : 0));
  const bar = { left, top: top + NUMBER.height, width, end };
  // A bar alone on its scale is always as long as that, and says nothing.
  const isDrawn = peers.length > 1 && hasBar(estimate);
  const below = bar.top + (isDrawn ? BAR + 8 : 0);
  const shapes = [...title, ...textLines(words, { left, top: below }, WORDS, plot)];
  const panel = numberPanel(
    mark,
    { left, top, width, height: below + height - top },
    isDrawn ? bar : null,
    plot,
  );
  return { shapes, panels: [panel], marks: [mark], bottom: below + height + STAGE_GAP };
}

/** Where a bar stands, and the value at the far end of its scale. */
type Bar = Pick<Box, 'left' | 'top' | 'width'> & { end: number };

function drawStages(counts: Counts, plot: Plot): Drawing {
  const notes = [plot.words.drawing.stages, ...notesOf(counts, {}, plot)];
  return picture(plot.words.chart.funnel.name, notes, plot, (top) => contentOf(counts, top, plot));
}

/** The stages that are asked for; a measure of none of them comes last, so that none is left out. */
function stagesOf(plot: Plot): MeasureId[][] {
  const measures = measuresOf(plot);
  const others = measures.filter((id) => !STAGES.flat().includes(id));
  const stages = STAGES.map((stage) => stage.filter((id) => measures.includes(id)));
  return [...stages, ...others.map((id) => [id])].filter((stage) => stage.length > 0);
}

function contentOf(counts: Counts, top: number, plot: Plot): Content {
  const shapes: Shape[] = [];
  const panels: Panel[] = [];
  const marks: Mark[] = [];
  const stages = stagesOf(plot);
  const columns = stages.length > 1 && plot.width >= 2 * LEAST + GAP ? 2 : 1;
  const width = (plot.width - (columns - 1) * GAP) / columns;
  let bottom = top;
  for (let first = 0; first < stages.length; first += columns) {
    const ends = stages.slice(first, first + columns).map((measures, column) => {
      const left = plot.left + column * (width + GAP);
      shapes.push(rule({ left, top: bottom, width }, plot));
      let end = bottom + 10;
      for (const measure of measures) {
        const total = counts.totals.find((it) => it.measure === measure) ?? null;
        const position = { panel: panels.length, mark: marks.length };
        const stage = { measure, total, peers: peersOf(measure, counts, plot) };
        const drawn = stagePanel(stage, { left, top: end, width }, position, plot);
        shapes.push(...drawn.shapes);
        panels.push(...drawn.panels);
        marks.push(...drawn.marks);
        end = drawn.bottom;
      }
      return end;
    });
    bottom = Math.max(...ends) + BETWEEN;
  }
  // Without a bar, no end can be open.
  const units = measuresOf(plot).map((id) => measureOf(id, plot.words.vocabulary).unit);
  const hasBars = new Set(units).size < units.length;
  return { panels, shapes, marks, bottom, ringed: false, circles: !hasBars };
}

/** What is counted in the unit of a measure. */
function peersOf(measure: MeasureId, { totals }: Counts, { words: { vocabulary } }: Plot): Estimate[] {
  const { unit } = measureOf(measure, vocabulary);
  return totals.filter((total) => measureOf(total.measure, vocabulary).unit === unit).map(estimateOf);
}

function rule({ left, top, width }: { left: number; top: number; width: number }, plot: Plot): Shape {
  const y = Math.round(top) + 0.5;
  const style = { stroke: plot.theme.baseline, lineWidth: 1, fill: 'none' };
  return {
    type: 'polyline',
    shape: {
      points: [
        [left, y],
        [left + width, y],
      ],
    },
    style,
    silent: true,
  };
}

function hasBar(estimate: Estimate): boolean {
  return !isUnnumbered(estimate) && (estimate.low > 0 || estimate.high !== 0);
}

function numberPanel(mark: Mark, box: Box, bar: Bar | null, plot: Plot): Panel {
  const middle = box.top + NUMBER.height / 2;
  const shapes = () => [
    target(box, plot.theme),
    ...bigNumber(mark.estimate, box.left, middle, plot),
    ...(bar ? barShapes(mark, bar, plot) : []),
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
  return body(mark.estimate, extent, colourOf(mark.measure, plot), theme);
}
