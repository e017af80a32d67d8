import type { Words } from '@article21/messages';
import {
  type ChartQuery,
  filteredAttributes,
  namesNoMeasure,
  type PlaceTree,
  unnamed,
} from '@article21/model';
import { choosesMeasures } from '../../address/index.ts';

/** One thing that narrows a query. */
export interface ActiveFilter {
  key:
    | ('measures' | 'places' | 'period' | 'region' | 'phases' | 'phase' | 'basis' | 'evidence')
    | `attribute:${string}`;
  /** What is narrowed: "Phase". */
  label: string;
  /** To what: "after the assembly". */
  value: string;
  /** As much of both as is needed to understand it. */
  description: string;
  /** What a query has without it. */
  without: Partial<ChartQuery>;
}

/** All that narrows a query, in the order of the filters. Only the chart is no filter. */
export function activeFilters(query: ChartQuery, words: Words, places: PlaceTree | null): ActiveFilter[] {
  const { filter, page, choice } = words.ui;
  const { from, to, phase } = query;
  const phases = phase.map((id) => words.phase[id]).join(', ');
  const found: (Omit<ActiveFilter, 'description'> & { active: boolean; description?: string })[] = [
    {
      ...{ key: 'measures', active: choosesMeasures(query) },
      ...{ label: filter.measures, value: measureChoice(query, words), without: unnamed(query) },
    },
    {
      ...{ key: 'places', active: query.place.length > 0 },
      ...{ label: filter.places, value: placeChoice(query, words, places), without: { place: [] } },
    },
    {
      ...{ key: 'period', active: from !== null || to !== null },
      ...{ label: page.period, value: periodChoice(query, words), without: { from: null, to: null } },
    },
    {
      ...{ key: 'region', active: query.by.includes('region') },
      ...{ label: filter.places, value: choice.grouping.region, without: { by: [] } },
    },
    {
      ...{ key: 'phases', active: query.by.includes('phase') },
      ...{ label: filter.phase, value: choice.grouping.phase, without: { by: [] } },
    },
    {
      ...{ key: 'phase', active: phase.length > 0, without: { phase: [] } },
      ...{ label: filter.phase, value: phases },
      // "not stated" could be anything.
      ...(phase.includes('unstated') ? { description: `${filter.phase}: ${phases}` } : {}),
    },
    {
      ...{ key: 'basis', active: query.basis === 'summary', without: { basis: 'incident' } },
      ...{ label: filter.basis, value: words.basis.summary },
    },
    {
      ...{ key: 'evidence', active: query.evidence !== null, without: { evidence: null } },
      ...{ label: filter.quoted, value: filter.quotedOnly },
    },
    ...attributeChoices(query, words),
  ];
  return found
    .filter(({ active }) => active)
    .map(({ key, label, value, without, description = value }) => ({
      key,
      label,
      value,
      without,
      description,
    }));
}

/** One for each attribute, so that each can be taken off by itself. */
function attributeChoices({ attribute }: ChartQuery, words: Words) {
  return [...filteredAttributes(attribute)].map(([id, values]) => {
    const [label, value] = [words.attribute(id), words.attributeValues(id, values)];
    const others = attribute.filter((it) => !it.startsWith(`${id}:`));
    const key = `attribute:${id}` as const;
    return {
      key,
      active: true,
      label,
      value,
      description: `${label}: ${value}`,
      without: { attribute: others },
    };
  });
}

/** What the filters say of a query, as briefly as a button needs it. */
export function measureChoice(query: ChartQuery, words: Words): string {
  const { measure } = query;
  const [only] = measure;
  if (measure.length === 1 && only) return words.measure(only).label;
  if (namesNoMeasure(query)) return words.ui.page.mainMeasures;
  return words.plural(words.ui.page.measures, measure.length);
}

export function placeChoice({ place }: ChartQuery, words: Words, places: PlaceTree | null): string {
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
