import type { Place } from '@article21/model';
import { Header, ListBox, ListBoxItem, ListBoxSection, type Selection } from 'react-aria-components/ListBox';
import { usePage } from '../frame/page-context.tsx';
import { chosenAfter, takenInBy } from './chosen-places.ts';

const kinds = ['city', 'settlement', 'region'] as const;

/** Places to choose from, by their kind. What lies in a chosen region is chosen with it, and says so. */
export function PlaceOptions({ places: shown }: { places: readonly Place[] }) {
  const { view, words, places, choose } = usePage();
  const { place: chosen } = view.query;
  if (!places) return null;
  const taken = shown.filter(({ id }) => takenInBy(id, chosen, places) !== undefined).map(({ id }) => id);
  const ticked = new Set([...taken, ...shown.map(({ id }) => id).filter((id) => chosen.includes(id))]);
  const change = (next: Selection) => {
    const after = next === 'all' ? new Set(shown.map(({ id }) => id)) : new Set([...next].map(String));
    choose({ place: chosenAfter(chosen, ticked, after, places) });
  };
  return (
    <ListBox
      className="options place-options"
      aria-label={words.ui.filter.places}
      selectionMode="multiple"
      selectedKeys={ticked}
      disabledKeys={taken}
      onSelectionChange={change}
      // Esc closes what the list stands in, and takes no choice away.
      escapeKeyBehavior="none"
      renderEmptyState={() => <p className="field-note">{words.ui.page.noPlace}</p>}
    >
      {kinds.map((kind) => {
        const own = shown.filter((place) => place.kind === kind);
        if (own.length === 0) return null;
        return (
          <ListBoxSection key={kind} id={`kind ${kind}`}>
            <Header className="options-title">{words.placeKind[kind]}</Header>
            {own.map((place) => (
              <Option key={place.id} place={place} />
            ))}
          </ListBoxSection>
        );
      })}
    </ListBox>
  );
}

function Option({ place }: { place: Place }) {
  const { view, words, places } = usePage();
  const region = places?.get(takenInBy(place.id, view.query.place, places) ?? '');
  const cities = place.kind === 'region' ? (places?.within(place.id).length ?? 1) - 1 : 0;
  const notes = [
    region ? words.fill(words.ui.choice.inRegion, { region: words.placeName(region) }) : null,
    cities > 0 ? words.plural(words.ui.page.places, cities) : null,
  ].filter((note) => note !== null);
  return (
    <ListBoxItem id={place.id} textValue={words.placeName(place)} className="option">
      <span className="tick" aria-hidden="true" />
      <span>
        {words.placeName(place)}
        {notes.length > 0 ? <span className="option-note"> {notes.join(', ')}</span> : null}
      </span>
    </ListBoxItem>
  );
}
