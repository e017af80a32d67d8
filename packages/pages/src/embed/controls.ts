import type { LoadedSnapshot } from '@article21/answers';
import type { EmbedQuery } from '@article21/contract';
import type { Words } from '@article21/messages';
import { measures, namesNoMeasure, printDay, printQuery } from '@article21/model';
import { html } from 'hono/html';

type Html = ReturnType<typeof html>;

/** What the controls choose anew. A title is left out of what stays: it would go on naming what was shown before. */
const chosen = ['measure', 'place', 'from', 'to', 'title'];
/** A year, a month or a day, as links have them. */
const PATTERN = '\\d{4}(-\\d{2}(-\\d{2})?)?';
/** A longer list is no choice; the chart's own page has a search. */
const MOST_PLACES = 300;

/** A form with which a reader chooses a measure, a place and a period; it needs no script. */
export function controlsOf(
  { controls: _, ...query }: EmbedQuery,
  served: LoadedSnapshot,
  words: Words,
): Html {
  const { filter, embed } = words.ui;
  const { year, month, day: dayOfMonth } = words.ui.choice.partSigns;
  // A field for dates would be in the language and the order of the browser, and takes no month and no year.
  const form = [year, month, dayOfMonth].join('-');
  const kept = [...new URLSearchParams(printQuery(query))].filter(([key]) => !chosen.includes(key));
  const day = (name: 'from' | 'to') => {
    const value = query[name] === null ? '' : printDay(query[name]);
    return html`<label>${filter[name]} <input name="${name}" value="${value}" placeholder="${form}" pattern="${PATTERN}" title="${form}" size="10" autocomplete="off"></label>
`;
  };
  return html`<form class="controls" method="get" aria-label="${embed.choose}">
<label>${filter.measure} <select name="measure">${measureOptions(query, words)}</select></label>
<label>${filter.place} <select name="place">${placeOptions(query, served, words)}</select></label>
${day('from')}${day('to')}${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<input type="hidden" name="controls" value="1">
<button>${filter.apply}</button>
</form>`;
}

function measureOptions(query: Pick<EmbedQuery, 'measure' | 'opening' | 'named'>, words: Words): Html[] {
  const { measure } = query;
  const isDefault = namesNoMeasure(query);
  const several = measure.length > 1 && !isDefault;
  const names = words.list(measure.map((id) => words.measure[id].short));
  return [
    option('', words.ui.page.mainMeasures, isDefault),
    ...(several ? [option(measure.join(), names, true)] : []),
    ...measures.map(({ id }) =>
      option(id, words.measure[id].label, !isDefault && measure.length === 1 && measure[0] === id),
    ),
  ];
}

function placeOptions({ place }: Pick<EmbedQuery, 'place'>, { tree }: LoadedSnapshot, words: Words): Html[] {
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

function option(value: string, name: string, isChosen: boolean): Html {
  return html`<option value="${value}"${isChosen ? html` selected` : ''}>${name}</option>`;
}
