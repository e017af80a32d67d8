import type { ChartQuery } from '@article21/model';
import { usePage } from '../frame/page-context.tsx';

/** What a link narrows beside the filters that are offered here: said, so that no number is smaller in silence. */
export function Narrowed() {
  const { view, words, choose } = usePage();
  const { phase, basis } = view.query;
  const { filter } = words.ui;
  const chip = (label: string, value: string, without: Partial<ChartQuery>) => (
    <button
      type="button"
      className="filter"
      aria-label={`${filter.reset}: ${label}, ${value}`}
      onClick={({ currentTarget }) => {
        // It is about to go, and what stands before it in the line stays: who uses the keys goes on from there.
        if (currentTarget.previousElementSibling instanceof HTMLElement)
          currentTarget.previousElementSibling.focus();
        choose(without);
      }}
    >
      <span className="filter-value">
        {label}: {value}
      </span>
      <span aria-hidden="true">×</span>
    </button>
  );
  return (
    <>
      {phase.length > 0
        ? chip(filter.phase, phase.map((id) => words.phase[id]).join(', '), { phase: [] })
        : null}
      {basis === 'summary' ? chip(filter.basis, words.basis.summary, { basis: 'incident' }) : null}
    </>
  );
}
