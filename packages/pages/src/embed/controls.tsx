import type { LoadedSnapshot } from '@article21/answers';
import type { EmbedQuery } from '@article21/contract';
import type { Words } from '@article21/messages';
import { namesNoMeasure, printDay, printQuery } from '@article21/model';

/** What the controls choose anew. A title is left out of what stays: it would go on naming what was shown before. */
const chosen = ['measure', 'place', 'from', 'to', 'title'];
/** A year, a month or a day, as links have them. */
const PATTERN = '\\d{4}(-\\d{2}(-\\d{2})?)?';
/** A longer list is no choice; the chart's own page has a search. */
const MOST_PLACES = 300;

interface ControlsProps {
  query: EmbedQuery;
  loaded: LoadedSnapshot;
  words: Words;
}

/** A form with which a reader chooses a measure, a place and a period; it needs no script. */
export function Controls({ query: requested, loaded, words }: ControlsProps) {
  const { controls: _, ...query } = requested;
  const { filter, embed } = words.ui;
  const kept = [...new URLSearchParams(printQuery(query))].filter(([key]) => !chosen.includes(key));
  return (
    <form className="controls" method="get" aria-label={embed.choose}>
      <Select name="measure" label={filter.measure} options={measureOptions(query, words)} />
      <Select name="place" label={filter.place} options={placeOptions(query, loaded, words)} />
      <DayField name="from" query={query} words={words} />
      <DayField name="to" query={query} words={words} />
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="controls" value="1" />
      <button type="submit">{filter.apply}</button>
    </form>
  );
}

function DayField({ name, query, words }: Pick<ControlsProps, 'words'> & DayFieldProps) {
  const { year, month, day } = words.ui.choice.partSigns;
  // A field for dates would be in the language and the order of the browser, and takes no month and no year.
  const form = [year, month, day].join('-');
  return (
    <label>
      {`${words.ui.filter[name]} `}
      <input
        name={name}
        defaultValue={query[name] === null ? '' : printDay(query[name])}
        placeholder={form}
        pattern={PATTERN}
        title={form}
        size={10}
        autoComplete="off"
      />
    </label>
  );
}

interface DayFieldProps {
  name: 'from' | 'to';
  query: Pick<EmbedQuery, 'from' | 'to'>;
}

interface Option {
  value: string;
  name: string;
  isChosen: boolean;
}

function Select({ name, label, options }: { name: string; label: string; options: readonly Option[] }) {
  return (
    <label>
      {`${label} `}
      <select name={name} defaultValue={options.find(({ isChosen }) => isChosen)?.value}>
        {options.map(({ value, name: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function measureOptions(query: Pick<EmbedQuery, 'measure' | 'opening' | 'named'>, words: Words): Option[] {
  const { measure } = query;
  const isDefault = namesNoMeasure(query);
  const several = measure.length > 1 && !isDefault;
  const names = words.list(measure.map((id) => words.measure(id).short));
  return [
    option('', words.ui.page.mainMeasures, isDefault),
    ...(several ? [option(measure.join(), names, true)] : []),
    ...words.vocabulary.measures.map(({ id }) =>
      option(id, words.measure(id).label, !isDefault && measure.length === 1 && measure[0] === id),
    ),
  ];
}

function placeOptions(
  { place }: Pick<EmbedQuery, 'place'>,
  { tree }: LoadedSnapshot,
  words: Words,
): Option[] {
  const named = tree.places.map((it) => ({ id: it.id, kind: it.kind, name: words.placeName(it) }));
  const choices = named
    .filter(({ kind, id }) => kind !== 'country' || place.includes(id))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, MOST_PLACES);
  const names = words.list(named.filter(({ id }) => place.includes(id)).map(({ name }) => name));
  const isListed = place.length === 1 && choices.some(({ id }) => id === place[0]);
  return [
    option('', words.ui.filter.allPlaces, place.length === 0),
    ...(place.length > 0 && !isListed ? [option(place.join(), names, true)] : []),
    ...choices.map(({ id, name }) => option(id, name, isListed && place[0] === id)),
  ];
}

function option(value: string, name: string, isChosen: boolean): Option {
  return { value, name, isChosen };
}
