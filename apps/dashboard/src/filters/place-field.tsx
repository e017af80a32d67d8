import type { Place } from '@article21/model';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { TextField } from 'react-aria-components/TextField';
import { usePage } from '../frame/page-context.tsx';
import { useMedia } from '../frame/use-media.ts';
import { PlaceOptions } from './place-options.tsx';
import { createPlaceSearch } from './search-places.ts';

/** Options that are drawn at once; a search finds the others. */
const MOST = 100;
/** More places than this are too many for a link. */
const MOST_CHOSEN = 500;
// The root collation orders Latin and Cyrillic alike in every browser; Chromium has none for Kazakh.
const collator = new Intl.Collator('und');

/** Any number of places, found by any name or alias. None means everywhere. */
export function PlaceField() {
  const { view, words, places, choose } = usePage();
  const [typed, setTyped] = useState('');
  const find = useMemo(() => {
    const all = (places?.places ?? []).filter((place) => place.kind !== 'country');
    return createPlaceSearch(sorted(all, words.placeName));
  }, [places, words]);
  // Who opens the list with a keyboard at hand is about to type; under a thumb it would hide the list.
  const types = useMedia('(pointer: fine) and (min-width: 720px)');
  const chosen = view.query.place;
  const found = typed === '' ? chosenFirst(find(''), chosen) : find(typed);
  return (
    <fieldset className="field">
      <legend>{words.ui.filter.places}</legend>
      {/* The arrow keys walk the list while what is typed goes on. */}
      <Autocomplete inputValue={typed} onInputChange={setTyped} disableAutoFocusFirst>
        <TextField className="place-search" type="search" aria-label={words.ui.page.search} autoFocus={types}>
          <Input
            className="input"
            placeholder={words.ui.page.search}
            autoComplete="off"
            spellCheck={false}
            onKeyDownCapture={keepSelectAll}
          />
        </TextField>
        <div className="field-row">
          {typed !== '' && found.length > 1 ? (
            <ChooseFound found={found} />
          ) : (
            <button type="button" className="quiet" onClick={() => choose({ place: [] })}>
              {words.ui.filter.allPlaces}
            </button>
          )}
        </div>
        <Found count={found.length} typed={typed} />
        <PlaceOptions places={found.slice(0, MOST)} />
      </Autocomplete>
    </fieldset>
  );
}

/** In a text, Ctrl+A is for the text; the list would take it as a choice of every place. */
function keepSelectAll(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') event.stopPropagation();
}

function ChooseFound({ found }: { found: readonly Place[] }) {
  const { view, words, places, choose } = usePage();
  const { choice } = words.ui;
  const all = places ? places.outermost([...view.query.place, ...found.map(({ id }) => id)]).sort() : [];
  if (all.length > MOST_CHOSEN) return <p className="field-note">{choice.tooManyFound}</p>;
  return (
    <button type="button" className="quiet" onClick={() => choose({ place: all })}>
      {words.plural(choice.chooseFound, found.length)}
    </button>
  );
}

function Found({ count, typed }: { count: number; typed: string }) {
  const { words } = usePage();
  const { page, choice } = words.ui;
  const shown = { shown: words.number(Math.min(MOST, count)), all: words.number(count) };
  return (
    <>
      <p className="hidden" aria-live="polite">
        {typed === '' ? '' : words.plural(page.places, count)}
      </p>
      {count > MOST ? <p className="field-note">{words.fill(choice.shownPlaces, shown)}</p> : null}
    </>
  );
}

/** What is chosen is in sight, however many places there are. */
function chosenFirst(places: Place[], chosen: readonly string[]): Place[] {
  if (places.length <= MOST) return places;
  const isChosen = new Set(chosen);
  return [...places.filter(({ id }) => isChosen.has(id)), ...places.filter(({ id }) => !isChosen.has(id))];
}

function sorted(places: readonly Place[], nameOf: (place: Place) => string): Place[] {
  return [...places].sort((a, b) => collator.compare(nameOf(a), nameOf(b)));
}
