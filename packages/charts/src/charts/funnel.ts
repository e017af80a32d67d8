import { type Counts, type Estimate, type MeasureId, measure as measureOf } from '@article21/model';
import type { Chart, Drawing, Mark } from '../chart.ts';
import { notesOf } from '../notes.ts';
import type { Panel } from '../panel.ts';
import { type Plots, picture } from '../picture.ts';
import type { Plot } from '../plot.ts';
import { estimateOf, measuresOf } from '../rows.ts';
import type { Shape } from '../shape.ts';
import { stagePanel } from '../stage.ts';

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
 * Stage by stage, from rejected applications to arrests: a panel for each stage, in it a plot for each unit. Plots of
 * one unit share a scale: bars of one length would say that as many people were arrested as detained. Nothing leads from
 * one to the next, because nobody knows whether they are the same people.
 */
export const funnel: Chart = {
  needs: { by: [[]], every: null, places: 0, measures: STAGES.flat() },
  draw: drawFunnel,
};

function drawFunnel(counts: Counts, plot: Plot): Drawing {
  const notes = [plot.words.drawing.stages, ...notesOf(counts, {}, plot)];
  return picture(plot.words.chart.funnel.name, notes, plot, (top) => plots(counts, top, plot));
}

/** The stages that are asked for; a measure of none of them comes last, so that none is left out. */
function stagesOf(plot: Plot): MeasureId[][] {
  const asked = measuresOf(plot);
  const others = asked.filter((id) => !STAGES.flat().includes(id));
  const stages = STAGES.map((stage) => stage.filter((id) => asked.includes(id)));
  return [...stages, ...others.map((id) => [id])].filter((stage) => stage.length > 0);
}

function plots(counts: Counts, top: number, plot: Plot): Plots {
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
        const stage = { measure, total, peers: peersOf(measure, counts) };
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
  return { panels, shapes, marks, bottom, ringed: false };
}

/** What is counted in the unit of a measure. */
function peersOf(measure: MeasureId, { totals }: Counts): Estimate[] {
  const { unit } = measureOf(measure);
  return totals.filter((total) => measureOf(total.measure).unit === unit).map(estimateOf);
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
