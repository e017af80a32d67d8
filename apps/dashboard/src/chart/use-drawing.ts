import { type Drawing, draw, suits } from '@article21/charts';
import type { CountsAnswer } from '@article21/contract/client';
import { type PlaceTree, parseDay } from '@article21/model';
import { useMemo, useState } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { chartOf } from '../url/charted.ts';
import { PAPER_HEIGHT, PAPER_WIDTH, usePaper } from './paper.ts';
import { useBeside } from './use-beside.ts';
import { useOutline } from './use-outline.ts';

/** Room for what reaches over the edge of its letters; the style sheet pulls the chart out by as much. */
const PADDING = 8;

/** A drawing, the width that it was made for in pixels, and how much smaller it is shown. */
export interface Drawn {
  drawing: Drawing;
  width: number;
  zoom: number;
}

/**
 * The counts as the chart that the address asks for; null until all that it needs is there. The drawing before stays
 * until the next can be drawn. Throws what could not be loaded.
 */
export function useDrawing(counts: CountsAnswer, places: PlaceTree, width: number): Drawn | null {
  const { words, theme, view } = usePage();
  const { beside, error } = useBeside(view.query.snapshot);
  const chart = chartOf(view.query);
  const outline = useOutline(chart === 'map', places);
  const paper = usePaper();
  const { title } = view.query;
  const next = useMemo(() => {
    const { query, synthetic } = counts;
    // The answer for another chart is still on its way.
    if (width === 0 || !beside || outline === undefined || !suits(chart, query)) return null;
    const asked = { ...query, from: dayOrNull(query.from), to: dayOrNull(query.to) };
    const colours = paper ? ('light' as const) : theme;
    const known = { words, places, query: asked, theme: colours, synthetic, padding: PADDING, ...beside };
    const at = (wide: number) =>
      draw(chart, counts, {
        ...known,
        title: title ?? undefined,
        outline: outline ?? undefined,
        width: wide,
      });
    return paper ? onPaper(at) : { drawing: at(width), width, zoom: 1 };
  }, [chart, counts, places, beside, outline, words, theme, width, title, paper]);
  const latest = useLatest(next);
  if (error) throw error;
  return latest;
}

/** Drawn for the width of paper, and smaller where it would not fit on one page. */
function onPaper(at: (width: number) => Drawing): Drawn {
  const { height } = at(PAPER_WIDTH);
  const zoom = Math.min(1, PAPER_HEIGHT / height);
  const width = Math.floor(PAPER_WIDTH / zoom);
  return { drawing: at(width), width, zoom };
}

function useLatest(next: Drawn | null): Drawn | null {
  const [latest, setLatest] = useState(next);
  if (next !== null && next !== latest) setLatest(next);
  return next ?? latest;
}

function dayOrNull(text: string | null): number | null {
  return text === null ? null : parseDay(text);
}
