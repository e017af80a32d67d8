import type { CountsRead } from '@article21/contract/client';
import { rowGrouping } from '@article21/model';
import { type ReactNode, useMemo } from 'react';
import { useSite } from '../site.tsx';
import { countsRows } from './counts-rows.ts';
import { SignKey } from './sign-key.tsx';
import { type Column, nameColumns, pressed, type Sorting, sortRows } from './sort-rows.ts';
import { firstRows, type TableGroup, tableGroups } from './table-groups.ts';
import { TableHead } from './table-head.tsx';
import { TableLine } from './table-line.tsx';
import { TableTools } from './table-tools.tsx';

/** As many rows as can be seen at first: all that a page has before a program shows the others. */
export const FIRST_ROWS = 40;
/** A longer table scrolls by itself, so that its headings stay over its numbers. */
const MOST_UNSCROLLED = 30;

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

/** The numbers of the chart: the totals, then those of each measure; nothing is left out. */
export function CountsTable({ counts, sorting = null, sort = () => {}, ...others }: CountsTableProps) {
  const { shown = FIRST_ROWS, more, reach, pending = false } = others;
  const { words, places } = useSite();
  const { measure, by } = counts.query;
  const given = useMemo(() => (places ? countsRows(counts, words, places) : []), [counts, words, places]);
  const isNamed = { place: rowGrouping({ by }) !== null, period: by.includes('period') };
  const names = nameColumns.filter((column) => isNamed[column]);
  // A column that another question does not have sorts nothing.
  const isGone = nameColumns.some((column) => column === sorting?.column && !names.includes(column));
  const applied = isGone ? null : sorting;
  const groups = useMemo(
    () =>
      tableGroups(given, measure, words).map((group) => ({
        ...group,
        // Totals are numbers of different units, which are in no order.
        rows: group.key === 'total' ? group.rows : sortRows(group.rows, applied, words.language),
      })),
    [given, applied, words, measure],
  );
  const rows = groups.flatMap((group) => group.rows);
  const { table, tools } = words.ui;
  return (
    <div className="counts" id="table">
      <div className="counts-head">
        <h2 className="section-title">{table.title}</h2>
        <TableTools rows={rows} by={by} />
      </div>
      <p className="hidden needs-script">{tools.sortBy}</p>
      <div className="counts-reading">
        <SignKey estimates={rows.map(({ estimate }) => estimate)} words={words} />
        <DetailsChoice />
      </div>
      <section
        // Another question begins at its first row.
        key={counts.query.text}
        className="counts-scroll"
        data-long={rows.length > MOST_UNSCROLLED || undefined}
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
            names={names}
            by={rowGrouping({ by }) ?? 'place'}
            sorting={applied}
            sort={(it) => sort(pressed(applied, it))}
          />
          <Groups groups={firstRows(groups, shown)} columns={names} />
        </table>
      </section>
      {more !== undefined ? more : <Shown shown={shown} all={rows.length} />}
    </div>
  );
}

function Groups({ groups, columns }: { groups: readonly TableGroup[]; columns: readonly Column[] }) {
  return groups.map((group) => (
    <tbody key={group.key}>
      {group.title === null ? null : (
        <tr className="counts-group">
          {/* Up to the last column that there can be: those that are not shown take no room. */}
          <th scope="rowgroup" colSpan={Math.max(1, columns.length) + 1}>
            {group.title}
          </th>
          <td className="detail" colSpan={4} />
          <td />
        </tr>
      )}
      {group.rows.map((row) => (
        <TableLine key={row.key} row={row} group={group} columns={columns} />
      ))}
    </tbody>
  ));
}

/** Opens the parts of each number; the style sheet shows them, so that it can be used before any script runs. */
function DetailsChoice() {
  const { words } = useSite();
  return (
    <label className="option counts-details">
      <input type="checkbox" autoComplete="off" />
      <span>{words.ui.table.details}</span>
    </label>
  );
}

function Shown({ shown, all }: { shown: number; all: number }) {
  const { words } = useSite();
  if (all <= shown) return null;
  const numbers = { shown: words.number(shown), all: words.number(all) };
  return <p className="counts-more">{words.fill(words.ui.tools.shown, numbers)}</p>;
}
