import type { CountsRead } from '@article21/contract/client';
import { type ReactNode, useMemo } from 'react';
import { useSite } from '../site.tsx';
import { countsRows } from './counts-rows.ts';
import { type Column, pressed, type Sorting, sortRows, columns as theColumns } from './sort-rows.ts';
import { TableHead } from './table-head.tsx';
import { TableLine } from './table-line.tsx';
import { TableTools } from './table-tools.tsx';

/** As many rows as can be seen at first: all that a page has before a program shows the others. */
export const FIRST_ROWS = 40;

interface CountsTableProps {
  counts: CountsRead;
  sorting?: Sorting | null;
  sort?(next: Sorting | null): void;
  /** How many rows stand in the table. */
  shown?: number;
  /** How many do, and the way to the others. */
  more?: ReactNode;
  /** The reader has come to the rows. */
  reach?(): void;
  pending?: boolean;
}

/** The numbers of the chart, exactly: nothing is rounded and nothing left out. */
export function CountsTable({ counts, sorting = null, sort = () => {}, ...others }: CountsTableProps) {
  const { shown = FIRST_ROWS, more, reach, pending = false } = others;
  const { words, places } = useSite();
  const { measure, by } = counts.query;
  const given = useMemo(() => (places ? countsRows(counts, words, places) : []), [counts, words, places]);
  const columns = theColumns.filter(
    (column) =>
      (column !== 'measure' || measure.length > 1) &&
      (column !== 'place' || by.includes('place') || by.includes('region')) &&
      (column !== 'period' || by.includes(column)),
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
        <TableTools rows={rows} by={by} />
      </div>
      <p className="hidden needs-script">{tools.sortBy}</p>
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
          <TableHead
            columns={columns}
            by={by.includes('region') ? 'region' : 'place'}
            sorting={applied}
            sort={(it: Column) => sort(pressed(applied, it))}
          />
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <TableLine key={row.key} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </section>
      {more !== undefined ? more : <Shown shown={shown} all={rows.length} />}
    </div>
  );
}

function Shown({ shown, all }: { shown: number; all: number }) {
  const { words } = useSite();
  if (all <= shown) return null;
  const numbers = { shown: words.number(shown), all: words.number(all) };
  return <p className="counts-more">{words.fill(words.ui.tools.shown, numbers)}</p>;
}
