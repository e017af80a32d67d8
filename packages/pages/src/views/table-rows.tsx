import { ROWS_PAGE, type SourceAnswer } from '@article21/contract/client';
import type { RestrictionRecord, TableRows } from '@article21/model';
import { Link } from './link.tsx';
import { useSite } from './site.tsx';

/** The first of the rows that are shown together with a row: 1, 101, 201. */
export function firstOfRows(row: number | null): number {
  return Math.floor(((row ?? 1) - 1) / ROWS_PAGE) * ROWS_PAGE + 1;
}

/** Which records cite each row of a table, by its number. What is withheld has none. */
export function citedRowsOf(
  records: readonly RestrictionRecord[],
  source: string,
): ReadonlyMap<number, readonly string[]> {
  const cited = new Map<number, string[]>();
  for (const { id, evidence } of records)
    for (const it of evidence) {
      if (it.kind !== 'row' || it.source !== source || it.row === null) continue;
      cited.set(it.row, [...(cited.get(it.row) ?? []), id]);
    }
  return cited;
}

interface TableRowsViewProps {
  table: NonNullable<SourceAnswer['table']>;
  rows: TableRows;
  /** The records that each row states, none until they are known. */
  cited: ReadonlyMap<number, readonly string[]>;
}

/** A part of the table that a source is: the rows next to the chosen one, and the ways to those before and after. */
export function TableRowsView({ table, rows, cited }: TableRowsViewProps) {
  const { words, view } = useSite();
  const { rowNumber } = words.ui.evidence;
  return (
    <>
      <Parts table={table} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="cited-row-table" tabIndex={0} aria-label={words.ui.footer.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{rowNumber}</th>
              {rows.header.map((column, i) => (
                <th scope="col" key={i}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.rows.map(({ row, cells }) => (
              <tr key={row} {...(row === view.row ? { 'aria-current': true, 'data-current': true } : {})}>
                <th scope="row">
                  <RowNumber row={row} records={cited.get(row) ?? []} />
                </th>
                {rows.header.map((_, i) => (
                  <td key={i}>{cells[i] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Parts table={table} />
    </>
  );
}

/** The number of a row, which leads to the records that it states. */
function RowNumber({ row, records: [first, ...others] }: { row: number; records: readonly string[] }) {
  const { view, words, href } = useSite();
  if (first === undefined) return row;
  return (
    <Link
      href={href({ row, record: first, opened: view.opened })}
      title={words.plural(words.ui.evidence.records, others.length + 1)}
    >
      {row}
    </Link>
  );
}

/** The ways to other parts of a table; nothing where it is shown whole. */
function Parts({ table: { lastRow } }: Pick<TableRowsViewProps, 'table'>) {
  const { view, words, href } = useSite();
  const first = firstOfRows(view.row);
  const parts = [1, first - ROWS_PAGE, first, first + ROWS_PAGE, firstOfRows(lastRow)];
  const shown = [...new Set(parts.filter((it) => it >= 1 && it <= lastRow))].sort((a, b) => a - b);
  if (shown.length < 2) return null;
  return (
    <p className="table-parts">
      {words.ui.evidence.rowNumber}:{' '}
      {shown.map((from) => {
        const name = `${from}–${Math.min(from + ROWS_PAGE - 1, lastRow)}`;
        return from === first ? (
          <strong key={from}>{name} </strong>
        ) : (
          <Link key={from} href={href({ row: from, opened: view.opened })}>
            {`${name} `}
          </Link>
        );
      })}
    </p>
  );
}
