import { placePages, placeRangeText } from '@article21/charts';
import { type EmbedQuery, embedKeys } from '@article21/contract';
import type { Words } from '@article21/messages';
import { type Counts, type PlaceTree, printKeys } from '@article21/model';
import type { PictureQuery } from '@article21/pictures';

interface PlaceLinksProps {
  counts: Counts;
  picture: PictureQuery;
  query: EmbedQuery;
  places: PlaceTree;
  words: Words;
}

/** Under a chart that has no room for all places: which are drawn, and links to those before and after, in the same frame. */
export function PlaceLinks({ counts, picture, query, places, words }: PlaceLinksProps) {
  const { choice } = words.ui;
  const naming = { words, places, query: picture };
  const found = placePages(picture.chart, counts, naming);
  if (!found) return null;
  const { page, pages, size, longest } = found;
  if (pages === 1) return null;
  const link = (to: number, text: string, n: number) => (
    <a href={`?${printKeys(embedKeys, { ...query, page: to })}`}>
      {words.fill(text, { n: words.number(n) })}
    </a>
  );
  return (
    <nav className="quiet" aria-label={choice.placePages}>
      {placeRangeText(longest, naming)}
      {page > 1 ? <> · {link(page - 1, choice.previousPlaces, size)}</> : null}
      {page < pages ? (
        <> · {link(page + 1, choice.nextPlaces, Math.min(size, longest.all - longest.last))}</>
      ) : null}
    </nav>
  );
}
