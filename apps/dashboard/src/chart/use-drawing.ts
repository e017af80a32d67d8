import type { CountsRead } from '@article21/contract/client';
import type { PlaceTree } from '@article21/model';
import { useEffect, useMemo, useRef, useState } from 'react';
import { hearOfMeant } from '../frame/meant.ts';
import { usePage } from '../frame/page-context.tsx';
import { chartOf } from '../url/charted.ts';
import { createDrawings, type Drawings, type Drawn, type Setting } from './drawings.ts';
import { usePaper } from './paper.ts';
import { useBeside } from './use-beside.ts';
import { useOutlines } from './use-outlines.ts';

/**
 * The counts as the chart that the address asks for, null until all that it needs is there; and the chart that a reader
 * seems about to ask for, null where there is none. The drawing before stays until the next can be drawn. Throws what
 * could not be loaded.
 */
export function useDrawing(
  counts: CountsRead,
  places: PlaceTree,
  width: number,
): { drawn: Drawn | null; ahead: Drawn | null } {
  const { words, theme, view } = usePage();
  const { beside, error } = useBeside(view.query.snapshot);
  const chart = chartOf(view.query);
  const outlines = useOutlines(chart === 'map', view.query.snapshot);
  const paper = usePaper();
  const { title } = view.query;
  const [drawings] = useState(createDrawings);
  const setting = useMemo((): Setting | null => {
    if (width === 0 || !beside || !outlines) return null;
    return { places, beside, outlines, words, theme, width, paper };
  }, [places, beside, outlines, words, theme, width, paper]);
  const next = useMemo(
    () => setting && drawings.of({ chart, title, counts }, setting),
    [drawings, chart, title, counts, setting],
  );
  const drawn = useLatest(next);
  const ahead = useAhead(drawings, setting);
  if (error) throw error;
  return { drawn, ahead };
}

function useLatest(next: Drawn | null): Drawn | null {
  const [latest, setLatest] = useState(next);
  if (next !== null && next !== latest) setLatest(next);
  return next ?? latest;
}

/** Counts of more rows than these take too long to be drawn on a chance: the page could not be used meanwhile. */
const MOST_ROWS = 5000;

/** Draws what a reader seems about to choose. */
function useAhead(drawings: Drawings, setting: Setting | null): Drawn | null {
  const [ahead, setAhead] = useState<Drawn | null>(null);
  const latest = useRef(setting);
  latest.current = setting;
  useEffect(
    () =>
      hearOfMeant(({ query, counts }) => {
        const chart = chartOf(query);
        if (!latest.current || counts.rows.length > MOST_ROWS) return;
        // A map's countries are not loaded before there is a map.
        if (chart === 'map' && latest.current.outlines.length === 0) return;
        try {
          setAhead(drawings.of({ chart, title: query.title, counts }, latest.current));
        } catch {
          // What cannot be drawn is said when it is asked for, where the chart would be.
          setAhead(null);
        }
      }),
    [drawings],
  );
  return ahead;
}
