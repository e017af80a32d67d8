import { Press } from '../press.tsx';
import { useSite } from '../site.tsx';
import type { Column, Sorting } from './sort-rows.ts';

interface TableHeadProps {
  columns: readonly Column[];
  /** What rows are of, where they are of places. */
  by: 'place' | 'region';
  sorting: Sorting | null;
  sort(column: Column): void;
}

/** The headings; each sorts the rows by its column, the other way round, and as they came. */
export function TableHead({ columns, by, sorting, sort }: TableHeadProps) {
  const { words, isLive } = useSite();
  const direction = sorting?.descending ? 'descending' : 'ascending';
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            className={isNumber(column) ? 'number' : undefined}
            aria-sort={sorting?.column === column ? direction : isLive ? 'none' : undefined}
          >
            <Press className="counts-heading" onClick={() => sort(column)}>
              {words.ui.table[column === 'place' ? by : column]}
              <span className="sort-sign" aria-hidden="true" />
            </Press>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function isNumber(column: Column): boolean {
  return column === 'low' || column === 'high' || column === 'unnumbered' || column === 'records';
}
