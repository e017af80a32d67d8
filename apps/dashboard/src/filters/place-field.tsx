import type { Place } from '@article21/model';
import { useId, useState } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { searchPlaces } from './search-places.ts';

const kinds = ['city', 'settlement', 'region'] as const;
/** Options that are drawn at once; a search finds the others. */
const MOST = 100;
// The root collation orders Latin and Cyrillic alike in every browser; Chromium has none for Kazakh.
const collator = new Intl.Collator('und');

/** Any number of places, found by any name or alias. None means everywhere. */
export function PlaceField() {
  const { view, words, places, choose } = usePage();
  const [typed, setTyped] = useState('');
  const search = useId();
  const chosenIds = view.query.place;
  const all = (places?.places ?? []).filter((place) => place.kind !== 'country');
  const found = searchPlaces(sorted(all, words.placeName), typed);
  const toggle = (id: string) => {
    const next = chosenIds.includes(id) ? chosenIds.filter((it) => it !== id) : [...chosenIds, id];
    choose({ place: next.sort() });
  };
  return (
    <fieldset className="field">
      <legend>{words.ui.filter.places}</legend>
      <div className="field-row">
        <label className="hidden" htmlFor={search}>
          {words.ui.page.search}
        </label>
        <input
          id={search}
          type="search"
          className="input"
          placeholder={words.ui.page.search}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <button
        type="button"
        className="quiet"
        disabled={chosenIds.length === 0}
        onClick={() => choose({ place: [] })}
      >
        {words.ui.filter.allPlaces}
      </button>
      <p className="hidden" aria-live="polite">
        {typed === '' ? '' : words.plural(words.ui.page.places, found.length)}
      </p>
      {found.length === 0 ? <p className="field-note">{words.ui.page.noPlace}</p> : null}
      <div className="options-scroll">
        {kinds.map((kind) => (
          <Options
            key={kind}
            title={words.placeKind[kind]}
            places={found.slice(0, MOST).filter((place) => place.kind === kind)}
            chosen={chosenIds}
            toggle={toggle}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface OptionsProps {
  title: string;
  places: readonly Place[];
  chosen: readonly string[];
  toggle(id: string): void;
}

function Options({ title, places, chosen, toggle }: OptionsProps) {
  const { words } = usePage();
  if (places.length === 0) return null;
  return (
    <>
      <p className="options-title">{title}</p>
      <ul className="options">
        {places.map((place) => (
          <li key={place.id}>
            <label className="option">
              <input type="checkbox" checked={chosen.includes(place.id)} onChange={() => toggle(place.id)} />
              <span>{words.placeName(place)}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

function sorted(places: readonly Place[], nameOf: (place: Place) => string): Place[] {
  return [...places].sort((a, b) => collator.compare(nameOf(a), nameOf(b)));
}
