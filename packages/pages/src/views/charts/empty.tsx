import type { CountsRead, SnapshotAnswer } from '@article21/contract/client';
import { unbroken } from '@article21/messages';
import { unfiltered, withChoice } from '../../address/index.ts';
import { extentOf } from '../extent.ts';
import { Link } from '../link.tsx';
import { useSite } from '../site.tsx';

/** More names than this are a number of places. */
const MOST_NAMES = 15;

interface EmptyProps {
  counts: CountsRead;
  /** Null until it is known. */
  snapshot: SnapshotAnswer | null;
}

/** Nothing matches: says so, says what that does not mean, which dates and places the data have, and the way there. */
export function Empty({ counts, snapshot }: EmptyProps) {
  const { view, words, href } = useSite();
  const { place, from, to } = view.query;
  const isElsewhere = place.length > 0 || from !== null || to !== null;
  const everywhere = { place: [], from: null, to: null };
  return (
    <section className="empty">
      <p>{words.empty(view.query, counts)}</p>
      {snapshot ? <DatesAndPlaces snapshot={snapshot} /> : null}
      <p className="empty-ways">
        {isElsewhere ? (
          <Link className="button" href={href({ query: withChoice(view.query, everywhere) })}>
            {words.ui.state.showAll}
          </Link>
        ) : null}
        <Link className="button" href={href({ query: unfiltered(view.query) })}>
          {words.ui.filter.clear}
        </Link>
      </p>
    </section>
  );
}

/** The dates and the places that the data have; nothing where they have none. */
export function DatesAndPlaces({ snapshot }: { snapshot: SnapshotAnswer }) {
  const { words, places } = useSite();
  const extent = extentOf(snapshot);
  const towns = (places?.places ?? []).filter(({ kind }) => kind !== 'country' && kind !== 'region');
  if (extent.from === null || extent.to === null || towns.length === 0) return null;
  const named =
    towns.length > MOST_NAMES
      ? words.plural(words.ui.page.places, towns.length)
      : words.list(towns.map((place) => words.placeName(place)));
  const extentText = words.fill(words.ui.state.extent, { period: words.period(extent), places: named });
  return <p>{unbroken(extentText)}</p>;
}
