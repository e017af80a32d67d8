import { chartTexts } from '@article21/messages';
import type { ComponentType, ReactNode } from 'react';
import { chartOf, hasSteps } from '../../address/index.ts';
import { Choice } from '../buttons.tsx';
import { useSite } from '../site.tsx';
import { type ActiveFilter, activeFilters, measureChoice, periodChoice, placeChoice } from './choices.ts';

export interface FilterProps {
  /** What can be chosen there; of `all` filters where there is little room. */
  of: 'measures' | 'places' | 'period' | 'step' | 'more' | 'chart' | 'all';
  /** What is chosen there, in words: "Places". */
  label: string;
  /** What is chosen now: "Almaty". */
  value: string;
}

type Filter = ComponentType<FilterProps>;

interface FilterBarProps {
  /** Whether there is room for all filters beside each other; null where only the style sheet knows. */
  wide: boolean | null;
  /** What opens a choice. */
  Filter?: Filter;
}

/** The question, as a line of choices; where there is little room, as one line that opens them all. */
export function FilterBar({ wide, Filter = StatedFilter }: FilterBarProps) {
  return (
    <>
      {wide === false ? null : <Choices Filter={Filter} />}
      {wide === true ? null : <Folded Filter={Filter} />}
    </>
  );
}

/** What is chosen, where nothing can be opened. */
export function StatedFilter({ of, label, value }: FilterProps) {
  return (
    <span className={of === 'more' ? 'filter needs-script' : 'filter'}>
      <FilterText label={label} value={value} />
    </span>
  );
}

export function FilterText({ label, value }: Omit<FilterProps, 'of'>) {
  return (
    <>
      <span className="hidden">{`${label}: `}</span>
      <span className="filter-value">{value}</span>
      <span className="filter-arrow" aria-hidden="true" />
    </>
  );
}

function Choices({ Filter }: { Filter: Filter }) {
  const { view, words, places } = useSite();
  const { query } = view;
  const { filter, page, choice } = words.ui;
  const active = activeFilters(query, words, places);
  const attributes = words.vocabulary.attributes.map(({ id }) => words.attribute(id));
  const more = [...attributes, filter.phase, filter.basis];
  // What a filter shows is taken off beside it.
  const own = { measures: offOf('measures'), places: offOf('places'), period: offOf('period') };
  return (
    <section className="filters filters-wide" aria-label={filter.title}>
      <span className="filter-pair">
        <Filter of="measures" label={filter.measures} value={measureChoice(query, words)} />
        {own.measures}
      </span>
      <span className="filter-pair">
        <Filter of="places" label={filter.places} value={placeChoice(query, words, places)} />
        {own.places}
      </span>
      <span className="filter-pair">
        <Filter of="period" label={page.period} value={periodChoice(query, words)} />
        {own.period}
      </span>
      {hasSteps(query) ? <Filter of="step" label={filter.step} value={words.step[query.every]} /> : null}
      <Filter of="more" label={more.join(', ')} value={choice.more} />
      <FilterChips filters={active.filter(({ key }) => !(key in own))} />
      <ClearFilters filters={active} />
      <ChartField Filter={Filter} />
    </section>
  );

  function offOf(key: ActiveFilter['key']) {
    const found = active.find((it) => it.key === key);
    return found ? <FilterOff filter={found} className="filter filter-off" /> : null;
  }
}

/** A point between two choices stays beside the first: no line begins with it. */
const BETWEEN = '\u00a0· ';

function Folded({ Filter }: { Filter: Filter }) {
  const { view, words, places } = useSite();
  const { query } = view;
  const { filter } = words.ui;
  const active = activeFilters(query, words, places);
  // What is chosen stands beside the button that opens the filters, each where it can be taken off.
  const parts = [filter.title];
  if (hasSteps(query)) parts.push(words.step[query.every]);
  return (
    <section className="filters filters-folded" aria-label={filter.title}>
      <Filter of="all" label={filter.title} value={parts.join(BETWEEN)} />
      <FilterChips filters={active} />
      <ClearFilters filters={active} />
      <ChartField Filter={Filter} />
    </section>
  );
}

/** The charts that are one press away; the others are two. */
const first = ['bar', 'line'] as const;
/** So many places can be compared in one chart, which is one press away then, too. */
const compared = { least: 2, most: 6 };

/** By city or over time, or any other chart; one that needs what is not chosen says so. */
function ChartField({ Filter }: { Filter: Filter }) {
  const { view, words } = useSite();
  const { filter, choice } = words.ui;
  const current = chartOf(view.query);
  const places = view.query.place.length;
  const isCompared = places >= compared.least && places <= compared.most;
  const near = isCompared ? ([...first, 'compare'] as const) : first;
  const isNear = near.some((id) => id === current);
  return (
    <fieldset className="chart-field" aria-label={filter.chart}>
      <div className="switch">
        {near.map((id) => (
          <Choice key={id} change={{ chart: id }} pressed={id === current}>
            {chartTexts(id, view.query, words).name}
          </Choice>
        ))}
      </div>
      <Filter
        of="chart"
        label={filter.chart}
        value={isNear ? choice.moreCharts : chartTexts(current, view.query, words).name}
      />
    </fieldset>
  );
}

/** What narrows beside the filters that show it themselves: said, so that no number is smaller in silence. */
function FilterChips({ filters }: { filters: readonly ActiveFilter[] }) {
  return filters.map((filter) => (
    <FilterOff key={filter.key} filter={filter} className="filter">
      <span className="filter-value">{filter.description}</span>
    </FilterOff>
  ));
}

interface FilterOffProps {
  filter: ActiveFilter;
  className: string;
  children?: ReactNode;
}

/** Takes off one filter; what stands before it is where the keys go on. */
function FilterOff({ filter: { label, value, without }, className, children }: FilterOffProps) {
  const { words } = useSite();
  const name = `${words.ui.filter.reset}: ${label}, ${value}`;
  return (
    <Choice className={className} name={name} change={without} goes="one">
      {children}
      <span aria-hidden="true">×</span>
    </Choice>
  );
}

/** Takes off all filters and keeps the chart; nothing where there is none. */
function ClearFilters({ filters }: { filters: readonly ActiveFilter[] }) {
  const { words } = useSite();
  if (filters.length === 0) return null;
  const change = Object.assign({}, ...filters.map(({ without }) => without));
  // Each attribute is taken off by itself, and here all of them are.
  if ('attribute' in change) change.attribute = [];
  return (
    <Choice className="quiet" change={change} goes="all">
      {words.ui.filter.clear}
    </Choice>
  );
}
