import {
  type ChartContext,
  type Drawing,
  draw,
  fit,
  type Less,
  type Letters,
  lessOf,
  suits,
} from '@article21/charts';
import type { CountsRead } from '@article21/contract/client';
import type { Words } from '@article21/messages';
import { type AxisChoice, type Outline, type PlaceTree, parseDay, type Theme } from '@article21/model';
import { PAPER_WIDTH, paperHeight } from './paper.ts';
import type { ContextTables } from './use-context-tables.ts';

/** Room for what reaches over the edge of its letters; the style sheet pulls the chart out by as much. */
const PADDING = 8;

/** All that a drawing is made of, except for what it is of. */
export interface Setting {
  places: PlaceTree;
  contextTables: ContextTables;
  outlines: readonly Outline[];
  words: Words;
  theme: Theme;
  room: Room;
  paper: boolean;
}

/** Pixels. Without a height a drawing is as high as it needs to be; with one it fills it, in letters that can be read there. */
export type Room = { width: number; height: null } | { width: number; height: number; letters: Letters };

/** What a drawing is of. */
export interface Subject {
  chart: string;
  title: string | null;
  axis: AxisChoice | null;
  page: number;
  counts: CountsRead;
}

/** A drawing, the width that it was made for in pixels, how much larger it is shown, and whether on paper. */
export interface Drawn {
  drawing: Drawing;
  width: number;
  zoom: number;
  paper: boolean;
}

/** The counts as a chart; null where they are not those that the chart needs. */
export function drawingOf({ chart, title, axis, page, counts }: Subject, setting: Setting): Drawn | null {
  const { places, contextTables, outlines, words, theme, room, paper } = setting;
  const { query, synthetic } = counts;
  if (!suits(chart, query)) return null;
  const known: Omit<ChartContext, 'width'> = {
    ...contextTables,
    words,
    places,
    query: { ...query, axis, page, from: dayOrNull(query.from), to: dayOrNull(query.to) },
    theme: paper ? 'light' : theme,
    synthetic,
    syntheticStated: true,
    padding: PADDING,
    title: title ?? undefined,
    addedTitle: true,
    compact: room.height !== null,
    outlines,
  };
  const at = (wide: number) => draw(chart, counts, { ...known, width: wide });
  if (paper) return onPaper(at, paperHeight(counts, words));
  const filling = room.height === null ? null : fillingOf(room);
  return filling ?? { drawing: at(room.width), width: room.width, zoom: 1, paper };

  function fillingOf({ letters, ...given }: Extract<Room, { letters: Letters }>): Drawn | null {
    const layOut = (wide: number, less: Less) => draw(chart, counts, lessOf({ ...known, width: wide }, less));
    const fitted = fit(layOut, given, letters);
    if (!fitted) return null;
    const { drawing, width } = fitted;
    return { drawing, width, zoom: given.width / width, paper };
  }
}

/** Drawn for the width of paper, and smaller where it would not fit on one page. */
function onPaper(at: (width: number) => Drawing, room: number): Drawn {
  const { height } = at(PAPER_WIDTH);
  const zoom = Math.min(1, room / height);
  const width = Math.floor(PAPER_WIDTH / zoom);
  return { drawing: at(width), width, zoom, paper: true };
}

function dayOrNull(text: string | null): number | null {
  return text === null ? null : parseDay(text);
}
