import { needsOf } from '@article21/charts';
import type { CountsRead } from '@article21/contract/client';
import type { PlaceTree } from '@article21/model';
import { chartOf } from '@article21/pages/address';
import { useMemo, useState } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { type Drawn, drawingOf, type Room } from './drawing-of.ts';
import { usePaper } from './paper.ts';
import { useContextTables } from './use-context-tables.ts';
import { useOutlines } from './use-outlines.ts';

/**
 * The counts as the chart that the address asks for, null until all that it needs is there. The drawing before stays
 * until the next can be drawn. Throws what could not be loaded.
 */
export function useDrawing(counts: CountsRead, places: PlaceTree, room: Room): Drawn | null {
  const { words, theme, view } = usePage();
  const { contextTables, error } = useContextTables(view.query.snapshot);
  const chart = chartOf(view.query);
  const outlines = useOutlines(needsOf(chart).land === true, view.query.snapshot);
  const paper = usePaper();
  const { title, axis, page } = view.query;
  const next = useMemo((): Drawn | null => {
    if (room.width === 0 || room.height === 0 || !contextTables || !outlines) return null;
    const looks = { words, theme, room, paper };
    return drawingOf({ chart, title, axis, page, counts }, { places, contextTables, outlines, ...looks });
  }, [chart, title, axis, page, counts, places, contextTables, outlines, words, theme, room, paper]);
  const drawn = useLatest(next);
  if (error) throw error;
  return drawn;
}

function useLatest(next: Drawn | null): Drawn | null {
  const [latest, setLatest] = useState(next);
  if (next !== null && next !== latest) setLatest(next);
  return next ?? latest;
}
