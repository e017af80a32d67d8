import { type ChartContext, type Drawing, draw, suits } from '@article21/charts';
import type { CountsRead } from '@article21/contract/client';
import type { Words } from '@article21/messages';
import { type Outline, type PlaceTree, parseDay, type Theme } from '@article21/model';
import { PAPER_WIDTH, paperHeight } from './paper.ts';
import type { Beside } from './use-beside.ts';

/** Room for what reaches over the edge of its letters; the style sheet pulls the chart out by as much. */
const PADDING = 8;

/** All that a drawing is made of, except for what it is of. */
export interface Setting {
  places: PlaceTree;
  beside: Beside;
  outlines: readonly Outline[];
  words: Words;
  theme: Theme;
  width: number;
  paper: boolean;
}

/** What a drawing is of. */
export interface Subject {
  chart: string;
  title: string | null;
  counts: CountsRead;
}

/** A drawing, the width that it was made for in pixels, how much smaller it is shown, and whether on paper. */
export interface Drawn {
  drawing: Drawing;
  width: number;
  zoom: number;
  paper: boolean;
}

/** Drawings as they are asked for. Of the last ones each is made once: one may be drawn before a reader asks for it. */
export interface Drawings {
  /** Null where the counts are not those that the chart needs. */
  of(subject: Subject, setting: Setting): Drawn | null;
}

const none: readonly Outline[] = [];

/** What is shown, and what may be next. */
const KEPT = 2;

export function createDrawings(): Drawings {
  let kept: { key: unknown[]; drawn: Drawn | null }[] = [];
  return {
    of(subject, setting) {
      const { chart, title, counts } = subject;
      const { places, beside, words, theme, width, paper } = setting;
      const outlines = chart === 'map' ? setting.outlines : none;
      const key = [chart, title, counts, places, beside, outlines, words, theme, width, paper];
      const found = kept.find((it) => it.key.every((part, i) => part === key[i]));
      const latest = found ?? { key, drawn: drawnOf(subject, { ...setting, outlines }) };
      kept = [latest, ...kept.filter((it) => it !== latest)].slice(0, KEPT);
      return latest.drawn;
    },
  };
}

function drawnOf({ chart, title, counts }: Subject, setting: Setting): Drawn | null {
  const { places, beside, outlines, words, theme, width, paper } = setting;
  const { query, synthetic } = counts;
  if (!suits(chart, query)) return null;
  const known: Omit<ChartContext, 'width'> = {
    ...beside,
    words,
    places,
    query: { ...query, from: dayOrNull(query.from), to: dayOrNull(query.to) },
    theme: paper ? 'light' : theme,
    synthetic,
    padding: PADDING,
    title: title ?? undefined,
    addedTitle: true,
    outlines,
  };
  const at = (wide: number) => draw(chart, counts, { ...known, width: wide });
  return paper ? onPaper(at, paperHeight(counts, words)) : { drawing: at(width), width, zoom: 1, paper };
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
