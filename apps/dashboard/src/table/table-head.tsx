import { usePage } from '../frame/page-context.tsx';
import type { Column, Sorting } from './sort-rows.ts';

interface TableHeadProps {
  columns: readonly Column[];
  sorting: Sorting | null;
  sort(column: Column): void;
}

/** The headings; each sorts the rows by its column, the other way round, and as they came. */
export function TableHead({ columns, sorting, sort }: TableHeadProps) {
  const { words } = usePage();
  const direction = sorting?.descending ? 'descending' : 'ascending';
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            className={isNumber(column) ? 'number' : undefined}
            aria-sort={sorting?.column === column ? direction : 'none'}
          >
            <button type="button" onClick={() => sort(column)}>
              {words.ui.table[column]}
              <span className="sort-sign" aria-hidden="true" />
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function isNumber(column: Column): boolean {
  return column === 'low' || column === 'high' || column === 'unnumbered' || column === 'records';
}
