import './counts-table.css';
import type { CountsRead } from '@article21/contract/client';
import { CountsTable as CountsTableView, type Sorting } from '@article21/pages/views';
import { useState } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { useShownRows } from './use-shown-rows.ts';

/**
 * The numbers of the chart, sorted as a reader wants: the first rows, and more or all of them when asked for. Paper gets
 * all. How they are sorted and whether their parts are open stays when the question changes.
 */
export function CountsTable({ counts }: { counts: CountsRead }) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const { words, isLive } = usePage();
  const all = counts.rows.length + counts.undated.length + counts.totals.length;
  const { drawn, shown, step, pending, reach, show } = useShownRows(all, counts.query.text);
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
      sort={setSorting}
      shown={drawn}
      reach={reach}
      pending={pending}
      more={isLive ? more : undefined}
    />
  );
}
