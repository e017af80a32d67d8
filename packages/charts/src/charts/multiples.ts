import { chartTexts } from '@article21/messages';
import type { Counts } from '@article21/model';
import type { Drawing, Mark } from '../chart.ts';
import { annotationsOn, bucketsOf, concerning, concerns } from '../data/annotations.ts';
import { gapNotes, groupsOf, type MeasureRows } from '../data/measure-rows.ts';
import { numberedLines } from '../layout/annotations.ts';
import { inColumns } from '../layout/columns.ts';
import { heading, notesOf } from '../layout/frame.ts';
import { MANY } from '../layout/panel.ts';
import { type Content, picture } from '../layout/picture.ts';
import {
  axisWidth,
  HEADROOM,
  type Strip,
  scaleNote,
  scalesOf,
  stripPanel,
  withHeadroom,
} from '../layout/strips.ts';
import { sharedNote } from '../marks/dense-columns.ts';
import { type Box, type Shape, textShape } from '../marks/shape.ts';
import { smallPanels } from '../office/bars.ts';
import { heightIn, isTight, mostOf, type Plot } from '../plot.ts';
import { timeAxis } from '../scales/time-axis.ts';
import { wrap } from '../text/wrap.ts';
import type { Chart } from './chart.ts';

/** Places that one picture can hold for each measure; how many more there are is said under it. */
const MOST_TILES = 24;
/** The same on a card or a slide. */
const MOST_COMPACT = 12;
/** In plots narrower than this only the largest and the last count are labelled. */
const SPARSE = 280;

/** A small chart over time for each city, side by side: one axis of time for all, and one scale, unless the query says otherwise or most would be flat on it. */
export const multiples: Chart = {
  needs: { by: [['place', 'period']], every: null, places: 2, hatched: true, most: MOST_TILES, paged: true },
  draw: drawMultiples,
  office: (counts, plot) => smallPanels(counts, MOST_TILES, plot),
};

const LEAST_TILE = 150;
const TILE_GAP = 20;
const NAME = { size: 13, height: 22 };
/** The height of a plot in pixels, and how many stand in a line, by how many plots there are at most. */
const SIZES = [
  { most: 1, height: 190, columns: 1 },
  { most: 3, height: 150, columns: 3 },
  { most: 4, height: 130, columns: 2 },
  { most: 6, height: 110, columns: 3 },
  { most: 12, height: 84, columns: 4 },
  { most: Number.POSITIVE_INFINITY, height: 56, columns: 4 },
] as const;
/** Under a plot, for the names of its time; on a card with little room without the space below them. */
const TIME_HEIGHT = { usual: 50, tight: 36 };
/** How low plots are on a card, so that there are several. */
const LEAST = 40;
const BETWEEN = 10;

/** Small strips side by side, as many in a line as have room, each with the names of its time. */
function tilesOf(
  groups: readonly MeasureRows[],
  top: number,
  plot: Plot,
): { strips: Strip[]; shapes: Shape[]; bottom: number } {
  const strips: Strip[] = [];
  const shapes: Shape[] = [];
  const most = Math.max(1, ...groups.map(({ rows }) => rows.length));
  const usual = SIZES.find((it) => most <= it.most) ?? SIZES[0];
  const size = { ...usual, height: heightIn(plot, usual.height, LEAST) };
  const scales = groups.map((group) => scalesOf(group, size.height, plot));
  const axis = axisWidth(scales.flat(), plot);
  const fitting = Math.floor((plot.width + TILE_GAP) / (LEAST_TILE + TILE_GAP));
  const columns = Math.max(1, Math.min(size.columns, most, fitting));
  const pitch = (plot.width + TILE_GAP) / columns;
  let bottom = top;
  groups.forEach(({ measure, any, rows }, g) => {
    const title = heading(measure, !any, bottom, plot);
    shapes.push(...title.shapes);
    bottom += title.height;
    const note = scaleNote(rows, bottom, plot, true);
    shapes.push(...note.shapes);
    bottom += note.height;
    // Numbers of annotations stand between a name and its plot.
    const above = NAME.height + HEADROOM + ((plot.annotations ?? []).length > 0 && !isTight(plot) ? 14 : 0);
    const tile = above + size.height + TIME_HEIGHT[isTight(plot) ? 'tight' : 'usual'];
    rows.forEach((row, i) => {
      const left = plot.left + (i % columns) * pitch;
      const y = bottom + Math.floor(i / columns) * tile;
      const [name = ''] = wrap(row.name, pitch - TILE_GAP, NAME, 1);
      shapes.push(textShape(name, { x: left, y }, plot.theme, { verticalAlign: 'top' }));
      const box = { left: left + axis, top: y + above, width: pitch - TILE_GAP - axis, height: size.height };
      strips.push({ row, box, scale: scales[g]?.[i] ?? { end: 1, step: 1 }, named: true });
    });
    bottom += Math.ceil(rows.length / columns) * tile + BETWEEN;
  });
  return { strips, shapes, bottom };
}

function drawMultiples(counts: Counts, given: Plot): Drawing {
  const most = mostOf(given.compact ? MOST_COMPACT : MOST_TILES, given);
  const { groups, hidden, plot } = groupsOf(counts, most, given);
  const notes = [...gapNotes(groups, counts, plot), ...notesOf(counts, { dated: true, hidden }, plot)];
  const { name } = chartTexts('multiples', plot.query, plot.words);
  return picture(name, notes, plot, (top) => inColumns(groups, { top, plot }, contentOf));
}

function contentOf(groups: readonly MeasureRows[], top: number, plot: Plot): Content {
  const { strips, shapes, bottom } = tilesOf(groups, top, plot);
  const first = strips[0];
  if (!first) return { panels: [], shapes, marks: [], bottom, ringed: false };
  const dated = strips.flatMap((strip) => strip.row.counts);
  const time = timeAxis(dated, first.box.width, plot);
  const rows = strips.map((strip) => strip.row);
  const annotations = concerning(annotationsOn(time, plot), rows, plot);
  const many = dated.length > MANY;
  const marks: Mark[] = [];
  let ringed = false;
  let untold = 0;
  const panels = strips.map((strip, index) => {
    const own = annotations.filter((it) => concerns(it, strip.row.place, plot));
    const behind = (labels: readonly Box[]) =>
      numberedLines({ own, all: annotations }, { time, box: withHeadroom(strip.box) }, labels, plot);
    const annotated = bucketsOf(own, plot);
    const drawn = stripPanel(
      { ...strip, time, annotated, sparse: strip.box.width < SPARSE },
      { panel: index, mark: marks.length, many },
      behind,
      plot,
    );
    marks.push(...drawn.marks);
    ringed ||= drawn.ringed;
    untold += drawn.untold;
    return drawn.panel;
  });
  const captions = annotations.map((annotation, i) => `${i + 1}. ${annotation.dated}`);
  const key = sharedNote(many, strips, time, plot);
  return { panels, shapes, marks, bottom, ringed, untold, key, named: captions, captions };
}
