import type { ReactNode } from 'react';
import { Choice } from '../press.tsx';
import { useSite } from '../site.tsx';
import type { ActiveFilter } from './choices.ts';

/** What narrows beside the filters that show it themselves: said, so that no number is smaller in silence. */
export function FilterChips({ filters }: { filters: readonly ActiveFilter[] }) {
  return filters.map((filter) => (
    <FilterOff key={filter.key} filter={filter} className="filter">
      <span className="filter-value">{filter.said}</span>
    </FilterOff>
  ));
}

interface FilterOffProps {
  filter: ActiveFilter;
  className: string;
  children?: ReactNode;
}

/** Takes off one filter; what stands before it is where the keys go on. */
export function FilterOff({ filter: { label, value, without }, className, children }: FilterOffProps) {
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
export function ClearFilters({ filters }: { filters: readonly ActiveFilter[] }) {
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
