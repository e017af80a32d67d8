import type { Place } from '@article21/model';
import type { KeyboardEvent } from 'react';
import { useMemo, useState } from 'react';
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
  const { place: chosen } = view.query;
  // What is ticked does not move away from the pointer: those come first that were chosen before the list was drawn.
  const [{ typed, first }, ask] = useState({ typed: '', first: chosen });
  const find = useMemo(() => {
    const all = (places?.places ?? []).filter((place) => place.kind !== 'country');
    return createPlaceSearch(sorted(all, words.placeName));
  }, [places, words]);
  // Who opens the list with a keyboard at hand is about to type; under a thumb it would hide the list.
  const types = useMedia('(pointer: fine) and (min-width: 720px)');
  const found = typed === '' ? inSight(find(''), first) : find(typed);
  return (
    <>
      {/* Beside the list, whose keys go from place to place. */}
      <ByRegion />
      <fieldset className="field" onKeyDown={walkOptions}>
        <legend>{words.ui.filter.places}</legend>
        <div className="place-search">
          <input
            className="input"
            type="search"
            aria-label={words.ui.page.search}
            placeholder={words.ui.page.search}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={({ target }) => ask({ typed: target.value, first: chosen })}
            // biome-ignore lint/a11y/noAutofocus: it is the first thing in a dialog that was opened for it
            autoFocus={types}
          />
        </div>
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
      </fieldset>
    </>
  );
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

/** Whether rows are regions, where the data have any. */
function ByRegion() {
  const { view, words, places, choose } = usePage();
  const { by } = view.query;
  if (!places?.places.some(({ kind }) => kind === 'region')) return null;
  const checked = by.includes('region');
  return (
    <label className="option">
      <input type="checkbox" checked={checked} onChange={() => choose({ by: checked ? [] : ['region'] })} />
      <span>{words.ui.choice.addUpRegions}</span>
    </label>
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
function inSight(places: Place[], chosen: readonly string[]): Place[] {
  if (places.length <= MOST) return places;
  const isChosen = new Set(chosen);
  return [...places.filter(({ id }) => isChosen.has(id)), ...places.filter(({ id }) => !isChosen.has(id))];
}

function sorted(places: readonly Place[], nameOf: (place: Place) => string): Place[] {
  return [...places].sort((a, b) => collator.compare(nameOf(a), nameOf(b)));
}

/**
 * The arrow keys go from what is typed to the options, among them and back; Home and End to the first and last of them.
 * Enter ticks like the space bar. Listens around a field of text and the checkboxes that it narrows.
 */
function walkOptions(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  const stops = [...currentTarget.querySelectorAll<HTMLInputElement>('input:not(:disabled)')];
  const at = target instanceof HTMLInputElement ? stops.indexOf(target) : -1;
  if (at < 0) return;
  const to = next(key, at, stops.length - 1);
  if (to === undefined) return;
  event.preventDefault();
  if (to === at && key === 'Enter') stops[at]?.click();
  else stops[to]?.focus();
}

/** The field is stop 0. Undefined for a key that is not of the list's. */
function next(key: string, at: number, last: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(last, at + 1);
  if (key === 'ArrowUp') return Math.max(0, at - 1);
  if (at === 0) return undefined;
  if (key === 'Home') return 1;
  if (key === 'End') return last;
  return key === 'Enter' ? at : undefined;
}
