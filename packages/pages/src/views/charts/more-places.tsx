import { placePages, placeRangeText } from '@article21/charts';
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

/** Under a chart that has no room for all places: the pages before and after the one that is drawn, and the way to any place. */
export function MorePlaces({ counts, choosePlaces }: MorePlacesProps) {
  const { words, view, places } = useSite();
  const { choice } = words.ui;
  // The chart is painted first.
  const drawn = useDeferredValue(counts);
  const { page: requestedPage } = view.query;
  const chart = chartOf(view.query);
  const naming = useMemo(
    () => places && { words, places, query: { ...drawn.query, page: requestedPage } },
    [words, places, drawn, requestedPage],
  );
  const found = useMemo(() => naming && placePages(chart, drawn, naming), [chart, drawn, naming]);
  if (!naming || !found) return null;
  const { page, pages, size, longest } = found;
  if (pages === 1) return <div className="more-places">{choosePlaces}</div>;
  const following = Math.min(size, longest.all - longest.last);
  const previous = words.fill(choice.previousPlaces, { n: words.number(size) });
  const next = words.fill(choice.nextPlaces, { n: words.number(page < pages ? following : size) });
  return (
    <nav className="more-places" aria-label={choice.placePages}>
      <span role="status">{placeRangeText(longest, naming)}</span>
      <Choice className="quiet" change={{ page: page - 1 }} disabled={page === 1}>
        {previous}
      </Choice>
      <Choice className="quiet" change={{ page: page + 1 }} disabled={page === pages}>
        {next}
      </Choice>
      {choosePlaces}
    </nav>
  );
}
