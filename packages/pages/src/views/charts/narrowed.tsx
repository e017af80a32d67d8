import type { ChartQuery } from '@article21/model';
import { Choice } from '../press.tsx';
import { useSite } from '../site.tsx';

/** What a link narrows beside the filters that are offered here: said, so that no number is smaller in silence. */
export function Narrowed() {
  const { view, words } = useSite();
  const { phase, basis, evidence } = view.query;
  const { filter } = words.ui;
  const chip = (label: string, value: string, without: Partial<ChartQuery>) => (
    <Choice className="filter" name={`${filter.reset}: ${label}, ${value}`} change={without} goes>
      <span className="filter-value">
        {label}: {value}
      </span>
      <span aria-hidden="true">×</span>
    </Choice>
  );
  return (
    <>
      {phase.length > 0
        ? chip(filter.phase, phase.map((id) => words.phase[id]).join(', '), { phase: [] })
        : null}
      {basis === 'summary' ? chip(filter.basis, words.basis.summary, { basis: 'incident' }) : null}
      {evidence === null ? null : chip(filter.quoted, filter.quotedOnly, { evidence: null })}
    </>
  );
}
