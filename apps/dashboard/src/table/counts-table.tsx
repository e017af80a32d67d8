import './counts-table.css';
import type { CountsRead } from '@article21/contract/client';
import { CountsTable as CountsTableView, type Sorting } from '@article21/pages/views';
import { useState } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { useShownRows } from './use-shown-rows.ts';

/** The numbers of the chart, sorted as a reader wants: the first rows, and more or all of them when asked for. Paper gets all. */
export function CountsTable({ counts }: { counts: CountsRead }) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  return <Rows key={counts.query.text} counts={counts} sorting={sorting} sort={setSorting} />;
}

interface RowsProps {
  counts: CountsRead;
  sorting: Sorting | null;
  sort(next: Sorting | null): void;
}

function Rows({ counts, sorting, sort }: RowsProps) {
  const { words, isLive } = usePage();
  const all = counts.rows.length + counts.undated.length + counts.totals.length;
  const { drawn, shown, step, pending, reach, show } = useShownRows(all);
  const { tools } = words.ui;
  const rest = all - shown;
  const more =
    rest > 0 ? (
      <p className="counts-more">
        <span>{words.fill(tools.shown, { shown: words.number(shown), all: words.number(all) })}</span>
        <button type="button" className="button" disabled={pending} onClick={() => show(shown + step)}>
          {words.plural(words.ui.page.moreRows, Math.min(step, rest))}
        </button>
        <button
          type="button"
          className="button"
          disabled={pending}
          onClick={() => show(Number.POSITIVE_INFINITY)}
        >
          {words.plural(tools.showAll, all)}
        </button>
      </p>
    ) : null;
  return (
    <CountsTableView
      counts={counts}
      sorting={sorting}
      sort={sort}
      shown={drawn}
      reach={reach}
      pending={pending}
      more={isLive ? more : undefined}
    />
  );
}
