import type { Count, MeasureId } from '@article21/model';
import type { Mark } from '../chart.ts';
import { isTooHigh, type Plot } from '../plot.ts';
import type { Panel } from './panel.ts';
import type { Content } from './picture.ts';

const GAP = 32;

/** How wide a column is at least, and whether measures stand in columns also where the room is not given. */
interface Columns<G> {
  least: number;
  always?: boolean;
  /** One of them that has a line to itself. */
  wide?: G | undefined;
}

const CARD = { least: 400 };

/**
 * What `contentOf` makes of measures: all of them one below the other, or on a card each by itself in two columns, where there
 * is room for two. Their axes of time are the same, of all their counts.
 */
export function inColumns<G extends { measure: MeasureId; rows: readonly { counts: readonly Count[] }[] }>(
  groups: readonly G[],
  { top, plot }: { top: number; plot: Plot },
  contentOf: (groups: readonly G[], top: number, plot: Plot) => Content,
  { least, always = false, wide }: Columns<G> = CARD,
): Content {
  const width = (plot.width - GAP) / 2;
  if (groups.length < 2 || width < least || !(plot.compact || always)) return contentOf(groups, top, plot);
  const axisOf = groups.flatMap(({ rows }) => rows.flatMap(({ counts }) => counts));
  const contents: Content[] = [];
  let bottom = top;
  for (const own of linesOf(groups, wide)) {
    if (isTooHigh(bottom, plot)) break;
    const line = own.map((group, column) => {
      const left = plot.left + column * (width + GAP);
      const query = { ...plot.query, measure: [group.measure] };
      const room = group === wide ? {} : { left, width };
      return contentOf([group], bottom, { ...plot, ...room, axisOf, query });
    });
    contents.push(...line);
    bottom = Math.max(...line.map((it) => it.bottom));
  }
  return { ...together(contents), bottom };
}

/** Two to a line, in their order. */
function linesOf<G>(groups: readonly G[], wide: G | undefined): G[][] {
  const lines: G[][] = [];
  for (const group of groups) {
    const last = lines.at(-1);
    if (last?.length === 1 && group !== wide && last[0] !== wide) last.push(group);
    else lines.push([group]);
  }
  return lines;
}

/** Several contents as one: panels and marks are counted on. */
function together(contents: readonly Content[]): Omit<Content, 'bottom'> {
  const panels: Panel[] = [];
  const marks: Mark[] = [];
  for (const content of contents) {
    const [panel, mark] = [panels.length, marks.length];
    panels.push(...content.panels.map((it) => countedOn(it, mark)));
    marks.push(
      ...content.marks.map((it) => ({
        ...it,
        // It is made when it is read, and no property that could be copied.
        get label() {
          return it.label;
        },
        index: it.index + mark,
        seriesIndex: it.seriesIndex + panel,
      })),
    );
  }
  const each = (of: (content: Content) => readonly string[] | undefined) => [
    ...new Set(contents.flatMap((it) => of(it) ?? [])),
  ];
  const cells = contents.flatMap((it) => it.cells ?? []);
  return {
    panels,
    marks,
    shapes: contents.flatMap((it) => it.shapes),
    ringed: contents.some((it) => it.ringed),
    untold: contents.reduce((sum, it) => sum + (it.untold ?? 0), 0),
    circles: contents.some((it) => it.circles),
    banded: contents.some((it) => it.banded),
    framed: contents.some((it) => it.framed),
    ...(cells.length === 0
      ? {}
      : { cells: { letters: cells.some((it) => it.letters), edges: cells.some((it) => it.edges) } }),
    key: each((it) => it.key),
    named: each((it) => it.named),
    captions: each((it) => it.captions),
  };
}

function countedOn({ series, hitTest, ...panel }: Panel, marks: number): Panel {
  const data = (series.data as { mark?: number }[] | undefined)?.map((datum) =>
    typeof datum.mark === 'number' ? { ...datum, mark: datum.mark + marks } : datum,
  );
  const counted = { ...panel, series: { ...series, data } as Panel['series'] };
  if (!hitTest) return counted;
  return {
    ...counted,
    hitTest: {
      ...hitTest,
      markAt: (x, y) => {
        const found = hitTest.markAt(x, y);
        return found === null ? null : found + marks;
      },
    },
  };
}
