import type { Counts } from '@article21/model';
import type { Drawing, Mark } from '../chart.ts';
import { annotationsOn, bucketsOf, concerning, concerns, type DatedAnnotation } from '../data/annotations.ts';
import { gapNotes, groupsOf, type MeasureRows } from '../data/measure-rows.ts';
import { type AnnotationsOver, annotationsOver } from '../layout/annotations.ts';
import { inColumns } from '../layout/columns.ts';
import { notesOf } from '../layout/frame.ts';
import { MANY } from '../layout/panel.ts';
import { type Content, picture } from '../layout/picture.ts';
import { stripPanel, stripsOf, withHeadroom } from '../layout/strips.ts';
import { sharedNote } from '../marks/dense-columns.ts';
import type { Box } from '../marks/shape.ts';
import { columnPanels } from '../office/bars.ts';
import { mostOf, type Plot } from '../plot.ts';
import { type TimeAxis, timeAxis } from '../scales/time-axis.ts';
import type { Chart } from './chart.ts';

/** Places that one picture can hold for each measure; how many more there are is said under it. */
const MOST_STRIPS = 12;

/**
 * Columns over time: a strip for each place, a group of strips with one scale for each measure, one axis of time for
 * all. Columns, not a line, because nothing is known between two periods; where no record is, nothing is drawn.
 */
export const overTime: Chart = {
  needs: {
    by: [['period'], ['place', 'period']],
    every: null,
    places: 1,
    hatched: true,
    most: MOST_STRIPS,
    paged: true,
  },
  draw: drawOverTime,
  office: (counts, plot) => columnPanels(counts, MOST_STRIPS, plot),
};

function drawOverTime(counts: Counts, given: Plot): Drawing {
  const { groups, hidden, plot } = groupsOf(counts, mostOf(MOST_STRIPS, given), given);
  const notes = [...gapNotes(groups, counts, plot), ...notesOf(counts, { dated: true, hidden }, plot)];
  return picture(plot.words.chart.line.name, notes, plot, (top) =>
    inColumns(groups, { top, plot }, contentOf),
  );
}

function contentOf(groups: readonly MeasureRows[], top: number, plot: Plot): Content {
  const dated = groups.flatMap((group) => group.rows.flatMap((row) => row.counts));
  const annotations: DatedAnnotation[] = [];
  const over: AnnotationsOver[] = [];
  const times: TimeAxis[] = [];
  const { strips, shapes, bottom } = stripsOf(groups, top, plot, (g, box) => {
    if (g !== groups.findIndex((group) => group.rows.length > 0)) return { shapes: [], height: 0 };
    const time = timeAxis(dated, box.width, plot);
    times.push(time);
    const rows = groups.flatMap((group) => group.rows);
    annotations.push(...concerning(annotationsOn(time, plot), rows, plot));
    const band = annotationsOver(annotations, time, box, plot);
    over.push(band);
    return band;
  });
  const [time] = times;
  const [band] = over;
  if (!time || !band) return { panels: [], shapes, marks: [], bottom, ringed: false };
  const many = dated.length > MANY;
  const marks: Mark[] = [];
  let ringed = false;
  let untold = 0;
  const panels = strips.map((strip, index) => {
    const own = annotations.filter((annotation) => concerns(annotation, strip.row.place, plot));
    const behind = (labels: readonly Box[]) => band.linesIn(own, withHeadroom(strip.box), labels);
    const drawn = stripPanel(
      { ...strip, time, annotated: bucketsOf(own, plot) },
      { panel: index, mark: marks.length, many },
      behind,
      plot,
    );
    marks.push(...drawn.marks);
    ringed ||= drawn.ringed;
    untold += drawn.untold;
    return drawn.panel;
  });
  const { named, captions } = band;
  const key = sharedNote(many, strips, time, plot);
  return { panels, shapes, marks, bottom, ringed, untold, key, named, captions };
}
