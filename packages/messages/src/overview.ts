import type { ChartQuery, Estimate, MeasureId, Period, PlaceTree } from '@article21/model';
import { publishersOf } from './publishers.ts';
import type { Words } from './words.ts';

/** What a page of several numbers says above them. */
export interface Overview {
  /** Where and when, with each filter that changes a number: "Kazakhstan, 28 April – 4 June 2012". */
  title: string;
  /** What this is, and who says so. */
  sentence: string;
}

interface Subject {
  query: Pick<ChartQuery, 'place' | 'from' | 'to' | 'phase' | 'basis'>;
  tree: Pick<PlaceTree, 'countries' | 'get'>;
  /** The first and the last day that any source names. */
  extent: Period;
  sources: Parameters<typeof publishersOf>[0];
  /** The language of the dataset. */
  own: string;
}

export function overview({ query, tree, extent, sources, own }: Subject, words: Words): Overview {
  const { from, to, phase, basis } = query;
  const parts = [
    whereOf(query.place, tree, words),
    periodOf(from === null && to === null ? extent : { from, to }, words),
    phase.map((id) => words.phase[id]).join(', '),
    basis === 'summary' ? words.basis.summary : '',
  ];
  return {
    title: parts.filter(Boolean).join(', '),
    sentence: words.fill(words.ui.page.overview, { source: briefPublishers(sources, own, words) }),
  };
}

/** What a number counts, with its currency where it is money: "Fines (EUR)". */
export function figureLabelOf(id: MeasureId, words: Words): string {
  const { label, unit } = words.measure(id);
  return unit === 'EUR' ? `${label} (${unit})` : label;
}

/** A number in signs, with the reports without one: "≥ ≈ 15 +3". Empty where there is neither. */
export function figureOf(estimate: Estimate, words: Words): string {
  const { unnumbered } = estimate;
  return [words.signs(estimate), unnumbered === 0 ? '' : `+${words.number(unnumbered)}`]
    .filter(Boolean)
    .join(' ');
}

/** Empty where no source names a day. */
function periodOf(period: Period, words: Words): string {
  return period.from === null && period.to === null ? '' : words.period(period);
}

/** More names than this are a number of places. */
const MOST_NAMES = 3;

/** The places that are asked for, else the countries of the dataset. */
function whereOf(chosen: readonly string[], tree: Subject['tree'], words: Words): string {
  if (chosen.length === 0) return countriesOf(tree, words);
  return namesOf(
    chosen.flatMap((id) => tree.get(id) ?? []),
    words,
  );
}

/** The countries of a dataset, which whoever sees one of its pictures alone must know: "Kazakhstan". Empty where none is named. */
export function countriesOf({ countries }: Pick<PlaceTree, 'countries'>, words: Words): string {
  return namesOf(countries, words);
}

function namesOf(places: PlaceTree['places'], words: Words): string {
  const names = places.map((place) => words.placeName(place));
  return names.length > MOST_NAMES ? words.plural(words.ui.page.places, names.length) : words.list(names);
}

/** Publishers by their abbreviations where their names end with one, `(KIBHR)`: a title has no room for more. */
function briefPublishers(sources: Subject['sources'], own: string, words: Words): string {
  const { listed, more } = publishersOf(sources, words, own);
  const names = listed.flatMap(({ name: { text } }) => {
    const short = [...text.matchAll(/\(([\p{Lu}\p{N}-]{2,12})\)/gu)].map(([, letters = '']) => letters);
    return short.length > 0 ? short : [text];
  });
  return words.list(more === null ? names : [...names, more]);
}
