import './counts-table.css';
import type { CountsRead } from '@article21/contract/client';
import type { PlaceTree } from '@article21/model';
import { useMemo, useState } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { countsRows } from './counts-rows.ts';
import { columns as allColumns, type Column, pressed, type Sorting, sortRows } from './sort-rows.ts';
import { TableHead } from './table-head.tsx';
import { TableLine } from './table-line.tsx';
import { TableTools } from './table-tools.tsx';
import { useShownRows } from './use-shown-rows.ts';

/** The numbers of the chart, exactly: nothing is rounded and nothing left out. */
export function CountsTable({ counts, places }: { counts: CountsRead; places: PlaceTree }) {
  const { words } = usePage();
  const { measure, by } = counts.query;
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const given = useMemo(() => countsRows(counts, words, places), [counts, words, places]);
  const columns = allColumns.filter(
    (column) =>
      (column !== 'measure' || measure.length > 1) &&
      ((column !== 'place' && column !== 'period') || by.includes(column)),
  );
  // A column that another question does not have sorts nothing.
  const applied = sorting && columns.includes(sorting.column) ? sorting : null;
  const rows = useMemo(
    () => sortRows(given, applied, { language: words.language, measures: measure }),
    [given, applied, words, measure],
  );
  const { table, tools } = words.ui;
  return (
    <div className="counts" id="table">
      <div className="counts-head">
        <h2 className="section-title">{table.title}</h2>
        <TableTools rows={rows} />
      </div>
      <p className="hidden">{tools.sortBy}</p>
      <Rows key={counts.query.text} rows={rows} columns={columns} sorting={applied} sort={setSorting} />
    </div>
  );
}

interface RowsProps {
  rows: ReturnType<typeof sortRows>;
  columns: readonly Column[];
  sorting: Sorting | null;
  sort(next: Sorting | null): void;
}

/** The first rows, and more or all of them when asked for. Paper gets all. */
function Rows({ rows, columns, sorting, sort }: RowsProps) {
  const { words } = usePage();
  const { drawn, shown, step, pending, reach, show } = useShownRows(rows.length);
  const { table, tools } = words.ui;
  const rest = rows.length - shown;
  return (
    <>
      <section
        className="counts-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={table.title}
        aria-busy={pending}
        onFocus={reach}
        onScroll={reach}
        onPointerEnter={reach}
      >
        <table>
          <TableHead columns={columns} sorting={sorting} sort={(it) => sort(pressed(sorting, it))} />
          <tbody>
            {rows.slice(0, drawn).map((row) => (
              <TableLine key={row.key} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </section>
      {rest > 0 ? (
        <p className="counts-more">
          <span>
            {words.fill(tools.shown, { shown: words.number(shown), all: words.number(rows.length) })}
          </span>
          <button type="button" className="button" disabled={pending} onClick={() => show(shown + step)}>
            {words.plural(words.ui.page.moreRows, Math.min(step, rest))}
          </button>
          <button
            type="button"
            className="button"
            disabled={pending}
            onClick={() => show(Number.POSITIVE_INFINITY)}
          >
            {words.plural(tools.showAll, rows.length)}
          </button>
        </p>
      ) : null}
    </>
  );
}
