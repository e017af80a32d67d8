import type { Place } from '@article21/model';
import { memo, useId, useLayoutEffect, useRef } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { chosenAfter, takenInBy } from './chosen-places.ts';

const kinds = ['city', 'settlement', 'region'] as const;

/** Places to choose from, by their kind. What lies in a chosen region is chosen with it, and says so. */
export function PlaceOptions({ places: shown }: { places: readonly Place[] }) {
  const { view, words, places, choose } = usePage();
  const { place: chosen } = view.query;
  const title = useId();
  const press = useEvent((id: string) => {
    if (places) choose({ place: chosenAfter(chosen, id, places) });
  });
  if (!places) return null;
  if (shown.length === 0) return <p className="field-note">{words.ui.page.noPlace}</p>;
  return kinds.map((kind) => {
    const own = shown.filter((place) => place.kind === kind);
    if (own.length === 0) return null;
    return (
      <div key={kind} className="place-options">
        <p className="options-title" id={`${title}${kind}`}>
          {words.placeKind[kind]}
        </p>
        <ul className="options" aria-labelledby={`${title}${kind}`}>
          {own.map((place) => {
            const region = takenInBy(place.id, chosen, places);
            return (
              <Option
                key={place.id}
                id={place.id}
                name={words.placeName(place)}
                notes={notesOn(place, region).join(', ')}
                taken={region !== undefined}
                checked={region !== undefined || chosen.includes(place.id)}
                press={press}
              />
            );
          })}
        </ul>
      </div>
    );
  });

  function notesOn(place: Place, takenIn: string | undefined): string[] {
    const region = places?.get(takenIn ?? '');
    const cities = place.kind === 'region' ? (places?.within(place.id).length ?? 1) - 1 : 0;
    return [
      ...(region ? [words.fill(words.ui.choice.inRegion, { region: words.placeName(region) })] : []),
      ...(cities > 0 ? [words.plural(words.ui.page.places, cities)] : []),
    ];
  }
}

interface OptionProps {
  id: string;
  name: string;
  /** Nothing where there is none. */
  notes: string;
  /** A chosen region takes it in. */
  taken: boolean;
  checked: boolean;
  press(id: string): void;
}

/** Drawn anew only where it changes: a hundred options would take longer than the chart. */
const Option = memo(function Option({ id, name, notes, taken, checked, press }: OptionProps) {
  return (
    <li>
      <label className="option">
        <input type="checkbox" checked={checked} disabled={taken} onChange={() => press(id)} />
        <span>
          {name}
          {notes === '' ? null : <span className="option-note"> {notes}</span>}
        </span>
      </label>
    </li>
  );
});

/** A function that stays the same and does what the latest one given does. */
function useEvent<Given extends unknown[]>(work: (...given: Given) => void): (...given: Given) => void {
  const latest = useRef(work);
  useLayoutEffect(() => {
    latest.current = work;
  });
  return useRef((...given: Given) => latest.current(...given)).current;
}
