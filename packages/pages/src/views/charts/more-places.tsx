import { nextPlaces } from '@article21/charts';
import type { CountsRead } from '@article21/contract/client';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { chartOf } from '../../address/index.ts';
import { Choice } from '../buttons.tsx';
import { useSite } from '../site.tsx';

interface MorePlacesProps {
  counts: CountsRead;
  /** What opens the list of places; null where no program runs. */
  choosePlaces: ReactNode;
}

/** Under a chart that has no room for all places: the next ones, and the way to any. */
export function MorePlaces({ counts, choosePlaces }: MorePlacesProps) {
  const { words, view, places } = useSite();
  // The chart is painted first.
  const drawn = useDeferredValue(counts);
  const chart = chartOf(view.query);
  const next = useMemo(
    () => (places ? nextPlaces(chart, drawn, { words, places, query: drawn.query }) : []),
    [chart, drawn, words, places],
  );
  if (next.length === 0) return null;
  return (
    <div className="more-places">
      <Choice className="quiet" change={{ place: next }}>
        {words.plural(words.ui.choice.nextPlaces, next.length)}
      </Choice>
      {choosePlaces}
    </div>
  );
}
