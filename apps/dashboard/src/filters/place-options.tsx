import type { Place } from '@article21/model';
import { usePage } from '../frame/page-context.tsx';
import { takenInBy } from './chosen-places.ts';

const kinds = ['city', 'settlement', 'region'] as const;

interface PlaceOptionsProps {
  places: readonly Place[];
  toggle(id: string): void;
}

/** Places to choose from, by their kind. What lies in a chosen region is chosen with it, and says so. */
export function PlaceOptions({ places, toggle }: PlaceOptionsProps) {
  const { words } = usePage();
  return kinds.map((kind) => {
    const own = places.filter((place) => place.kind === kind);
    if (own.length === 0) return null;
    return (
      <section key={kind}>
        <p className="options-title">{words.placeKind[kind]}</p>
        <ul className="options">
          {own.map((place) => (
            <li key={place.id}>
              <Option place={place} toggle={toggle} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function Option({ place, toggle }: { place: Place; toggle(id: string): void }) {
  const { view, words, places } = usePage();
  const { place: chosen } = view.query;
  const region = places ? places.get(takenInBy(place.id, chosen, places) ?? '') : undefined;
  const cities = place.kind === 'region' ? (places?.within(place.id).length ?? 1) - 1 : 0;
  return (
    <label className="option">
      <input
        type="checkbox"
        checked={region !== undefined || chosen.includes(place.id)}
        disabled={region !== undefined}
        onChange={() => toggle(place.id)}
      />
      <span>
        {words.placeName(place)}
        {region ? (
          <span className="option-note">
            {words.fill(words.ui.choice.inRegion, { region: words.placeName(region) })}
          </span>
        ) : null}
        {cities > 0 ? (
          <span className="option-note">{words.plural(words.ui.page.places, cities)}</span>
        ) : null}
      </span>
    </label>
  );
}
