import type { Words } from '@article21/messages';
import { type ChartQuery, namesNoMeasure, type PlaceTree } from '@article21/model';

/** What the filters say of a query, as briefly as a button needs it. */
export function measureChoice(query: ChartQuery, words: Words): string {
  const { measure } = query;
  const [only] = measure;
  if (measure.length === 1 && only) return words.measure[only].label;
  if (namesNoMeasure(query)) return words.ui.page.mainMeasures;
  return words.plural(words.ui.page.measures, measure.length);
}

export function placeChoice(query: ChartQuery, words: Words, places: PlaceTree | null): string {
  const chosen = placesChosen(query, words, places);
  return query.by.includes('region') ? `${chosen}, ${words.ui.choice.grouping.region}` : chosen;
}

function placesChosen({ place }: ChartQuery, words: Words, places: PlaceTree | null): string {
  if (place.length === 0) return words.ui.filter.allPlaces;
  const named = place.slice(0, 2).map((id) => {
    const found = places?.get(id);
    return found ? words.placeName(found) : id;
  });
  return place.length > 2 ? words.plural(words.ui.page.places, place.length) : named.join(', ');
}

export function periodChoice({ from, to }: ChartQuery, words: Words): string {
  return from === null && to === null ? words.ui.filter.allDates : words.period({ from, to });
}
